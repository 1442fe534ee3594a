package org.redress.calendars.store;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redress.calendars.BusinessCalendar;
import org.redress.calendars.OwnDay;
import org.redress.calendars.Shift;
import org.redress.database.Json;
import org.redress.kernel.MerchantId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

@Repository
public class CalendarTable {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Json json;

    CalendarTable(JdbcClient jdbc, JdbcTemplate batches, Json json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
    }

    /** With its days. */
    public Optional<BusinessCalendar> find(MerchantId merchant) {
        return jdbc.sql("SELECT zone, week, country, region FROM calendars.calendar WHERE merchant_id = ?")
                .param(merchant.value())
                .query((row, _) -> new BusinessCalendar(
                        ZoneId.of(row.getString("zone")),
                        json.read(row.getString("week"), new TypeReference<Map<DayOfWeek, List<Shift>>>() {}),
                        row.getString("country"),
                        row.getString("region"),
                        days(merchant)))
                .optional();
    }

    public List<OwnDay> days(MerchantId merchant) {
        return jdbc.sql("SELECT day, shifts, name FROM calendars.day WHERE merchant_id = ? ORDER BY day")
                .param(merchant.value())
                .query((row, _) -> new OwnDay(
                        row.getObject("day", LocalDate.class),
                        json.read(row.getString("shifts"), new TypeReference<List<Shift>>() {}),
                        row.getString("name")))
                .list();
    }

    public void write(MerchantId merchant, BusinessCalendar calendar) {
        jdbc.sql("""
                        INSERT INTO calendars.calendar (merchant_id, zone, week, country, region)
                        VALUES (:merchant, :zone, :week::jsonb, :country, :region)
                        ON CONFLICT (merchant_id) DO UPDATE SET
                            zone = excluded.zone, week = excluded.week, country = excluded.country,
                            region = excluded.region""")
                .param("merchant", merchant.value())
                .param("zone", calendar.zone().getId())
                .param("week", json.write(calendar.week()))
                .param("country", calendar.country())
                .param("region", calendar.region())
                .update();
    }

    /** Two who add days at once take turns, so that their number is known. */
    public int countDays(MerchantId merchant) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("calendars.day:" + merchant)
                .query((_, _) -> true)
                .list();
        return jdbc.sql("SELECT count(*) FROM calendars.day WHERE merchant_id = ?")
                .param(merchant.value())
                .query(Integer.class)
                .single();
    }

    public void write(MerchantId merchant, List<OwnDay> days) {
        batches.batchUpdate("""
                INSERT INTO calendars.day (merchant_id, day, shifts, name) VALUES (?, ?, ?::jsonb, ?)
                ON CONFLICT (merchant_id, day) DO UPDATE SET shifts = excluded.shifts, name = excluded.name""", days, 100, (statement, day) -> {
            statement.setObject(1, merchant.value());
            statement.setObject(2, day.day());
            statement.setString(3, json.write(day.shifts()));
            statement.setString(4, day.name());
        });
    }

    public void remove(MerchantId merchant, LocalDate day) {
        jdbc.sql("DELETE FROM calendars.day WHERE merchant_id = ? AND day = ?")
                .params(merchant.value(), day)
                .update();
    }
}
