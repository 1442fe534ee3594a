package org.redress.sheets.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.database.Json;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Phrase;
import org.redress.sheets.ImportError;
import org.redress.sheets.ImportKind;
import org.redress.sheets.ImportRun;
import org.redress.sheets.RowFault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/** Runs of imports and their errors. */
@Repository
public class ImportTable {
    private static final int MOST_ERRORS = 1_000;

    private final JdbcClient jdbc;
    private final Json json;

    ImportTable(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public void add(MerchantId merchant, ImportRun run, Map<String, String> mapping) {
        jdbc.sql("""
                        INSERT INTO sheets.import_run (merchant_id, id, kind, state, file_name, mapping, started_by,
                            started_at, percent, rows_accepted, rows_rejected)
                        VALUES (?, ?, ?, ?, ?, ?::jsonb, ?, ?, 0, 0, 0)
                        """)
                .param(merchant.value())
                .param(run.id())
                .param(run.kind().name())
                .param(run.state().name())
                .param(run.fileName())
                .param(json.write(mapping))
                .param(run.startedBy())
                .param(run.startedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    public Optional<ImportRun> find(MerchantId merchant, UUID id) {
        return jdbc.sql("SELECT * FROM sheets.import_run WHERE merchant_id = ? AND id = ?")
                .param(merchant.value())
                .param(id)
                .query(ImportTable::run)
                .optional();
    }

    public Map<String, String> mapping(MerchantId merchant, UUID id) {
        var mapping = jdbc.sql("SELECT mapping FROM sheets.import_run WHERE merchant_id = ? AND id = ?")
                .param(merchant.value())
                .param(id)
                .query(String.class)
                .single();
        return json.read(mapping, new TypeReference<Map<String, String>>() {});
    }

    /** The newest first: ids are ordered by time. */
    public List<ImportRun> page(MerchantId merchant, @Nullable UUID after, int limit) {
        return jdbc.sql("""
                        SELECT * FROM sheets.import_run WHERE merchant_id = ? AND id < ? ORDER BY id DESC LIMIT ?
                        """)
                .param(merchant.value())
                .param(after == null ? new UUID(-1, -1) : after)
                .param(limit)
                .query(ImportTable::run)
                .list();
    }

    private static ImportRun run(ResultSet row, int number) throws SQLException {
        var endedAt = row.getObject("ended_at", OffsetDateTime.class);
        return new ImportRun(
                row.getObject("id", UUID.class),
                ImportKind.valueOf(row.getString("kind")),
                ImportRun.State.valueOf(row.getString("state")),
                row.getString("file_name"),
                row.getString("started_by"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                endedAt == null ? null : endedAt.toInstant(),
                row.getInt("percent"),
                row.getLong("rows_accepted"),
                row.getLong("rows_rejected"));
    }

    public List<ImportError> errors(MerchantId merchant, UUID run) {
        return jdbc.sql("""
                        SELECT row_number, column_name, text, gap FROM sheets.import_error
                        WHERE merchant_id = ? AND run_id = ? ORDER BY row_number, position
                        """)
                .param(merchant.value())
                .param(run)
                .query((row, _) -> {
                    var fault = new RowFault(
                            row.getLong("row_number"),
                            row.getString("column_name"),
                            row.getString("text"),
                            row.getString("gap"));
                    return new ImportError(
                            fault.row(), fault.column(), fault.code(), Phrase.of(fault.text(), fault.gap()));
                })
                .list();
    }

    /** Forgets what an attempt that did not end had counted: a run always starts at the first row. */
    public void restart(MerchantId merchant, UUID id) {
        jdbc.sql("DELETE FROM sheets.import_error WHERE merchant_id = ? AND run_id = ?")
                .param(merchant.value())
                .param(id)
                .update();
        jdbc.sql("""
                        UPDATE sheets.import_run SET percent = 0, rows_accepted = 0, rows_rejected = 0
                        WHERE merchant_id = ? AND id = ?
                        """).param(merchant.value()).param(id).update();
    }

    /** @param noted how many errors this run has noted before */
    public void progress(
            MerchantId merchant,
            UUID id,
            int percent,
            long accepted,
            long rejected,
            long noted,
            List<RowFault> faults) {
        jdbc.sql("""
                        UPDATE sheets.import_run SET percent = ?, rows_accepted = ?, rows_rejected = ?
                        WHERE merchant_id = ? AND id = ?
                        """)
                .param(percent)
                .param(accepted)
                .param(rejected)
                .param(merchant.value())
                .param(id)
                .update();
        var kept = faults.subList(0, Math.clamp(MOST_ERRORS - noted, 0, faults.size()));
        if (kept.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        INSERT INTO sheets.import_error (merchant_id, run_id, position, row_number, column_name, text, gap)
                        SELECT :merchant, :run, :noted + position, "row", "column", text, gap
                        FROM ROWS FROM (jsonb_to_recordset(:faults::jsonb)
                            AS ("row" bigint, "column" text, text text, gap text))
                            WITH ORDINALITY AS fault ("row", "column", text, gap, position)
                        """)
                .param("merchant", merchant.value())
                .param("run", id)
                .param("noted", noted)
                .param("faults", json.write(kept))
                .update();
    }

    public void end(MerchantId merchant, UUID id, ImportRun.State state, Instant at) {
        jdbc.sql("UPDATE sheets.import_run SET state = ?, ended_at = ?, percent = 100 WHERE merchant_id = ? AND id = ?")
                .params(state.name(), at.atOffset(ZoneOffset.UTC), merchant.value(), id)
                .update();
    }
}
