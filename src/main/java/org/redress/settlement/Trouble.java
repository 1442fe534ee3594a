package org.redress.settlement;

import org.redress.kernel.Phrase;

/**
 * Why a step has not been done.
 *
 * @param detail what the other side said, as it said it; may be empty
 */
public record Trouble(Kind kind, String detail) {
    public static final int LONGEST_DETAIL = 500;

    public enum Kind {
        /** No answer in time: nobody knows yet whether it was done. */
        TIMEOUT,
        UNREACHABLE,
        /** The other side answered with a fault of its own. */
        THEIR_FAULT,
        UNREADABLE_ANSWER,
        /** Our credentials were not taken. */
        NOT_LET_IN,
        /** The other side said no. */
        REFUSED,
        NOT_ENOUGH_LEFT,
        ORDER_UNKNOWN,
        /** It failed so often in a row that we wait a while before we ask again. */
        CIRCUIT_OPEN,
        /** Somebody stopped the plan. */
        STOPPED,
        OUR_FAULT;

        /** Whether it leaves open what the other side has done. */
        public boolean leavesOpen() {
            return switch (this) {
                case TIMEOUT, UNREACHABLE, THEIR_FAULT, UNREADABLE_ANSWER, NOT_LET_IN, CIRCUIT_OPEN, OUR_FAULT -> true;
                case REFUSED, NOT_ENOUGH_LEFT, ORDER_UNKNOWN, STOPPED -> false;
            };
        }
    }

    public Trouble {
        if (detail.length() > LONGEST_DETAIL) {
            detail = detail.substring(0, LONGEST_DETAIL);
        }
    }

    public static Trouble of(Kind kind) {
        return new Trouble(kind, "");
    }

    public Phrase sentence() {
        return detail.isBlank()
                ? Phrase.of("settlement.trouble." + kind)
                : Phrase.of("settlement.trouble.detail", Phrase.of("settlement.trouble." + kind), detail);
    }
}
