package org.redress.remedy;

import java.util.List;
import org.redress.kernel.Money;
import org.redress.kernel.Phrase;

/**
 * One fair way to make it right.
 *
 * @param optionId the same for the same plan, so that a page may name it in its next request
 * @param cost what it costs us, by kind
 * @param etaDays until the customer has what they are owed, once they agree
 * @param demanded whether this is what the customer asked for
 */
public record RemedyOption(
        String optionId,
        RemedyPlan plan,
        Cost cost,
        Effort customerEffort,
        int etaDays,
        boolean approvalNeeded,
        boolean demanded,
        Basis policy,
        Phrase legalFloor) {

    /** Money, goods, freight and handling, less what returned goods bring back. */
    public Money costToUs() {
        return cost.total();
    }

    /** What the customer has to do. */
    public enum Effort {
        NONE,
        /** Take a parcel in. */
        LOW,
        /** Send something back with our label. */
        MEDIUM,
        /** Both. */
        HIGH
    }

    /** The table and the rules that led here. */
    public record Basis(String table, String version, List<Rule> rules) {}
}
