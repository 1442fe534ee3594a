package org.redress.claims.rest;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.access.Viewer;
import org.redress.claims.Claim;
import org.redress.claims.Claims;
import org.redress.evidence.Evidence;
import org.redress.kernel.Ids;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Finds the claim that an address names, and answers with it and its version. */
@Component
class Door {
    private final Claims claims;
    private final Evidence evidence;

    Door(Claims claims, Evidence evidence) {
        this.claims = claims;
        this.evidence = evidence;
    }

    /** By id or by number. Another merchant's claim is as absent as one that never was. */
    Claim claim(Viewer viewer, String idOrNumber) {
        return Ids.parse(idOrNumber)
                .map(id -> claims.find(viewer.merchant(), id))
                .orElseGet(() -> claims.byNumber(viewer.merchant(), idOrNumber))
                .orElseThrow(() -> new Refused(Refusal.absent()));
    }

    ResponseEntity<ClaimWire> answer(Claim claim, Viewer viewer) {
        var files = evidence.ofClaim(claim.merchant(), claim.id());
        return ResponseEntity.ok()
                .eTag(Integer.toString(claim.version()))
                .body(ClaimWire.of(claim, files, claims.acts(claim, viewer)));
    }

    /** The version in {@code If-Match}; null where the caller does not mind. */
    static @Nullable Integer seen(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return null;
        }
        return Optional.of(ifMatch.strip().replace("W/", "").replace("\"", ""))
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(Integer::valueOf)
                .orElseThrow(() -> new Refused(
                        new Refusal(Refusal.Kind.STALE, "STALE", Phrase.of("claims.refusal.stale"), List.of())));
    }
}
