package org.redress.outreach;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Sku;

/**
 * A customer to whom the wrong goods probably went, and who has not said so yet (domain.md R54). It is a matter of its
 * own: they are never told whose claim led to them.
 *
 * @param claim that led to them
 * @param ordered the article that they probably lack; null where the parcel as a whole may be another’s
 * @param received what probably came instead, never the ordered article itself; null where nobody knows
 * @param probability that it is so, as it was when somebody last looked for such customers
 * @param note why somebody left it
 * @param filed the claim that they filed meanwhile, whichever way
 */
public record Outreach(
        MerchantId merchant,
        UUID id,
        UUID claim,
        String claimNumber,
        String orderNumber,
        @Nullable Sku ordered,
        @Nullable Sku received,
        Why why,
        double probability,
        State state,
        Instant openedAt,
        @Nullable Instant writtenAt,
        @Nullable String writtenBy,
        @Nullable Instant endedAt,
        @Nullable String endedBy,
        @Nullable String note,
        @Nullable UUID filed) {
    public Outreach {
        if (ordered == null || ordered.equals(received)) {
            received = null;
        }
    }

    /** Whether the parcel as a whole may be another customer’s: then nothing is said of any article. */
    public boolean isWhole() {
        return ordered == null;
    }

    public enum Why {
        /** The other side of a swap. */
        SWAP,
        /** The same mistake has probably touched their order. */
        AT_RISK
    }

    public enum State {
        /** Somebody has to decide whether to write. */
        OPEN,
        WRITTEN,
        /** They have filed a claim. */
        CLAIMED,
        /** They say that all is right. */
        RIGHT,
        /** Somebody decided not to write. */
        LEFT;

        public boolean isOver() {
            return this != OPEN && this != WRITTEN;
        }
    }
}
