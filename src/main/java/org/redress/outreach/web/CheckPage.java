package org.redress.outreach.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.access.Merchant;
import org.redress.kernel.Demand;
import org.redress.outreach.Outreach;
import org.redress.ui.Frame;

/**
 * What the customer sees whom we wrote to.
 *
 * @param outreach null where the link has expired
 * @param ordered as people call it; null where the parcel as a whole may be another’s
 * @param came what probably came instead, as people call it; null where nobody knows
 * @param units how many were ordered
 */
public record CheckPage(
        Frame frame,
        Merchant merchant,
        String link,
        @Nullable Outreach outreach,
        @Nullable String ordered,
        @Nullable String came,
        int units,
        @Nullable String fault) {
    public static final List<Demand> DEMANDS = List.of(Demand.RESHIP, Demand.REFUND);

    public String home() {
        return "/shop/" + merchant.slug();
    }
}
