package org.redress.calendars;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a merchant's people work, as it is set.
 *
 * @param week the shifts of each day in their order; empty where somebody works around the clock
 * @param country whose public holidays are free, by ISO 3166-1; null for none
 * @param region of it, as the holidays name it, such as {@code by}; null for what all of the country shares
 * @param days those that are otherwise, the earliest first
 */
public record BusinessCalendar(
        ZoneId zone,
        Map<DayOfWeek, List<Shift>> week,
        @Nullable String country,
        @Nullable String region,
        List<OwnDay> days) {

    public boolean isAroundTheClock() {
        return week.isEmpty();
    }
}
