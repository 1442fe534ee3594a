package org.redress.calendars.app;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.redress.access.Merchants;
import org.redress.calendars.BusinessCalendar;
import org.redress.calendars.CalendarForm;
import org.redress.calendars.Calendars;
import org.redress.calendars.OwnDay;
import org.redress.calendars.WorkingTime;
import org.redress.calendars.model.Days;
import org.redress.calendars.model.StateCouncil;
import org.redress.calendars.model.TypedCalendar;
import org.redress.calendars.store.CalendarTable;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.springframework.stereotype.Component;

@Component
class CalendarDesk implements Calendars {
    private static final Duration KEPT = Duration.ofSeconds(30);
    private static final int MOST_KEPT = 10_000;

    private final CalendarTable table;
    private final PublicHolidays holidays;
    private final Merchants merchants;
    private final MerchantTransactions transactions;
    private final InstantSource clock;

    private final Cache<MerchantId, WorkingTime> kept =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).expireAfterWrite(KEPT).build();

    CalendarDesk(
            CalendarTable table,
            PublicHolidays holidays,
            Merchants merchants,
            MerchantTransactions transactions,
            InstantSource clock) {
        this.table = table;
        this.holidays = holidays;
        this.merchants = merchants;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public WorkingTime of(MerchantId merchant) {
        var known = kept.getIfPresent(merchant);
        if (known != null) {
            return known;
        }
        var working = days(merchant).working();
        kept.put(merchant, working);
        return working;
    }

    private Days days(MerchantId merchant) {
        var calendar = find(merchant);
        var country = calendar.country();
        if (country == null) {
            return new Days(calendar, _ -> "");
        }
        var language = merchants.find(merchant).language();
        return new Days(calendar, day -> holidays.name(country, calendar.region(), day, language));
    }

    @Override
    public BusinessCalendar find(MerchantId merchant) {
        return transactions.call(
                merchant,
                () -> table.find(merchant)
                        .orElseGet(() -> new BusinessCalendar(
                                merchants.find(merchant).zone(), Map.of(), null, null, table.days(merchant))));
    }

    @Override
    public List<DayAhead> ahead(MerchantId merchant, LocalDate from, int days) {
        var known = days(merchant);
        return from.datesUntil(from.plusDays(days)).map(known::of).toList();
    }

    @Override
    public void change(MerchantId merchant, CalendarForm form) {
        var typed = new TypedCalendar()
                .calendar(
                        form,
                        countries()::contains,
                        (country, region) -> regions(country).containsKey(region));
        transactions.run(merchant, () -> table.write(merchant, typed));
        kept.invalidate(merchant);
    }

    @Override
    public void addDay(MerchantId merchant, String day, String shifts, String name) {
        var today = LocalDate.ofInstant(clock.instant(), find(merchant).zone());
        add(merchant, List.of(new TypedCalendar().day(day, shifts, name, today)));
    }

    private void add(MerchantId merchant, List<OwnDay> days) {
        transactions.run(merchant, () -> {
            int before = table.countDays(merchant);
            if (before + days.size() > MOST_DAYS) {
                throw conflict("TOO_MANY_DAYS", "calendars.refusal.too-many", MOST_DAYS);
            }
            table.write(merchant, days);
        });
        kept.invalidate(merchant);
    }

    @Override
    public void removeDay(MerchantId merchant, LocalDate day) {
        transactions.run(merchant, () -> table.remove(merchant, day));
        kept.invalidate(merchant);
    }

    @Override
    public List<Year> arranged() {
        return StateCouncil.years();
    }

    @Override
    public void arrange(MerchantId merchant, String year) {
        var known = parse(year)
                .filter(arranged()::contains)
                .findFirst()
                .orElseThrow(
                        () -> new Refused(Refusal.invalid("/year", "NO_YEAR", Phrase.of("calendars.fault.NO_YEAR"))));
        var week = find(merchant).week();
        var worked = Stream.of(java.time.DayOfWeek.values())
                .map(day -> week.getOrDefault(day, List.of()))
                .filter(shifts -> !shifts.isEmpty())
                .findFirst()
                .orElseThrow(() -> conflict("NO_WEEK", "calendars.refusal.no-week"));
        add(merchant, StateCouncil.days(known, worked, merchants.find(merchant).language()));
    }

    private static Stream<Year> parse(String year) {
        try {
            return Stream.of(Year.parse(year.strip()));
        } catch (DateTimeException notAYear) {
            return Stream.empty();
        }
    }

    @Override
    public List<String> countries() {
        return holidays.countries();
    }

    @Override
    public SortedMap<String, String> regions(String country) {
        return holidays.regions(country, java.util.Locale.ENGLISH);
    }

    private static Refused conflict(String code, String key, Object... gaps) {
        return new Refused(Refusal.conflict(code, Phrase.of(key, gaps)));
    }
}
