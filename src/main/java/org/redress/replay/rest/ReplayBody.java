package org.redress.replay.rest;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.remedy.Area;

/** What programs send about replays. */
final class ReplayBody {
    private ReplayBody() {}

    /**
     * @param policy a version of the merchant's; left out for the product's own rules of the area
     * @param source left out for the claims on record
     * @param from first day of filing, as {@code 2026-01-01}
     */
    record Start(Area area, @Nullable UUID policy, @Nullable String source, String from, String to) {}
}
