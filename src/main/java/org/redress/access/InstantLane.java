package org.redress.access;

import java.util.Currency;
import org.redress.kernel.Money;

/**
 * Whether small, well-evidenced claims may be offered a remedy without an agent, and within what bounds (domain.md F10).
 *
 * @param cap what a remedy may cost us at most
 * @param auditPercent how many of a hundred such claims, picked at random, a person looks at all the same
 */
public record InstantLane(boolean on, Money cap, int auditPercent) {
    public static final int USUAL_AUDIT = 10;

    /** As every new merchant begins. */
    public static InstantLane off(Currency currency) {
        return new InstantLane(false, Money.zero(currency), USUAL_AUDIT);
    }
}
