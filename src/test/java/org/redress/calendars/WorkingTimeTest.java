package org.redress.calendars;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingTimeTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final List<Shift> SPLIT = List.of(shift(9, 12), shift(13, 18));

    /** Monday to Friday with a long lunch. */
    private static final WorkingTime WEEK =
            WorkingTime.of(LONDON, day -> day.getDayOfWeek().getValue() < 6 ? SPLIT : List.of());

    private static Shift shift(int from, int to) {
        return new Shift(from * 60, to * 60);
    }

    private static Instant london(String local) {
        return LocalDateTime.parse(local).atZone(LONDON).toInstant();
    }

    @Test
    void lunch_nights_and_weekends_are_not_counted() {
        // Friday 11:00: one hour before lunch, five after it, the rest on Monday.
        assertThat(WEEK.plus(london("2026-11-27T11:00"), Duration.ofHours(8))).isEqualTo(london("2026-11-30T11:00"));
        assertThat(WEEK.between(london("2026-11-27T11:00"), london("2026-11-30T11:00")))
                .isEqualTo(Duration.ofHours(8));
        assertThat(WEEK.between(london("2026-11-28T00:00"), london("2026-11-30T00:00")))
                .isEqualTo(Duration.ZERO);
    }

    @Test
    void what_begins_while_nobody_works_begins_with_the_next_shift() {
        assertThat(WEEK.plus(london("2026-11-28T10:00"), Duration.ofHours(1))).isEqualTo(london("2026-11-30T10:00"));
        assertThat(WEEK.plus(london("2026-11-27T12:30"), Duration.ofMinutes(1))).isEqualTo(london("2026-11-27T13:01"));
    }

    @Test
    void a_shift_that_is_used_to_the_last_minute_ends_it_and_not_the_next_morning() {
        assertThat(WEEK.plus(london("2026-11-27T09:00"), Duration.ofHours(8))).isEqualTo(london("2026-11-27T18:00"));
    }

    @Test
    void an_hour_that_is_skipped_is_not_worked_and_one_that_comes_twice_is_worked_twice() {
        var nights = WorkingTime.of(LONDON, _ -> List.of(shift(0, 6)));
        // 29 March 2026: 01:00 becomes 02:00. 25 October 2026: 02:00 becomes 01:00.
        assertThat(nights.between(london("2026-03-29T00:00"), london("2026-03-29T12:00")))
                .isEqualTo(Duration.ofHours(5));
        assertThat(nights.between(london("2026-10-25T00:00"), london("2026-10-25T12:00")))
                .isEqualTo(Duration.ofHours(7));
        assertThat(nights.plus(london("2026-03-29T00:30"), Duration.ofHours(1))).isEqualTo(london("2026-03-29T02:30"));
    }

    @Test
    void a_shift_within_an_hour_that_is_skipped_is_none() {
        var short0 = WorkingTime.of(LONDON, _ -> List.of(new Shift(75, 105), shift(9, 10)));
        assertThat(short0.stretches(LocalDate.of(2026, 3, 29))).hasSize(1);
        assertThat(short0.stretches(LocalDate.of(2026, 3, 28))).hasSize(2);
    }

    @Test
    void around_the_clock_working_time_is_time() {
        var start = london("2026-10-25T00:30");
        assertThat(WorkingTime.AROUND_THE_CLOCK.plus(start, Duration.ofHours(24)))
                .isEqualTo(start.plus(Duration.ofHours(24)));
        assertThat(WorkingTime.AROUND_THE_CLOCK.between(start, start.plusSeconds(7)))
                .isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void where_nobody_ever_works_it_is_due_all_the_same() {
        var never = WorkingTime.of(LONDON, _ -> List.of());
        var start = london("2026-11-27T11:00");
        assertThat(never.plus(start, Duration.ofHours(1))).isAfter(start);
        assertThat(never.between(start, start.plus(Duration.ofDays(30)))).isEqualTo(Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void whatever_the_week_a_span_that_is_added_is_found_again_and_ends_within_a_shift(long seed) {
        var random = new Random(seed);
        var zones =
                List.of("Europe/London", "Asia/Shanghai", "America/St_Johns", "Australia/Lord_Howe", "Africa/Cairo");
        for (int round = 0; round < 150; round++) {
            var time = WorkingTime.of(ZoneId.of(zones.get(random.nextInt(zones.size()))), week(random)::get);
            var start = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(365 * 24 * 3600));
            var span = Duration.ofSeconds(1 + random.nextInt(80 * 3600));
            var end = time.plus(start, span);
            assertThat(time.between(start, end)).isEqualTo(span);
            assertThat(isWithinAShift(time, end)).isTrue();
            var later = start.plusSeconds(random.nextInt(100_000));
            assertThat(time.plus(later, span)).isAfterOrEqualTo(end);
            var more = span.plusSeconds(random.nextInt(10_000));
            assertThat(time.plus(start, more)).isAfterOrEqualTo(end);
            assertThat(time.between(start, later).plus(time.between(later, later.plus(span))))
                    .isEqualTo(time.between(start, later.plus(span)));
        }
    }

    private static boolean isWithinAShift(WorkingTime time, Instant at) {
        var day = LocalDate.ofInstant(at, ZoneId.of("UTC"));
        return day.minusDays(2)
                .datesUntil(day.plusDays(3))
                .flatMap(each -> time.stretches(each).stream())
                .anyMatch(stretch -> !at.isBefore(stretch.from()) && !at.isAfter(stretch.to()));
    }

    /** Some days free, others with one to three shifts; one at least is worked. */
    private static Days week(Random random) {
        var week = new EnumMap<DayOfWeek, List<Shift>>(DayOfWeek.class);
        week.put(DayOfWeek.of(1 + random.nextInt(7)), List.of(shift(9, 17)));
        for (var day : DayOfWeek.values()) {
            var cuts = random.ints(2L * random.nextInt(4), 0, Shift.DAY + 1)
                    .sorted()
                    .distinct()
                    .toArray();
            var shifts = new ArrayList<Shift>();
            for (int i = 0; i + 1 < cuts.length; i += 2) {
                shifts.add(new Shift(cuts[i], cuts[i + 1]));
            }
            if (!shifts.isEmpty()) {
                week.put(day, shifts);
            }
        }
        return new Days(week);
    }

    private record Days(Map<DayOfWeek, List<Shift>> week) {
        List<Shift> get(LocalDate day) {
            return week.getOrDefault(day.getDayOfWeek(), List.of());
        }
    }
}
