package org.redress.evidence.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.evidence.Evidence;
import org.redress.evidence.EvidenceId;
import org.redress.evidence.SampleFiles;
import org.redress.kernel.Actor;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;

@RedressTest
class UploadResourceIT {
    private final Viewer viewer =
            new Viewer(new MerchantId(Ids.next()), new Actor.Program(Ids.next(), "shop"), Set.of(Role.INTEGRATOR));

    @Autowired
    UploadResource uploads;

    @Autowired
    Evidence evidence;

    @Test
    void an_upload_waits_for_its_claim_under_the_id_that_is_answered() throws IOException {
        var file = new MockMultipartFile(
                "file", "mug.png", "text/plain", SampleFiles.picture("png", 60, 40, "whatever type is said"));
        var answered = uploads.upload(viewer, file);
        assertThat(evidence.find(viewer.merchant(), new EvidenceId(answered.uploadId())))
                .hasValueSatisfying(item -> {
                    assertThat(item.claim()).isNull();
                    assertThat(item.mediaType()).isEqualTo("image/png");
                    assertThat(item.fileName()).isEqualTo("mug.png");
                });
    }

    @Test
    void a_form_without_the_file_is_told_so() {
        assertThatThrownBy(() -> uploads.upload(viewer, null)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.refusal().kind()).isEqualTo(Refusal.Kind.INVALID);
            assertThat(refused.refusal().faults())
                    .extracting(Refusal.Fault::pointer)
                    .containsExactly("/file");
        });
    }
}
