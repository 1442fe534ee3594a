package org.redress.calendars;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.SortedMap;
import org.redress.kernel.MerchantId;

/** When the people of a merchant work. Whoever has set nothing works around the clock. */
public interface Calendars {
    /** Of days that are otherwise. */
    int MOST_DAYS = 500;

    /** Of such a day, in characters. */
    int LONGEST_NAME = 80;

    /** Asked for at every move of a claim: kept for half a minute, also where another server has changed it. */
    WorkingTime of(MerchantId merchant);

    BusinessCalendar find(MerchantId merchant);

    /** What the coming days are like. */
    List<DayAhead> ahead(MerchantId merchant, LocalDate from, int days);

    /**
     * @param shifts in their order; empty where nobody works
     * @param name of the holiday, or why it is otherwise; empty for a day like any other
     */
    record DayAhead(LocalDate day, List<Shift> shifts, String name) {}

    /**
     * Sets zone, week and holidays.
     *
     * @throws org.redress.kernel.Refused INVALID, with the fields at fault
     */
    void change(MerchantId merchant, CalendarForm form);

    /**
     * Adds a day, or puts it right.
     *
     * @param shifts as people write them, such as {@code 09:00-12:00, 13:00-18:00}; blank is a day off
     * @throws org.redress.kernel.Refused INVALID, with the fields at fault; CONFLICT where there are too many
     */
    void addDay(MerchantId merchant, String day, String shifts, String name);

    void removeDay(MerchantId merchant, LocalDate day);

    /** Years for which the State Council's arrangement of holidays is known. */
    List<Year> arranged();

    /**
     * Fills in the days off and the make-up days that the State Council of China has arranged for a year. On a make-up
     * day people work as on the first working day of the week.
     *
     * @throws org.redress.kernel.Refused INVALID where it is not known; CONFLICT where nobody has a week, or there are too many
     */
    void arrange(MerchantId merchant, String year);

    /** Countries whose public holidays are known, by ISO 3166-1 in lower case. */
    List<String> countries();

    /** The regions of a country that have holidays of their own, such as {@code by} for Bavaria, with what they are called. */
    SortedMap<String, String> regions(String country);
}
