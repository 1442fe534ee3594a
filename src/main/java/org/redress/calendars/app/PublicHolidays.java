package org.redress.calendars.app;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** The public holidays of countries and their regions, as Jollyday has them. China's are not among them. */
@Component
class PublicHolidays {
    private static final int MOST_YEARS = 500;

    private record Place(String country, @Nullable String region, int year, Locale language) {}

    private final Cache<Place, Map<LocalDate, String>> known =
            Caffeine.newBuilder().maximumSize(MOST_YEARS).build();

    private final Supplier<List<String>> countries = SingletonSupplier.of(PublicHolidays::all);

    List<String> countries() {
        return countries.get();
    }

    private static List<String> all() {
        var iso = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);
        return HolidayManager.getSupportedCalendarCodes().stream()
                .map(code -> code.toLowerCase(Locale.ROOT))
                .filter(code -> iso.contains(code.toUpperCase(Locale.ROOT)))
                .distinct()
                .sorted()
                .toList();
    }

    SortedMap<String, String> regions(String country, Locale language) {
        var regions = new TreeMap<String, String>();
        if (countries().contains(country)) {
            manager(country)
                    .getCalendarHierarchy()
                    .getChildren()
                    .forEach((code, region) -> regions.put(code, region.getDescription(language)));
        }
        return regions;
    }

    /** Empty where it is none. */
    String name(String country, @Nullable String region, LocalDate day, Locale language) {
        return known.get(new Place(country, region, day.getYear(), language), PublicHolidays::holidays)
                .getOrDefault(day, "");
    }

    private static Map<LocalDate, String> holidays(Place place) {
        var regions = place.region() == null ? new String[0] : new String[] {place.region()};
        return manager(place.country()).getHolidays(Year.of(place.year()), HolidayType.PUBLIC_HOLIDAY, regions).stream()
                .collect(Collectors.toMap(
                        Holiday::getDate, holiday -> holiday.getDescription(place.language()), (one, _) -> one));
    }

    private static HolidayManager manager(String country) {
        return HolidayManager.getInstance(ManagerParameters.create(country));
    }
}
