package org.redress.claims;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Sku;

/**
 * An article that is held back until somebody has looked: freeze the shelf, recount it, stop parcels that wait for it
 * (domain.md S11).
 *
 * @param place of the pick that the claim goes back to, where it is on record
 * @param finding what whoever ended it has found and done; null while it is open
 */
public record Containment(
        UUID id,
        UUID claim,
        String claimNumber,
        Sku article,
        @Nullable String place,
        Instant openedAt,
        @Nullable Instant endedAt,
        @Nullable String endedBy,
        @Nullable String finding) {
    public boolean isOpen() {
        return endedAt == null;
    }
}
