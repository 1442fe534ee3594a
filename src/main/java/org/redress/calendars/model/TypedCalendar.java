package org.redress.calendars.model;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.redress.calendars.BusinessCalendar;
import org.redress.calendars.CalendarForm;
import org.redress.calendars.Calendars;
import org.redress.calendars.OwnDay;
import org.redress.calendars.Shift;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;

/** Reads a form and gathers what is wrong with it, so that all of it is said at once. */
public final class TypedCalendar {
    private static final int YEARS = 10;

    private final List<Refusal.Fault> faults = new ArrayList<>();

    public BusinessCalendar calendar(
            CalendarForm form, Predicate<String> isCountry, BiPredicate<String, String> isRegion) {
        var zone = zone(form.zone());
        var week = form.aroundTheClock() ? Map.<DayOfWeek, List<Shift>>of() : week(form.week());
        var country = form.country().strip().toLowerCase(Locale.ROOT);
        var region = form.region().strip().toLowerCase(Locale.ROOT);
        if (!country.isEmpty() && !isCountry.test(country)) {
            fault("country", "NO_COUNTRY");
        } else if (!region.isEmpty() && (country.isEmpty() || !isRegion.test(country, region))) {
            fault("region", "NO_REGION");
        }
        refuse();
        return new BusinessCalendar(
                zone, week, country.isEmpty() ? null : country, region.isEmpty() ? null : region, List.of());
    }

    /** @param today no day is added that is far from it */
    public OwnDay day(String day, String shifts, String name, LocalDate today) {
        var on = date(day);
        if (on.isPresent()
                && (on.get().isBefore(today.minusYears(YEARS)) || on.get().isAfter(today.plusYears(YEARS)))) {
            fault("day", "FAR_DAY");
        }
        var called = name.strip();
        if (called.length() > Calendars.LONGEST_NAME || called.chars().anyMatch(Character::isISOControl)) {
            fault("name", "NAME");
        }
        var worked = shifts("shifts", shifts);
        refuse();
        return new OwnDay(on.orElseThrow(), worked, called);
    }

    private Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeException notADay) {
            fault("day", "NO_DAY");
            return Optional.empty();
        }
    }

    private ZoneId zone(String text) {
        var zone = text.strip();
        if (zone.equals("UTC") || ZoneId.getAvailableZoneIds().contains(zone)) {
            return ZoneId.of(zone);
        }
        fault("zone", "NO_ZONE");
        return ZoneId.of("UTC");
    }

    private Map<DayOfWeek, List<Shift>> week(Map<DayOfWeek, String> typed) {
        var week = new EnumMap<DayOfWeek, List<Shift>>(DayOfWeek.class);
        typed.forEach((day, text) -> {
            var shifts = shifts(day.name().toLowerCase(Locale.ROOT), text);
            if (!shifts.isEmpty()) {
                week.put(day, shifts);
            }
        });
        if (week.isEmpty() && faults.isEmpty()) {
            fault("monday", "NO_WEEK");
        }
        return week;
    }

    private List<Shift> shifts(String field, String text) {
        return switch (Shifts.read(text)) {
            case Shifts.Read.Understood(var shifts) -> shifts;
            case Shifts.Read.Not(var code) -> {
                fault(field, code);
                yield List.of();
            }
        };
    }

    private void fault(String field, String code) {
        faults.add(new Refusal.Fault("/" + field, code, Phrase.of("calendars.fault." + code)));
    }

    private void refuse() {
        if (!faults.isEmpty()) {
            throw new Refused(Refusal.invalid(faults));
        }
    }
}
