package org.redress.settlement;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Money;

/**
 * What one side says that was done under a key: a partner in its listing, or we by our own ledger.
 *
 * @param amount of money and vouchers, or null
 * @param reference what the partner calls it, or null where it was never named
 * @param at when it was done, or taken on where it is not done yet
 */
public record Effect(
        String key,
        Kind kind,
        State state,
        @Nullable Money amount,
        @Nullable String reference,
        Instant at) {
    public static final int LONGEST_KEY = 200;

    /** As the protocol of docs/partners.md has them. */
    public enum Kind {
        REFUND,
        RESHIP,
        RETURN_LABEL,
        PICK_UP,
        VOUCHER
    }

    public enum State {
        PENDING,
        CONFIRMED,
        /** It was done or taken on, and taken back. */
        CANCELLED,
        /** Only we say so: it was refused, or given up. */
        NOT_DONE
    }

    public Effect in(State other) {
        return new Effect(key, kind, other, amount, reference, at);
    }
}
