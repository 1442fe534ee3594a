package org.redress.settlement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.MerchantId;

/**
 * One day of one partner's book, held against ours.
 *
 * @param day on the merchant's clock
 * @param askedBy the name of who asked for it; null where it was its time
 * @param compared how many effects were held against each other
 * @param differences how many differences were seen
 * @param trouble why it is not over yet; it is tried again
 * @param tries how often it was begun
 */
public record Comparison(
        MerchantId merchant,
        UUID id,
        PartnerRole partner,
        LocalDate day,
        State state,
        @Nullable String askedBy,
        int compared,
        int differences,
        @Nullable Trouble trouble,
        int tries,
        Instant startedAt,
        @Nullable Instant endedAt) {
    public enum State {
        RUNNING,
        DONE,
        /** The partner does not say what it did. */
        NOT_COMPARABLE
    }
}
