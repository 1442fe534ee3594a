package org.redress.remedy.rest;

import org.jspecify.annotations.Nullable;
import org.redress.remedy.Area;

/** What programs send about policies. */
final class PolicyBody {
    private PolicyBody() {}

    /** @param tables a DMN file; left out to begin from what is in force today */
    record Draft(
            Area area, @Nullable String tables, @Nullable String note) {}

    record Check(Area area, String tables) {}

    record Change(String tables, @Nullable String note) {}

    /** Days as {@code 2026-12-01}. */
    record HandIn(String from, @Nullable String to) {}

    enum Decision {
        APPROVE,
        REFUSE
    }

    record Review(Decision decision, @Nullable String note) {}

    record End(@Nullable String note) {}
}
