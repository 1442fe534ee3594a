package org.redress.claims.web.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.redress.access.Merchants;
import org.redress.evidence.Pieces;
import org.redress.evidence.UploadLimit;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Files in pieces, for a page whose connection may be lost: it puts one after the other, and after a break asks how far it
 * came. Without scripts the form sends its files whole.
 */
@Controller
@RequestMapping("/shop/{slug}/pieces/{id}")
class PieceController {
    private static final String OFFSET = "Upload-Offset";

    private final Merchants merchants;
    private final Pieces pieces;
    private final UploadLimit limit;

    PieceController(Merchants merchants, Pieces pieces, UploadLimit limit) {
        this.merchants = merchants;
        this.pieces = pieces;
        this.limit = limit;
    }

    @GetMapping
    ResponseEntity<Void> received(@PathVariable String slug, @PathVariable String id) {
        return here(HttpStatus.NO_CONTENT, pieces.received(merchant(slug), id(id)));
    }

    /** Where another number of bytes is here than the sender believes, 409 says which. */
    @PutMapping
    ResponseEntity<Void> add(
            @PathVariable String slug, @PathVariable String id, @RequestParam long offset, HttpServletRequest request)
            throws IOException {
        var merchant = merchant(slug);
        if (offset == 0) {
            limit.take(request.getRemoteAddr()).ifPresent(pause -> {
                var says = Phrase.of("portal.fault.uploads", pause);
                throw new Refused(new Refusal(Refusal.Kind.TOO_MANY, "TOO_MANY", says, List.of()));
            });
        }
        try {
            return here(HttpStatus.NO_CONTENT, pieces.add(merchant, id(id), offset, request.getInputStream()));
        } catch (Refused refused) {
            if (refused.refusal().kind() != Refusal.Kind.CONFLICT) {
                throw refused;
            }
            return here(HttpStatus.CONFLICT, pieces.received(merchant, id(id)));
        }
    }

    private static ResponseEntity<Void> here(HttpStatus status, long bytes) {
        return ResponseEntity.status(status)
                .header(OFFSET, String.valueOf(bytes))
                .header("Cache-Control", "no-store")
                .build();
    }

    private MerchantId merchant(String slug) {
        return merchants
                .bySlug(slug)
                .orElseThrow(() -> new Refused(Refusal.absent()))
                .id();
    }

    private static UUID id(String text) {
        return Ids.parse(text).orElseThrow(() -> new Refused(Refusal.absent()));
    }
}
