package org.redress.calendars.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.calendars.CalendarForm;
import org.redress.calendars.OwnDay;
import org.redress.calendars.Shift;
import org.redress.kernel.Refused;

class TypedCalendarTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            9:00-12:00, 13:00-18:00 | 09:00-12:00 13:00-18:00
            13:00–18:00; 09:00–12:00 | 09:00-12:00 13:00-18:00
            09：00至12：00，13：00至18：00 | 09:00-12:00 13:00-18:00
            00:00-24:00 | 00:00-24:00
            09:00-12:00,12:00-18:00 | 09:00-12:00 12:00-18:00
            """)
    void shifts_are_read_as_people_write_them(String written, String read) {
        assertThat(Shifts.read(written))
                .isInstanceOfSatisfying(
                        Shifts.Read.Understood.class,
                        understood -> assertThat(understood.shifts().stream().map(Shift::toString))
                                .containsExactly(read.split(" ")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mornings | NO_SHIFT
            09:00 | NO_SHIFT
            09:00-12:00, | NO_SHIFT
            25:00-26:00 | NO_TIME
            09:60-12:00 | NO_TIME
            24:01-24:02 | NO_TIME
            18:00-09:00 | ENDS_BEFORE
            09:00-09:00 | ENDS_BEFORE
            09:00-13:00, 12:00-18:00 | OVERLAP
            0:00-1:00,1:00-2:00,2:00-3:00,3:00-4:00,4:00-5:00,5:00-6:00,6:00-7:00,7:00-8:00,8:00-9:00 | MANY_SHIFTS
            """)
    void what_is_no_shift_is_said(String written, String code) {
        assertThat(Shifts.read(written)).isEqualTo(new Shifts.Read.Not(code));
    }

    @Test
    void all_that_is_wrong_is_said_at_once() {
        var form = new CalendarForm(
                "Mars/Base",
                false,
                Map.of(DayOfWeek.MONDAY, "25:00-26:00", DayOfWeek.TUESDAY, "09:00-08:00"),
                "xx",
                "by");
        assertThat(faults(() -> new TypedCalendar().calendar(form, "de"::equals, (_, region) -> region.equals("by"))))
                .containsExactlyInAnyOrder(
                        "/zone NO_ZONE", "/monday NO_TIME", "/tuesday ENDS_BEFORE", "/country NO_COUNTRY");
    }

    @Test
    void a_region_belongs_to_its_country() {
        assertThat(faults(() -> typed("de", "zz"))).containsExactly("/region NO_REGION");
        assertThat(faults(() -> typed("", "by"))).containsExactly("/region NO_REGION");
        assertThat(typed("DE", "by").region()).isEqualTo("by");
    }

    private static org.redress.calendars.BusinessCalendar typed(String country, String region) {
        var form = new CalendarForm("Asia/Shanghai", true, Map.of(), country, region);
        return new TypedCalendar().calendar(form, "de"::equals, (_, known) -> known.equals("by"));
    }

    @Test
    void a_week_in_which_nobody_works_is_none() {
        var form = new CalendarForm("UTC", false, Map.of(DayOfWeek.MONDAY, " "), "", "");
        assertThat(faults(() -> new TypedCalendar().calendar(form, _ -> false, (_, _) -> false)))
                .containsExactly("/monday NO_WEEK");
    }

    @Test
    void a_day_is_off_unless_it_has_shifts() {
        assertThat(new TypedCalendar().day("2026-12-24", "", " Christmas Eve ", TODAY))
                .isEqualTo(new OwnDay(LocalDate.of(2026, 12, 24), List.of(), "Christmas Eve"));
        assertThat(faults(() -> new TypedCalendar().day("2026-02-30", "9-5", "a\nb", TODAY)))
                .containsExactly("/day NO_DAY", "/name NAME", "/shifts NO_SHIFT");
        assertThat(faults(() -> new TypedCalendar().day("9999-01-01", "", "", TODAY)))
                .containsExactly("/day FAR_DAY");
    }

    @Test
    void what_the_state_council_arranged_for_2026_is_thirty_three_days_off_and_six_worked_for_them() {
        var shifts = List.of(new Shift(9 * 60, 18 * 60));
        var days = StateCouncil.days(Year.of(2026), shifts, Locale.ENGLISH);
        assertThat(days.stream().filter(OwnDay::isOff)).hasSize(33);
        assertThat(days.stream().filter(day -> !day.isOff()).map(OwnDay::day))
                .allMatch(day -> day.getDayOfWeek().getValue() >= 6)
                .hasSize(6);
        assertThat(days).contains(new OwnDay(LocalDate.of(2026, 2, 14), shifts, "Worked for Spring Festival"));
        assertThat(StateCouncil.days(Year.of(2026), shifts, Locale.SIMPLIFIED_CHINESE))
                .contains(new OwnDay(LocalDate.of(2026, 10, 7), List.of(), "国庆节"));
    }

    private static List<String> faults(ThrowingCallable work) {
        return catchThrowableOfType(Refused.class, work).refusal().faults().stream()
                .map(fault -> fault.pointer() + " " + fault.code())
                .toList();
    }
}
