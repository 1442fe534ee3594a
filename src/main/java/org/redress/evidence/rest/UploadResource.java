package org.redress.evidence.rest;

import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.access.Requires;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.evidence.Evidence;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** A file that waits for its claim (contract.md, uploads). Any key of the merchant may send one. */
@RestController
@Requires({Role.AGENT, Role.INTEGRATOR, Role.CUSTOMER_VOICE})
class UploadResource {
    private final Evidence evidence;

    UploadResource(Evidence evidence) {
        this.evidence = evidence;
    }

    record UploadedWire(UUID uploadId) {}

    @PostMapping(path = "/api/v1/uploads", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    UploadedWire upload(Viewer viewer, @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        if (file == null) {
            throw new Refused(Refusal.invalid("/file", "REQUIRED", Phrase.of("evidence.refusal.no-file")));
        }
        try (var content = file.getInputStream()) {
            var name = file.getOriginalFilename();
            var item = evidence.receive(viewer.merchant(), name == null ? "" : name, content);
            return new UploadedWire(item.id().value());
        }
    }
}
