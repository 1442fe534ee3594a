package org.redress.calendars.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.redress.calendars.BusinessCalendar;
import org.redress.calendars.Calendars.DayAhead;
import org.redress.calendars.OwnDay;
import org.redress.calendars.Shift;
import org.redress.calendars.WorkingTime;

/** What a day is like: as it was set for itself, else a public holiday, else as its week says. */
public final class Days {
    private final BusinessCalendar calendar;
    private final Map<LocalDate, OwnDay> own;
    private final Function<LocalDate, String> holidays;

    /** @param holidays the name of a public holiday; empty on any other day */
    public Days(BusinessCalendar calendar, Function<LocalDate, String> holidays) {
        this.calendar = calendar;
        this.own = calendar.days().stream().collect(Collectors.toMap(OwnDay::day, day -> day));
        this.holidays = holidays;
    }

    public WorkingTime working() {
        return calendar.isAroundTheClock()
                ? WorkingTime.AROUND_THE_CLOCK
                : WorkingTime.of(calendar.zone(), day -> of(day).shifts());
    }

    public DayAhead of(LocalDate day) {
        if (calendar.isAroundTheClock()) {
            return new DayAhead(day, List.of(new Shift(0, Shift.DAY)), "");
        }
        var set = own.get(day);
        if (set != null) {
            return new DayAhead(day, set.shifts(), set.name());
        }
        var holiday = holidays.apply(day);
        return holiday.isEmpty()
                ? new DayAhead(day, calendar.week().getOrDefault(day.getDayOfWeek(), List.of()), "")
                : new DayAhead(day, List.of(), holiday);
    }
}
