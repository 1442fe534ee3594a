package org.redress.replay;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.redress.kernel.Money;
import org.redress.remedy.RemedyPlan;
import org.redress.remedy.Rule;

/**
 * A claim that the tried rules would have decided in another way.
 *
 * @param position in the run, from 1; 0 before it is kept
 * @param claim its id, and {@code number} what people call it
 */
public record Change(
        long position, UUID claim, String number, Instant filedAt, Effect effect, Side before, Side after) {
    public enum Effect {
        BETTER,
        WORSE,
        /** For us, and not for the customer. */
        NEITHER
    }

    /**
     * One set of rules.
     *
     * @param cost to us
     * @param hours longest time until the customer has it, by the rules' own clocks
     * @param rules that decide on this side and not on the other: why it is another decision
     */
    public record Side(
            RemedyPlan plan,
            Money cost,
            Money worth,
            int hours,
            boolean approval,
            boolean atOnce,
            boolean granted,
            List<Rule> rules) {}
}
