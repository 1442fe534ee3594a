package org.redress.calendars;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A calendar as it is typed.
 *
 * @param week the shifts of each day as people write them, such as {@code 09:00-12:00, 13:00-18:00}; a blank day is free
 * @param country whose public holidays are free; blank for none
 * @param region of it; blank for what all of the country shares
 */
public record CalendarForm(
        String zone, boolean aroundTheClock, Map<DayOfWeek, String> week, String country, String region) {

    public static CalendarForm of(BusinessCalendar calendar) {
        return new CalendarForm(
                calendar.zone().getId(),
                calendar.isAroundTheClock(),
                Arrays.stream(DayOfWeek.values())
                        .collect(Collectors.toMap(
                                day -> day,
                                day -> calendar.week().getOrDefault(day, List.of()).stream()
                                        .map(Shift::toString)
                                        .collect(Collectors.joining(", ")))),
                Objects.requireNonNullElse(calendar.country(), ""),
                Objects.requireNonNullElse(calendar.region(), ""));
    }
}
