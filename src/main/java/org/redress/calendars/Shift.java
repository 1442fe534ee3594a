package org.redress.calendars;

import java.util.Locale;

/**
 * A stretch of a day in which people work. What goes over midnight is two of them.
 *
 * @param from minute of the day, 0 to 1439
 * @param to minute of the day, after {@code from}, at most 1440
 */
public record Shift(int from, int to) {
    public static final int DAY = 24 * 60;

    public Shift {
        if (from < 0 || to > DAY || from >= to) {
            throw new IllegalArgumentException("Not a stretch of a day: " + from + " to " + to);
        }
    }

    /** Such as {@code 09:00-12:30}. */
    @Override
    public String toString() {
        return clock(from) + "-" + clock(to);
    }

    private static String clock(int minute) {
        return String.format(Locale.ROOT, "%02d:%02d", minute / 60, minute % 60);
    }
}
