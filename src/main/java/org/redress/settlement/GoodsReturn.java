package org.redress.settlement;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.claims.ReturnMatch;
import org.redress.evidence.EvidenceId;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Sku;
import org.redress.remedy.Remedy;

/**
 * Goods that come back under one return label. What is expected is what the claim says came, not what was ordered.
 *
 * @param step of the label
 * @param label what the carrier or warehouse calls it
 * @param expected articles and units; what has no article number is missing here
 * @param expectedWhole whether {@code expected} names everything that comes back
 * @param pieces what really came; empty before it did, and where nothing was in it
 * @param match null until it was received
 * @param amended null where what was received first still stands
 */
public record GoodsReturn(
        MerchantId merchant,
        UUID id,
        UUID claim,
        String claimNumber,
        UUID step,
        String orderNumber,
        @Nullable String label,
        List<Remedy.Goods> expected,
        boolean expectedWhole,
        State state,
        List<Piece> pieces,
        @Nullable ReturnMatch match,
        @Nullable EvidenceId photo,
        @Nullable String note,
        Instant expectedAt,
        @Nullable Instant receivedAt,
        @Nullable String receivedBy,
        @Nullable Instant settledAt,
        @Nullable Amendment amended) {
    /**
     * What was received was not what had been written down at first.
     *
     * @param times how often it was put right
     * @param why in the words of whoever did it last
     */
    public record Amendment(int times, String why, Instant at, String by) {}

    /** How often somebody has said what was in it. */
    public int receipts() {
        return isAwaited() ? 0 : amended == null ? 1 : 1 + amended.times();
    }

    public enum State {
        EXPECTED,
        /** Its label was taken back: nothing should come. Should it come all the same, it is received as usual. */
        WITHDRAWN,
        /** It was looked at; the warehouse's books have not learned all of it yet. */
        RECEIVED,
        SETTLED
    }

    /** Whether its parcel can be received. */
    public boolean isAwaited() {
        return state == State.EXPECTED || state == State.WITHDRAWN;
    }

    public enum Condition {
        SEALED,
        OPENED,
        DAMAGED
    }

    /** What becomes of an article. */
    public enum Disposition {
        RESELL,
        QUARANTINE,
        DESTROY,
        /** To the customer or whoever it belongs to, at our cost. */
        SEND_BACK
    }

    /**
     * Units of an article that came back.
     *
     * @param ours false where the article is none of the merchant's: it moves no stock
     */
    public record Piece(Sku sku, boolean ours, int quantity, Condition condition, Disposition disposition) {}
}
