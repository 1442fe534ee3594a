package org.redress.traces.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.access.Requires;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.kernel.Ids;
import org.redress.kernel.Page;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.traces.Capture;
import org.redress.traces.Captures;
import org.redress.ui.Words;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** EPCIS 2.0, capture interface. */
@RestController
@Requires({Role.INTEGRATOR, Role.ADMIN})
@RequestMapping("/epcis/v2/capture")
class CaptureResource {
    private static final String BEHAVIOUR = "GS1-Capture-Error-Behaviour";

    private final Captures captures;

    CaptureResource(Captures captures) {
        this.captures = captures;
    }

    /** The body is read as it comes and never held whole. */
    @PostMapping(consumes = {"application/json", "application/ld+json"})
    ResponseEntity<Void> capture(
            @RequestHeader(name = BEHAVIOUR, required = false) @Nullable String behaviour,
            HttpServletRequest request,
            Viewer viewer)
            throws IOException {
        var capture = captures.receive(viewer.merchant(), request.getInputStream(), behaviour(behaviour));
        return ResponseEntity.accepted()
                .location(URI.create("/epcis/v2/capture/" + capture.id()))
                .header(BEHAVIOUR, capture.behaviour().name().toLowerCase(java.util.Locale.ROOT))
                .build();
    }

    /** One bad event does not keep the facts of the others out, unless the sender asks for that. */
    private static Capture.ErrorBehaviour behaviour(@Nullable String header) {
        return switch (header) {
            case null -> Capture.ErrorBehaviour.PROCEED;
            case "proceed" -> Capture.ErrorBehaviour.PROCEED;
            case "rollback" -> Capture.ErrorBehaviour.ROLLBACK;
            default ->
                throw new Refused(
                        Refusal.invalid("/" + BEHAVIOUR, "NOT_A_CHOICE", Phrase.of("traces.capture.behaviour")));
        };
    }

    @GetMapping
    ResponseEntity<List<CaptureWire>> list(
            @RequestParam(defaultValue = "30") int perPage,
            @RequestParam(required = false) @Nullable String nextPageToken,
            Viewer viewer,
            Words words) {
        var limit = Math.clamp(perPage, 1, Page.LARGEST);
        var page = captures.page(viewer.merchant(), nextPageToken, limit);
        var answer = ResponseEntity.ok();
        if (page.next() != null) {
            answer.header(
                    "Link",
                    "</epcis/v2/capture?perPage=" + limit + "&nextPageToken=" + page.next() + ">; rel=\"next\"");
        }
        return answer.body(page.items().stream()
                .map(capture -> CaptureWire.of(capture, words))
                .toList());
    }

    @GetMapping("/{id}")
    CaptureWire find(@PathVariable String id, Viewer viewer, Words words) {
        return Ids.parse(id)
                .flatMap((UUID known) -> captures.find(viewer.merchant(), known))
                .map(capture -> CaptureWire.of(capture, words))
                .orElseThrow(() -> new Refused(Refusal.absent()));
    }
}
