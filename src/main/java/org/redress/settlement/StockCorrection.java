package org.redress.settlement;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Sku;

/**
 * What the warehouse's books must learn of one article after goods came back. It has one idempotency key for its whole
 * life, {@link #key()}: however often it is told, it is booked once.
 *
 * @param receipt by which receipt of its return, from 1: later ones have put right what the earlier ones said
 * @param units more or fewer than booked; never 0. Against the sense of its reason where an earlier one is put right
 */
public record StockCorrection(
        MerchantId merchant,
        UUID id,
        UUID returned,
        int receipt,
        UUID claim,
        String claimNumber,
        Sku sku,
        int units,
        Stock stock,
        Reason reason,
        Step.State state,
        @Nullable String reference,
        int attempts,
        int polls,
        @Nullable Trouble lastError,
        Instant nextAt,
        Instant createdAt,
        @Nullable Instant doneAt,
        int version) {
    public enum Stock {
        SELLABLE,
        BLOCKED
    }

    public enum Reason {
        /** It was ordered and booked out, and still lies on its shelf. */
        NEVER_LEFT,
        /** It left in its place, and is still in the books. */
        LEFT_INSTEAD,
        /** It is back. */
        CAME_BACK
    }

    /** Whether it takes back what the books were told before. */
    public boolean putsRight() {
        return reason == Reason.LEFT_INSTEAD ? units > 0 : units < 0;
    }

    public String key() {
        return id.toString();
    }
}
