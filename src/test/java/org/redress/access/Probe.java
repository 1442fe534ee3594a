package org.redress.access;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** A small REST resource whose effects can be counted: each is a customer link to the claim that the address names. */
@TestConfiguration
@Import(Probe.Resource.class)
class Probe {
    static final Instant FAR = Instant.parse("2099-01-01T00:00:00Z");

    @RestController
    @RequestMapping("/api/v1/probe")
    @Requires({Role.AGENT, Role.ADMIN})
    static class Resource {
        private final CustomerLinks links;

        Resource(CustomerLinks links) {
            this.links = links;
        }

        @GetMapping
        Map<String, String> who(Viewer viewer) {
            return Map.of(
                    "actor",
                    viewer.actor().identity(),
                    "merchant",
                    viewer.merchant().toString());
        }

        @GetMapping("/admin")
        @Requires(Role.ADMIN)
        Map<String, String> admin() {
            return Map.of();
        }

        @PostMapping("/{claim}")
        ResponseEntity<Map<String, String>> act(Viewer viewer, @PathVariable UUID claim) {
            var path = links.issue(viewer.merchant(), claim, FAR);
            return ResponseEntity.created(URI.create("/api/v1/probe/" + claim)).body(Map.of("path", path));
        }

        @PostMapping("/{claim}/refusal")
        void refuse(Viewer viewer, @PathVariable UUID claim) {
            links.issue(viewer.merchant(), claim, FAR);
            throw new Refused(Refusal.conflict("PROBE", Phrase.of("refusal.not-found")));
        }

        @PostMapping("/{claim}/fault")
        void fault(Viewer viewer, @PathVariable UUID claim) {
            links.issue(viewer.merchant(), claim, FAR);
            throw new IllegalStateException("A fault on purpose");
        }

        @PostMapping("/{claim}/file")
        Map<String, Object> file(Viewer viewer, @PathVariable UUID claim, @RequestParam MultipartFile file) {
            links.issue(viewer.merchant(), claim, FAR);
            return Map.of("size", file.getSize());
        }
    }
}
