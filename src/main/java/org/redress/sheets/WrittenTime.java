package org.redress.sheets;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Era;

/**
 * A time as people write it: {@code 2026-3-1 12:30}, {@code 2026/3/1}, {@code 2026年3月1日 下午1:05}, {@code 1 Mar 2026},
 * {@code 25/12/2026}, {@code 1.3.2026}. With an offset it is that instant; without one it is on the merchant's clock. A day
 * and a month that could change places are not guessed; points stand between day, month and year in that order
 * everywhere.
 */
sealed interface WrittenTime {
    record At(Instant instant) implements WrittenTime {}

    /** {@code 01/03/2026} is in January in some places and in March in others. */
    record Ambiguous() implements WrittenTime {}

    record None() implements WrittenTime {}

    String CLOCK =
            "(?:(?:[ T]|(?<=日))\\s*(?<half>上午|下午|中午)?\\s*(?<hour>\\d{1,2})[:时点](?<minute>\\d{2})分?(?:(?::|(?<=分))(?<second>\\d{2})秒?(?:[.,](?<fraction>\\d{1,9}))?)?\\s*(?<meridiem>[AaPp]\\.?[Mm]\\.?)?)?";
    Pattern YEAR_FIRST =
            Pattern.compile("(?<year>\\d{4})(?<sep>[-/.年])(?<month>\\d{1,2})(?:\\k<sep>|月)(?<day>\\d{1,2})日?" + CLOCK);
    Pattern YEAR_LAST = Pattern.compile("(?<one>\\d{1,2})(?<sep>[-/.])(?<two>\\d{1,2})\\k<sep>(?<year>\\d{4})" + CLOCK);
    Pattern DAY_NAMED =
            Pattern.compile("(?<day>\\d{1,2})[ -](?<named>[A-Za-z]{3,9})\\.?,?[ -](?<year>\\d{4}),?" + CLOCK);
    Pattern NAMED_DAY = Pattern.compile("(?<named>[A-Za-z]{3,9})\\.? (?<day>\\d{1,2}),? (?<year>\\d{4}),?" + CLOCK);
    Pattern OFFSET = Pattern.compile("\\d{4}-\\d{2}-\\d{2}[T ].*(Z|[+-]\\d{2}:\\d{2})");
    List<String> MONTHS = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");

    static WrittenTime read(String written, ZoneId zone) {
        var text = Normalizer.isNormalized(written, Normalizer.Form.NFKC)
                ? written
                : Normalizer.normalize(written, Normalizer.Form.NFKC);
        try {
            if (OFFSET.matcher(text).matches()) {
                return at(OffsetDateTime.parse(text.replace(' ', 'T')).toInstant());
            }
            var match = YEAR_FIRST.matcher(text);
            if (match.matches()) {
                return at(day(match, number(match, "month"), number(match, "day")), match, zone);
            }
            match = YEAR_LAST.matcher(text);
            if (match.matches()) {
                return yearLast(match, zone);
            }
            match = DAY_NAMED.matcher(text);
            if (!match.matches()) {
                match = NAMED_DAY.matcher(text);
            }
            if (match.matches()) {
                var month = month(match.group("named"));
                return month.isEmpty() ? new None() : at(day(match, month.get(), number(match, "day")), match, zone);
            }
            return new None();
        } catch (DateTimeException noSuchDay) {
            return new None();
        }
    }

    private static WrittenTime yearLast(Matcher match, ZoneId zone) {
        int one = number(match, "one");
        int two = number(match, "two");
        boolean dayFirst = match.group("sep").equals(".") || one > 12 || one == two;
        if (!dayFirst && two <= 12) {
            return new Ambiguous();
        }
        return at(dayFirst ? day(match, two, one) : day(match, one, two), match, zone);
    }

    private static LocalDate day(Matcher match, int month, int day) {
        return LocalDate.of(number(match, "year"), month, day);
    }

    /** Of an English name or its beginning, from three letters on. */
    private static Optional<Integer> month(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        for (int i = 0; i < MONTHS.size(); i++) {
            if (MONTHS.get(i).startsWith(lower)) {
                return Optional.of(i + 1);
            }
        }
        return Optional.empty();
    }

    private static WrittenTime at(LocalDate day, Matcher match, ZoneId zone) {
        return at(day.atTime(clock(match)).atZone(zone).toInstant());
    }

    private static WrittenTime at(Instant instant) {
        return Era.WRITTEN.holds(instant) ? new At(instant.truncatedTo(ChronoUnit.MICROS)) : new None();
    }

    private static LocalTime clock(Matcher match) {
        if (match.group("hour") == null) {
            return LocalTime.MIDNIGHT;
        }
        var fraction = match.group("fraction");
        return LocalTime.of(
                hour(number(match, "hour"), match.group("half"), match.group("meridiem")),
                number(match, "minute"),
                match.group("second") == null ? 0 : number(match, "second"),
                fraction == null ? 0 : Integer.parseInt(fraction + "0".repeat(9 - fraction.length())));
    }

    private static int hour(int hour, @Nullable String half, @Nullable String meridiem) {
        boolean twelve = half != null || meridiem != null;
        if (twelve && (hour > 12 || hour == 0)) {
            throw new DateTimeException("No hour of a clock of twelve: " + hour);
        }
        boolean afternoon = half != null
                ? !half.equals("上午")
                : meridiem != null && meridiem.toLowerCase(Locale.ROOT).startsWith("p");
        return !twelve ? hour : hour % 12 + (afternoon ? 12 : 0);
    }

    private static int number(Matcher match, String group) {
        return Integer.parseInt(match.group(group));
    }
}
