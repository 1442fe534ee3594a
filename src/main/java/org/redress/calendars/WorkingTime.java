package org.redress.calendars;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Spans in the time in which people work. Exact where clocks are put forward or back: an hour that does not exist is not
 * worked, one that comes twice is worked twice.
 */
public final class WorkingTime {
    /** Every hour of every day: working time is time. */
    public static final WorkingTime AROUND_THE_CLOCK = new WorkingTime(ZoneId.of("UTC"), _ -> List.of(), true);

    /** Where nobody works for so long, what is due is due then. */
    private static final int MOST_DAYS = 1000;

    private final ZoneId zone;
    private final Function<LocalDate, List<Shift>> days;
    private final boolean always;

    private WorkingTime(ZoneId zone, Function<LocalDate, List<Shift>> days, boolean always) {
        this.zone = zone;
        this.days = days;
        this.always = always;
    }

    /** @param days the shifts of a day, in their order and apart from each other */
    public static WorkingTime of(ZoneId zone, Function<LocalDate, List<Shift>> days) {
        return new WorkingTime(zone, days, false);
    }

    public boolean isAroundTheClock() {
        return always;
    }

    /** A stretch in which people work. */
    public record Stretch(Instant from, Instant to) {}

    /** When that much working time has passed: within a shift, at its end at the latest; {@code start} itself for nothing. */
    public Instant plus(Instant start, Duration span) {
        if (span.isNegative()) {
            throw new IllegalArgumentException("Working time runs forward only");
        }
        if (always || span.isZero()) {
            return start.plus(span);
        }
        var left = span;
        var day = LocalDate.ofInstant(start, zone);
        for (int idle = 0; idle < MOST_DAYS; idle++, day = day.plusDays(1)) {
            for (var stretch : stretches(day)) {
                var from = stretch.from().isBefore(start) ? start : stretch.from();
                if (!from.isBefore(stretch.to())) {
                    continue;
                }
                idle = 0;
                var length = Duration.between(from, stretch.to());
                if (left.compareTo(length) <= 0) {
                    return from.plus(left);
                }
                left = left.minus(length);
            }
        }
        return day.atStartOfDay(zone).toInstant();
    }

    /** How much working time lies between; nothing where {@code end} is not after {@code start}. */
    public Duration between(Instant start, Instant end) {
        if (!start.isBefore(end)) {
            return Duration.ZERO;
        }
        if (always) {
            return Duration.between(start, end);
        }
        var worked = Duration.ZERO;
        var last = LocalDate.ofInstant(end, zone);
        for (var day = LocalDate.ofInstant(start, zone); !day.isAfter(last); day = day.plusDays(1)) {
            for (var stretch : stretches(day)) {
                var from = stretch.from().isBefore(start) ? start : stretch.from();
                var to = stretch.to().isAfter(end) ? end : stretch.to();
                if (from.isBefore(to)) {
                    worked = worked.plus(Duration.between(from, to));
                }
            }
        }
        return worked;
    }

    /** When people work on a day. */
    public List<Stretch> stretches(LocalDate day) {
        if (always) {
            return List.of(new Stretch(at(day, 0), at(day, Shift.DAY)));
        }
        var stretches = new ArrayList<Stretch>();
        for (var shift : days.apply(day)) {
            var stretch = new Stretch(at(day, shift.from()), at(day, shift.to()));
            if (stretch.from().isBefore(stretch.to())) {
                stretches.add(stretch);
            }
        }
        return stretches;
    }

    private Instant at(LocalDate day, int minute) {
        var local = minute == Shift.DAY
                ? day.plusDays(1).atStartOfDay()
                : LocalDateTime.of(day, LocalTime.of(minute / 60, minute % 60));
        var change = zone.getRules().getTransition(local);
        // A local time that is skipped: the moment at which it is.
        return change != null && change.isGap()
                ? change.getInstant()
                : local.atZone(zone).toInstant();
    }
}
