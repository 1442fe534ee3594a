package org.redress.traces.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.database.Json;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Phrase;
import org.redress.traces.Capture;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code traces.capture}. */
@Repository
public class CaptureTable {
    private static final String SELECT = """
            SELECT id, created_at, finished_at, behaviour, success, events, kept, rejected, errors
            FROM traces.capture WHERE merchant_id = :merchant
            """;

    private final JdbcClient jdbc;
    private final Json json;

    CaptureTable(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public void put(MerchantId merchant, Capture capture) {
        jdbc.sql("""
                        INSERT INTO traces.capture (merchant_id, id, created_at, finished_at, behaviour, success, events,
                            kept, rejected, errors)
                        VALUES (:merchant, :id, :createdAt, :finishedAt, :behaviour, :success, :events, :kept, :rejected,
                            :errors::jsonb)
                        ON CONFLICT (merchant_id, id) DO UPDATE SET finished_at = excluded.finished_at,
                            success = excluded.success, events = excluded.events, kept = excluded.kept,
                            rejected = excluded.rejected, errors = excluded.errors""")
                .param("merchant", merchant.value())
                .param("id", capture.id())
                .param("createdAt", EventTable.utc(capture.createdAt()))
                .param("finishedAt", EventTable.utc(capture.finishedAt()))
                .param("behaviour", capture.behaviour().name())
                .param("success", capture.success())
                .param("events", capture.events())
                .param("kept", capture.kept())
                .param("rejected", capture.rejected())
                .param(
                        "errors",
                        json.write(capture.errors().stream().map(Noted::of).toList()))
                .update();
    }

    public Optional<Capture> find(MerchantId merchant, UUID id) {
        return jdbc.sql(SELECT + " AND id = :id")
                .param("merchant", merchant.value())
                .param("id", id)
                .query(this::capture)
                .optional();
    }

    /** The newest first: ids are made in the order of time. */
    public List<Capture> page(MerchantId merchant, @Nullable UUID after, int limit) {
        return jdbc.sql(SELECT + (after == null ? "" : " AND id < :after") + " ORDER BY id DESC LIMIT :limit")
                .param("merchant", merchant.value())
                .param("after", after)
                .param("limit", limit)
                .query(this::capture)
                .list();
    }

    private Capture capture(ResultSet row, int number) throws SQLException {
        @Nullable
        Instant finished = row.getObject("finished_at") == null ? null : EventTable.instant(row, "finished_at");
        return new Capture(
                row.getObject("id", UUID.class),
                EventTable.instant(row, "created_at"),
                finished,
                Capture.ErrorBehaviour.valueOf(row.getString("behaviour")),
                row.getBoolean("success"),
                row.getLong("events"),
                row.getLong("kept"),
                row.getLong("rejected"),
                Arrays.stream(json.read(row.getString("errors"), Noted[].class))
                        .map(Noted::fault)
                        .toList());
    }

    /** A fault in its jsonb column. */
    private record Noted(String pointer, String code, String reason, String detail) {
        static Noted of(Capture.Fault fault) {
            return new Noted(fault.pointer(), fault.code(), fault.reason().key(), fault.detail());
        }

        Capture.Fault fault() {
            return new Capture.Fault(pointer, code, Phrase.of(reason), detail);
        }
    }
}
