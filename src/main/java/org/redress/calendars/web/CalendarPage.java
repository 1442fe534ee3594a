package org.redress.calendars.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.time.format.TextStyle;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.calendars.CalendarForm;
import org.redress.calendars.Calendars.DayAhead;
import org.redress.calendars.OwnDay;
import org.redress.calendars.Shift;
import org.redress.ui.Choice;
import org.redress.ui.Frame;

/**
 * A merchant's calendar.
 *
 * @param faults what is wrong with each field, in words
 * @param days those that are otherwise, the earliest first
 * @param ahead how the next two weeks come out
 * @param arranged years that the State Council has arranged
 */
public record CalendarPage(
        Frame frame,
        CalendarForm form,
        NewDay day,
        Map<String, String> faults,
        List<Choice> zones,
        List<Choice> countries,
        Map<String, String> regions,
        List<OwnDay> days,
        LocalDate today,
        List<DayAhead> ahead,
        Collection<Year> arranged) {

    public List<OwnDay> toCome() {
        return days.stream().filter(own -> !own.day().isBefore(today)).toList();
    }

    public List<OwnDay> past() {
        return days.stream().filter(own -> own.day().isBefore(today)).toList();
    }

    /** A day that is being added. */
    public record NewDay(String day, String shifts, String name) {
        static final NewDay BLANK = new NewDay("", "", "");
    }

    public @Nullable String fault(String field) {
        return faults.get(field);
    }

    public List<DayOfWeek> week() {
        return List.of(DayOfWeek.values());
    }

    public String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL_STANDALONE, frame.words().locale());
    }

    /** Of its field. */
    public static String field(DayOfWeek day) {
        return day.name().toLowerCase(Locale.ROOT);
    }

    public String shifts(List<Shift> shifts) {
        var words = frame.words();
        if (shifts.isEmpty()) {
            return words.say("calendars.free");
        }
        return shifts.equals(List.of(new Shift(0, Shift.DAY)))
                ? words.say("calendars.all-day")
                : words.list(shifts.stream().map(Shift::toString).toList());
    }

    /** The regions of the chosen country, as they are written. */
    public String knownRegions() {
        return regions.entrySet().stream()
                .map(region -> region.getKey() + " (" + region.getValue() + ")")
                .collect(Collectors.joining(", "));
    }
}
