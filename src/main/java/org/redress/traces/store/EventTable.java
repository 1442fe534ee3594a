package org.redress.traces.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.redress.database.Copying;
import org.redress.kernel.MerchantId;
import org.redress.traces.TraceEvent;
import org.redress.traces.model.EventHash;
import org.redress.traces.model.EventReading;
import org.redress.traces.model.EventRow;
import org.redress.traces.model.Things;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Tables {@code traces.event} and {@code traces.mention}, by month. Rows are only ever added. */
@Repository
public class EventTable {
    /** What one order's page can bear; an order has some dozen events. */
    private static final int MOST = 1_000;

    private static final int LAST = 400;

    /** Who stood farther apart than so many others was hardly mixed up. */
    private static final int NEAREST = 150;

    private static final OffsetDateTime FIRST_MONTH = OffsetDateTime.of(2020, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final Copying copying;
    private final Set<OffsetDateTime> months = ConcurrentHashMap.newKeySet();

    EventTable(JdbcClient jdbc, Copying copying) {
        this.jdbc = jdbc;
        this.copying = copying;
    }

    /** Makes room for events of these times. In a transaction of its own: it takes a lock on the whole table. */
    public void makeRoom(Collection<Instant> times) {
        for (var month : monthsWithoutRoom(times)) {
            jdbc.sql("SELECT traces.ensure_month(?)").param(month).query().listOfRows();
        }
    }

    /** To be told once the transaction that made room has been committed. */
    public void roomIsMade(Collection<Instant> times) {
        months.addAll(monthsWithoutRoom(times));
    }

    public boolean hasRoom(Collection<Instant> times) {
        return monthsWithoutRoom(times).isEmpty();
    }

    private Set<OffsetDateTime> monthsWithoutRoom(Collection<Instant> times) {
        var missing = new LinkedHashSet<OffsetDateTime>();
        for (var time : times) {
            var at = time.atOffset(ZoneOffset.UTC);
            var month = OffsetDateTime.of(at.getYear(), at.getMonthValue(), 1, 0, 0, 0, 0, ZoneOffset.UTC);
            if (!month.isBefore(FIRST_MONTH) && !months.contains(month)) {
                missing.add(month);
            }
        }
        return missing;
    }

    /** An event that is there already stays as it is. */
    public void insert(MerchantId merchant, Collection<EventRow> rows, Instant recordedAt) {
        copying.fill("incoming_event", """
                event_time timestamptz, id uuid, declaration uuid, type text, step text, read_point text,
                operator text, namespaces text, document text""", rows, (line, row) -> {
            var event = row.event();
            line.add(event.at().toString())
                    .add(event.id().toString())
                    .add(row.declaration().toString())
                    .add(row.type())
                    .add(event.step())
                    .add(event.place())
                    .add(event.operator())
                    .add(row.namespaces())
                    .add(row.document());
        });
        copying.fill(
                "incoming_mention",
                "thing text, event_time timestamptz, event_id uuid",
                rows.stream()
                        .flatMap(row -> row.things().stream().map(thing -> new Mention(thing, row.event())))
                        .toList(),
                (line, mention) -> line.add(mention.thing())
                        .add(mention.event().at().toString())
                        .add(mention.event().id().toString()));
        jdbc.sql("""
                        INSERT INTO traces.event (merchant_id, event_time, id, declaration, record_time, type, step,
                            read_point, operator, namespaces, document)
                        SELECT :merchant, event_time, id, declaration, :recordedAt, type, step, read_point, operator,
                            namespaces, document
                        FROM pg_temp.incoming_event ORDER BY event_time, id, declaration
                        ON CONFLICT DO NOTHING""")
                .param("merchant", merchant.value())
                .param("recordedAt", recordedAt.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("""
                        INSERT INTO traces.mention (merchant_id, thing, event_time, event_id)
                        SELECT :merchant, thing, event_time, event_id
                        FROM pg_temp.incoming_mention ORDER BY thing COLLATE "C", event_time, event_id
                        ON CONFLICT DO NOTHING""").param("merchant", merchant.value()).update();
        // A document comes in several parts within one transaction.
        jdbc.sql("TRUNCATE pg_temp.incoming_event, pg_temp.incoming_mention").update();
    }

    private record Mention(String thing, TraceEvent event) {}

    /** The events about any of these things, the oldest first, without those that were declared wrong. */
    public List<TraceEvent> about(MerchantId merchant, Collection<String> things) {
        if (things.isEmpty()) {
            return List.of();
        }
        var found = jdbc.sql("""
                        SELECT e.id, e.declaration, e.namespaces, e.document
                        FROM (SELECT DISTINCT event_time, event_id FROM traces.mention
                              WHERE merchant_id = :merchant AND thing = ANY (:things)) m
                        JOIN traces.event e
                          ON e.merchant_id = :merchant AND e.event_time = m.event_time AND e.id = m.event_id
                        ORDER BY e.event_time, e.id, e.declaration
                        LIMIT %d""".formatted(MOST))
                .param("merchant", merchant.value())
                .param("things", things.toArray(String[]::new))
                .query(EventTable::event)
                .list();
        return EventRow.standing(found);
    }

    /** What is done to the stock of articles, and where they were picked last. */
    public List<TraceEvent> shelf(MerchantId merchant, Collection<String> articles, Instant from, Instant moment) {
        return near(
                """
                        (SELECT event_time, event_id FROM traces.mention
                         WHERE merchant_id = :merchant AND thing = ANY (:stock) AND event_time >= :from
                         ORDER BY event_time DESC LIMIT 200)
                        UNION
                        (SELECT event_time, event_id FROM traces.mention
                         WHERE merchant_id = :merchant AND thing = ANY (:stock) AND event_time >= :from AND event_time < :until
                         ORDER BY event_time DESC LIMIT 20)
                        UNION
                        SELECT last.event_time, last.event_id
                        FROM unnest(:articles::text[]) article(thing)
                        CROSS JOIN LATERAL (
                            SELECT m.event_time, m.event_id FROM (
                                SELECT event_time, event_id FROM traces.mention
                                WHERE merchant_id = :merchant AND thing = article.thing COLLATE "C"
                                  AND event_time >= :from AND event_time < :until
                                ORDER BY event_time DESC LIMIT 60) m
                            JOIN traces.event e
                              ON e.merchant_id = :merchant AND e.event_time = m.event_time AND e.id = m.event_id
                            WHERE e.step = 'picking'
                            ORDER BY m.event_time DESC LIMIT 3) last""",
                Map.of(
                        "merchant", merchant.value(),
                        "stock", articles.stream().map(Things::stock).toArray(String[]::new),
                        "articles", articles.toArray(String[]::new),
                        "from", from.atOffset(ZoneOffset.UTC),
                        "until", moment.atOffset(ZoneOffset.UTC)));
    }

    /** What happened at a place, and to an article, between two moments. A null with a type does not have the plan made anew. */
    public List<TraceEvent> between(
            MerchantId merchant, @Nullable String place, @Nullable String article, Instant from, Instant until) {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("merchant", merchant.value());
        parameters.put("place", new SqlParameterValue(Types.VARCHAR, place));
        parameters.put("article", new SqlParameterValue(Types.VARCHAR, article));
        parameters.put("from", from.atOffset(ZoneOffset.UTC));
        parameters.put("until", until.atOffset(ZoneOffset.UTC));
        return near("""
                (SELECT event_time, id AS event_id FROM traces.event
                 WHERE merchant_id = :merchant AND read_point = :place::text AND event_time BETWEEN :from AND :until
                 ORDER BY event_time LIMIT 1000)
                UNION
                (SELECT event_time, event_id FROM traces.mention
                 WHERE merchant_id = :merchant AND thing = :article::text AND event_time BETWEEN :from AND :until
                 ORDER BY event_time LIMIT 5000)""", parameters);
    }

    /** Whatever declares an event wrong repeats it, so it is found where the event is. */
    public List<TraceEvent> picksFrom(MerchantId merchant, Collection<String> slots, Instant from, Instant until) {
        return read(
                """
                        SELECT id, declaration, namespaces, document FROM (
                            SELECT id, declaration, namespaces, document, event_time FROM traces.event
                            WHERE merchant_id = :merchant AND read_point = ANY (:slots)
                              AND event_time BETWEEN :from AND :until AND step = 'picking'
                            ORDER BY event_time DESC, id, declaration LIMIT 5000) newest
                        ORDER BY event_time, id, declaration""",
                Map.of(
                        "merchant", merchant.value(),
                        "slots", slots.toArray(String[]::new),
                        "from", from.atOffset(ZoneOffset.UTC),
                        "until", until.atOffset(ZoneOffset.UTC)));
    }

    /**
     * What somebody picked around a moment, the nearest sixteen, and of these slots and others the last putting away
     * among the last three hundred events of each.
     */
    public List<TraceEvent> around(
            MerchantId merchant,
            @Nullable String operator,
            Instant moment,
            Duration round,
            Collection<String> slots,
            Instant since) {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("merchant", merchant.value());
        parameters.put("operator", new SqlParameterValue(Types.VARCHAR, operator));
        parameters.put("slots", slots.toArray(String[]::new));
        parameters.put("moment", moment.atOffset(ZoneOffset.UTC));
        parameters.put("from", moment.minus(round).atOffset(ZoneOffset.UTC));
        parameters.put("until", moment.plus(round).atOffset(ZoneOffset.UTC));
        parameters.put("since", since.atOffset(ZoneOffset.UTC));
        return near("""
                WITH round AS MATERIALIZED (
                    SELECT event_time, id AS event_id, read_point FROM traces.event
                    WHERE merchant_id = :merchant AND operator = :operator::text
                      AND event_time BETWEEN :from AND :until AND step = 'picking'
                    ORDER BY abs(extract(epoch FROM event_time - :moment)) LIMIT 16)
                SELECT event_time, event_id FROM round
                UNION
                SELECT last.event_time, last.event_id
                FROM (SELECT read_point FROM round WHERE read_point IS NOT NULL
                      UNION SELECT unnest(:slots::text[]) COLLATE "C") slot
                CROSS JOIN LATERAL (
                    SELECT event_time, event_id FROM (
                        SELECT event_time, id AS event_id, step FROM traces.event
                        WHERE merchant_id = :merchant AND read_point = slot.read_point COLLATE "C"
                          AND event_time BETWEEN :since AND :until
                        ORDER BY event_time DESC LIMIT 300) turn
                    WHERE step IN ('stocking', 'storing')
                    ORDER BY event_time DESC LIMIT 1) last""", parameters);
    }

    public List<TraceEvent> picksOf(MerchantId merchant, Collection<String> article, Instant from, Instant until) {
        return read(
                """
                        SELECT id, declaration, namespaces, document FROM (
                            SELECT e.id, e.declaration, e.namespaces, e.document, e.event_time
                            FROM traces.mention m
                            JOIN traces.event e
                              ON e.merchant_id = :merchant AND e.event_time = m.event_time AND e.id = m.event_id
                            WHERE m.merchant_id = :merchant AND m.thing = ANY (:article)
                              AND m.event_time BETWEEN :from AND :until AND e.event_time BETWEEN :from AND :until
                              AND e.step = 'picking'
                            ORDER BY e.event_time DESC, e.id, e.declaration LIMIT 5000) newest
                        ORDER BY event_time, id, declaration""",
                Map.of(
                        "merchant", merchant.value(),
                        "article", article.toArray(String[]::new),
                        "from", from.atOffset(ZoneOffset.UTC),
                        "until", until.atOffset(ZoneOffset.UTC)));
    }

    /** The last {@value #LAST} picks of the merchant. */
    public List<TraceEvent> lastPicks(MerchantId merchant) {
        return near("""
                        SELECT event_time, id AS event_id FROM traces.event
                        WHERE merchant_id = :merchant AND step = 'picking'
                        ORDER BY event_time DESC LIMIT %d""".formatted(LAST), Map.of("merchant", merchant.value()));
    }

    /** What was packed about a moment, the oldest first: the nearest {@value #NEAREST} on either side, and all with an article. */
    public List<TraceEvent> packed(MerchantId merchant, Instant middle, Duration about, @Nullable String article) {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("merchant", merchant.value());
        parameters.put("from", middle.minus(about).atOffset(ZoneOffset.UTC));
        parameters.put("middle", middle.atOffset(ZoneOffset.UTC));
        parameters.put("until", middle.plus(about).atOffset(ZoneOffset.UTC));
        var nearest = """
                (SELECT event_time, id AS event_id FROM traces.event
                 WHERE merchant_id = :merchant AND step = 'packing' AND event_time BETWEEN :from AND :middle
                 ORDER BY event_time DESC LIMIT %1$d)
                UNION
                (SELECT event_time, id AS event_id FROM traces.event
                 WHERE merchant_id = :merchant AND step = 'packing' AND event_time BETWEEN :middle AND :until
                 ORDER BY event_time LIMIT %1$d)""".formatted(NEAREST);
        if (article == null) {
            return near(nearest, parameters);
        }
        parameters.put("article", article);
        return near(nearest + """

                UNION
                (SELECT event_time, event_id FROM traces.mention
                 WHERE merchant_id = :merchant AND thing = :article AND event_time BETWEEN :from AND :until
                 ORDER BY event_time LIMIT 1000)""", parameters).stream()
                .filter(event -> event.moment() == TraceEvent.Moment.PACK)
                .toList();
    }

    private List<TraceEvent> near(String which, Map<String, ? extends @Nullable Object> parameters) {
        return read("SELECT e.id, e.declaration, e.namespaces, e.document FROM (" + which + """
                ) m
                JOIN traces.event e
                  ON e.merchant_id = :merchant AND e.event_time = m.event_time AND e.id = m.event_id
                ORDER BY e.event_time, e.id, e.declaration""", parameters);
    }

    private List<TraceEvent> read(String events, Map<String, ? extends @Nullable Object> parameters) {
        return EventRow.standing(
                jdbc.sql(events).params(parameters).query(EventTable::event).list());
    }

    private static TraceEvent event(ResultSet row, int number) throws SQLException {
        var declaration = row.getObject("declaration", UUID.class);
        return EventReading.read(
                        JSON.readTree(row.getString("document")),
                        EventRow.namespaces(row.getString("namespaces")),
                        row.getObject("id", UUID.class),
                        !EventHash.isNone(declaration))
                .orElseThrow();
    }

    /** A kept event, for whoever asks for it again. */
    public record Kept(
            Instant at,
            UUID id,
            UUID declaration,
            Instant recordedAt,
            @Nullable String namespaces,
            String document) {}

    /** Where a page ends. */
    public record Position(Instant at, UUID id, UUID declaration) {}

    /** What is asked for; an empty list asks for all. */
    public record Query(
            List<String> types,
            List<String> steps,
            List<String> things,
            @Nullable Instant from,
            @Nullable Instant before,
            @Nullable Position after,
            int limit) {}

    /** The oldest first. */
    public List<Kept> page(MerchantId merchant, Query query) {
        var conditions = new ArrayList<String>();
        if (query.from() != null) {
            conditions.add("e.event_time >= :from");
        }
        if (query.before() != null) {
            conditions.add("e.event_time < :before");
        }
        if (query.after() != null) {
            conditions.add(
                    "e.event_time >= :lastTime AND (e.event_time, e.id, e.declaration) > (:lastTime, :lastId, :lastDeclaration)");
        }
        if (!query.types().isEmpty()) {
            conditions.add("e.type = ANY (:types)");
        }
        if (!query.steps().isEmpty()) {
            conditions.add("e.step = ANY (:steps)");
        }
        if (!query.things().isEmpty()) {
            conditions.add("""
                    (e.event_time, e.id) IN (SELECT event_time, event_id FROM traces.mention
                        WHERE merchant_id = :merchant AND thing = ANY (:things))""");
        }
        var where = conditions.isEmpty() ? "" : " AND " + String.join(" AND ", conditions);
        var last = query.after();
        return jdbc.sql("""
                        SELECT e.event_time, e.id, e.declaration, e.record_time, e.namespaces, e.document
                        FROM traces.event e WHERE e.merchant_id = :merchant""" + where + """

                        ORDER BY e.event_time, e.id, e.declaration LIMIT :limit""")
                .param("merchant", merchant.value())
                .param("from", utc(query.from()))
                .param("before", utc(query.before()))
                .param("lastTime", last == null ? null : utc(last.at()))
                .param("lastId", last == null ? null : last.id())
                .param("lastDeclaration", last == null ? null : last.declaration())
                .param("types", query.types().toArray(String[]::new))
                .param("steps", query.steps().toArray(String[]::new))
                .param("things", query.things().toArray(String[]::new))
                .param("limit", query.limit())
                .query((row, _) -> new Kept(
                        instant(row, "event_time"),
                        row.getObject("id", UUID.class),
                        row.getObject("declaration", UUID.class),
                        instant(row, "record_time"),
                        row.getString("namespaces"),
                        row.getString("document")))
                .list();
    }

    /** Forgets whole months. How many tables went. */
    public int forgetBefore(Instant day) {
        int gone = jdbc.sql("SELECT traces.forget_before(?)")
                .param(utc(day))
                .query(Integer.class)
                .single();
        if (gone > 0) {
            months.clear();
        }
        return gone;
    }

    static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
