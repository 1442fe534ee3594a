package org.redress.remedy;

import org.jspecify.annotations.Nullable;

/**
 * What surrounds a claim, as far as rules may look at it: nothing of the person.
 *
 * @param daysSinceDelivery whole days since the parcel was handed over until the claim was filed; null where no delivery
 *     is on record, which counts as today
 * @param daysWaited whole days since the claim was filed
 * @param severity as first looked at: SAFETY, HIGH, NORMAL or LOW
 * @param again whether a parcel that was to make it right was wrong itself
 */
public record Circumstances(@Nullable Integer daysSinceDelivery, int daysWaited, String severity, boolean again) {
    /** Nothing out of the ordinary. */
    public static final Circumstances USUAL = new Circumstances(null, 0, "NORMAL", false);

    /** In favour of the customer where nobody knows. */
    public int daysSince() {
        return daysSinceDelivery == null ? 0 : Math.max(0, daysSinceDelivery);
    }
}
