package org.redress.evidence.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.redress.database.MerchantTransactions;
import org.redress.evidence.Evidence;
import org.redress.evidence.EvidenceItem;
import org.redress.evidence.EvidenceKind;
import org.redress.evidence.SampleFiles;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

@RedressTest
class UploadSweepIT {
    private final MerchantId merchant = new MerchantId(Ids.next());

    @Autowired
    Evidence evidence;

    @Autowired
    UploadSweep sweep;

    @Autowired
    MerchantTransactions transactions;

    @Autowired
    JdbcClient jdbc;

    @Value("${redress.home}")
    Path home;

    @Test
    void what_never_found_a_claim_is_forgotten_and_its_bytes_with_it() {
        var waiting = receive("waiting");
        var attached = receive("attached");
        evidence.attach(merchant, Ids.next(), Map.of(attached.id(), EvidenceKind.ITEM));

        sweep.sweep(merchant, waiting.receivedAt().minus(Duration.ofMinutes(1)));
        assertThat(evidence.find(merchant, waiting.id())).isPresent();

        sweep.sweep(merchant, later(attached));
        assertThat(evidence.find(merchant, waiting.id())).isEmpty();
        assertThat(stored(waiting)).doesNotExist();
        assertThat(evidence.find(merchant, attached.id())).isPresent();
        assertThat(stored(attached)).exists();
    }

    @Test
    void bytes_that_a_claim_still_needs_stay() {
        var waiting = receive("both");
        var attached = receive("both");
        evidence.attach(merchant, Ids.next(), Map.of(attached.id(), EvidenceKind.ITEM));
        sweep.sweep(merchant, later(attached));
        assertThat(evidence.find(merchant, waiting.id())).isEmpty();
        assertThat(stored(attached)).exists();
    }

    @Test
    void a_file_that_cannot_be_forgotten_keeps_no_other_from_it() throws IOException {
        var stuck = receive("stuck");
        var waiting = receive("waiting");
        Files.delete(stored(stuck));
        Files.createDirectories(stored(stuck).resolve("in the way"));
        sweep.sweep(merchant, later(waiting));
        assertThat(evidence.find(merchant, stuck.id())).isPresent();
        assertThat(evidence.find(merchant, waiting.id())).isEmpty();
    }

    @Test
    void however_many_cannot_be_forgotten_those_behind_them_are() throws IOException {
        var waiting = receive("waiting");
        for (int i = 0; i < 201; i++) {
            var sha256 = "%064x".formatted(i + 1);
            transactions.run(
                    merchant,
                    () -> jdbc.sql("""
                                    INSERT INTO evidence.item (
                                        merchant_id, id, kind, file_name, media_type, bytes, sha256, width, height,
                                        read_state, received_at)
                                    SELECT merchant_id, gen_random_uuid(), kind, file_name, media_type, bytes, :sha256,
                                           width, height, read_state, received_at - interval '1 day'
                                      FROM evidence.item WHERE merchant_id = :merchant AND id = :id
                                    """)
                            .param("sha256", sha256)
                            .param("merchant", merchant.value())
                            .param("id", waiting.id().value())
                            .update());
            Files.createDirectories(stored(sha256).resolve("in the way"));
        }
        sweep.sweep(merchant, later(waiting));
        assertThat(evidence.find(merchant, waiting.id())).isEmpty();
    }

    private static Instant later(EvidenceItem item) {
        return item.receivedAt().plusSeconds(1);
    }

    private EvidenceItem receive(String text) {
        var photo = SampleFiles.picture("png", 60, 40, text);
        return evidence.receive(merchant, "photo.png", new ByteArrayInputStream(photo));
    }

    private Path stored(EvidenceItem item) {
        return stored(item.sha256());
    }

    private Path stored(String sha256) {
        return home.resolve("evidence")
                .resolve(merchant.toString())
                .resolve(sha256.substring(0, 2))
                .resolve(sha256);
    }
}
