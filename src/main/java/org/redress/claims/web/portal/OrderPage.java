package org.redress.claims.web.portal;

import org.jspecify.annotations.Nullable;
import org.redress.ui.Frame;

/**
 * What {@code portal/order.jte} shows: step 1, which order is it?
 *
 * @param fromSlip whether the number was read from a packing slip, which may be another customer’s
 */
public record OrderPage(Frame frame, Shop shop, Draft draft, Faults faults, boolean fromSlip) {
    /** The sentence under a field, or null. */
    public @Nullable String fault(String field) {
        var says = faults.at(field);
        return says == null ? null : frame.words().say(says);
    }
}
