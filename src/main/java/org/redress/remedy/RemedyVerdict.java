package org.redress.remedy;

import java.util.List;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;

/** Whether a plan, however it was put together, may be offered. */
public sealed interface RemedyVerdict {
    /** It may; above a limit somebody else has to approve it first. */
    record Allowed(Cost cost, boolean approvalNeeded, List<Rule> rules, Phrase legalFloor) implements RemedyVerdict {}

    /** It may not: the reason is the refusal. */
    sealed interface Denied extends RemedyVerdict {
        Refusal refusal();
    }

    /** Fields that make no sense: codes {@code REMEDY_…} in the faults, one for each place. */
    record Malformed(Refusal refusal) implements Denied {}

    /** Units that the claim does not hold, or that an earlier plan has settled: {@code REMEDY_GIVEN_ALREADY}. */
    record TwiceGiven(Refusal refusal) implements Denied {}

    /** More money than is left of what was paid: {@code REMEDY_ABOVE_PAID}. */
    record BeyondPaid(Refusal refusal) implements Denied {}

    /** Less than the customer is entitled to, and not their own wish: {@code REMEDY_BELOW_FLOOR}. */
    record BelowFloor(Refusal refusal) implements Denied {}
}
