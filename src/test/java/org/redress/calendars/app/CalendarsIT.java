package org.redress.calendars.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.access.Merchants;
import org.redress.calendars.CalendarForm;
import org.redress.calendars.Calendars;
import org.redress.calendars.OwnDay;
import org.redress.calendars.store.CalendarTable;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Refused;
import org.redress.testing.OwnMerchant;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;

@RedressTest
class CalendarsIT {
    @Autowired
    Calendars calendars;

    @Autowired
    Merchants merchants;

    @Autowired
    CalendarTable table;

    @Autowired
    MerchantTransactions transactions;

    private MerchantId merchant;

    @BeforeEach
    void found() {
        merchant = OwnMerchant.found(merchants);
    }

    private void week(String zone, String country, String region) {
        var week = Arrays.stream(DayOfWeek.values())
                .collect(Collectors.toMap(day -> day, day -> day.getValue() < 6 ? "09:00-12:00, 13:00-18:00" : ""));
        calendars.change(merchant, new CalendarForm(zone, false, week, country, region));
    }

    @Test
    void whoever_has_set_nothing_works_around_the_clock() {
        assertThat(calendars.of(merchant).isAroundTheClock()).isTrue();
        assertThat(calendars.find(merchant).zone().getId()).isEqualTo("Europe/London");
    }

    @Test
    void what_is_set_holds_at_once_and_public_holidays_are_free() {
        assertThat(calendars.of(merchant).isAroundTheClock()).isTrue();
        week("Europe/Berlin", "de", "by");
        // Thursday, 24 December 2026, 17:00 in Berlin: Christmas, St Stephen's on a Saturday, then Monday.
        var start = Instant.parse("2026-12-24T16:00:00Z");
        assertThat(calendars.of(merchant).plus(start, Duration.ofHours(2)))
                .isEqualTo(Instant.parse("2026-12-28T09:00:00Z"));
        // Epiphany is free in Bavaria and not in all of Germany.
        assertThat(calendars
                        .ahead(merchant, LocalDate.of(2027, 1, 6), 1)
                        .getFirst()
                        .shifts())
                .isEmpty();
        week("Europe/Berlin", "de", "");
        assertThat(calendars
                        .ahead(merchant, LocalDate.of(2027, 1, 6), 1)
                        .getFirst()
                        .shifts())
                .hasSize(2);
    }

    @Test
    void an_own_day_goes_before_a_holiday_and_is_gone_when_it_is_removed() {
        week("Europe/Berlin", "de", "");
        calendars.addDay(merchant, "2026-12-25", "10:00-12:00", "Hotline");
        var day = LocalDate.of(2026, 12, 25);
        assertThat(calendars.ahead(merchant, day, 1).getFirst().name()).isEqualTo("Hotline");
        assertThat(calendars.ahead(merchant, day, 1).getFirst().shifts()).hasSize(1);
        calendars.removeDay(merchant, day);
        assertThat(calendars.ahead(merchant, day, 1).getFirst().shifts()).isEmpty();
    }

    @Test
    void china_s_make_up_days_are_filled_in_and_worked() {
        assertThat(catchThrowableOfType(Refused.class, () -> calendars.arrange(merchant, "2026"))
                        .refusal()
                        .code())
                .isEqualTo("NO_WEEK");
        week("Asia/Shanghai", "", "");
        calendars.arrange(merchant, "2026");
        calendars.arrange(merchant, "2026");
        assertThat(calendars.find(merchant).days()).hasSize(39);
        // Saturday, 14 February 2026 is worked; then nobody until Tuesday, 24 February.
        var start = Instant.parse("2026-02-14T09:00:00Z");
        assertThat(calendars.of(merchant).plus(start, Duration.ofHours(2)))
                .isEqualTo(Instant.parse("2026-02-24T02:00:00Z"));
        assertThat(catchThrowableOfType(Refused.class, () -> calendars.arrange(merchant, "1999"))
                        .refusal()
                        .faults())
                .hasSize(1);
    }

    @Test
    void there_is_room_for_five_hundred_days() {
        var first = LocalDate.of(2024, 1, 1);
        transactions.run(
                merchant,
                () -> table.write(
                        merchant,
                        first.datesUntil(first.plusDays(Calendars.MOST_DAYS))
                                .map(day -> new OwnDay(day, java.util.List.of(), ""))
                                .toList()));
        assertThat(catchThrowableOfType(Refused.class, () -> calendars.addDay(merchant, "2026-12-24", "", ""))
                        .refusal()
                        .code())
                .isEqualTo("TOO_MANY_DAYS");
        assertThat(calendars.find(merchant).days()).hasSize(Calendars.MOST_DAYS);
    }

    @Test
    void many_countries_are_known_with_their_regions() {
        assertThat(calendars.countries()).contains("de", "gb", "us", "jp").doesNotContain("cn");
        assertThat(calendars.regions("de")).containsKey("by");
        assertThat(calendars.regions("nowhere")).isEqualTo(Map.of());
    }
}
