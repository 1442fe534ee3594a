package org.redress.ui;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/** A day as people and programs write it: {@code 2026-12-31}, from the year 2000 to 2199. */
public final class Day {
    private static final Pattern WRITTEN = Pattern.compile("2[01][0-9]{2}-[0-9]{2}-[0-9]{2}");

    private Day() {}

    /** Empty where it is no such day. */
    public static Optional<LocalDate> read(String text) {
        try {
            return WRITTEN.matcher(text).matches() ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeParseException notInTheCalendar) {
            return Optional.empty();
        }
    }
}
