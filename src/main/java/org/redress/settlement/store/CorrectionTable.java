package org.redress.settlement.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.database.Json;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Sku;
import org.redress.settlement.Step;
import org.redress.settlement.StockCorrection;
import org.redress.settlement.Trouble;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Corrections of stock as they stand now. One is held by whoever tells it, for a while that outlasts any call. */
@Repository
public class CorrectionTable {
    private final JdbcClient jdbc;
    private final Json json;

    CorrectionTable(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public void insert(StockCorrection correction) {
        jdbc.sql("""
                        INSERT INTO settlement.stock_correction (
                            merchant_id, id, return_id, receipt, claim_id, claim_number, sku, units, stock, reason, state,
                            attempts, polls, next_at, created_at, version)
                        VALUES (
                            :merchant, :id, :returned, :receipt, :claim, :number, :sku, :units, :stock, :reason, :state,
                            0, 0, :nextAt, :createdAt, :version)
                        """)
                .param("merchant", correction.merchant().value())
                .param("id", correction.id())
                .param("returned", correction.returned())
                .param("receipt", correction.receipt())
                .param("claim", correction.claim())
                .param("number", correction.claimNumber())
                .param("sku", correction.sku().value())
                .param("units", correction.units())
                .param("stock", correction.stock().name())
                .param("reason", correction.reason().name())
                .param("state", correction.state().name())
                .param("nextAt", Timestamp.from(correction.nextAt()))
                .param("createdAt", Timestamp.from(correction.createdAt()))
                .param("version", correction.version())
                .update();
    }

    public Optional<StockCorrection> find(MerchantId merchant, UUID id) {
        return jdbc.sql("SELECT * FROM settlement.stock_correction WHERE merchant_id = ? AND id = ?")
                .param(merchant.value())
                .param(id)
                .query(this::row)
                .optional();
    }

    public List<StockCorrection> ofClaim(MerchantId merchant, UUID claim) {
        return jdbc.sql("""
                        SELECT * FROM settlement.stock_correction
                         WHERE merchant_id = ? AND claim_id = ?
                         ORDER BY created_at, id
                        """)
                .param(merchant.value())
                .param(claim)
                .query(this::row)
                .list();
    }

    public List<StockCorrection> ofReturns(MerchantId merchant, List<UUID> returns) {
        return jdbc.sql("""
                        SELECT * FROM settlement.stock_correction
                         WHERE merchant_id = :merchant AND return_id IN (:returns)
                         ORDER BY created_at, id
                        """)
                .param("merchant", merchant.value())
                .param("returns", returns)
                .query(this::row)
                .list();
    }

    /** Takes one that is due and counts the attempt; empty where it is not due, told, or held by somebody. */
    public Optional<StockCorrection> hold(MerchantId merchant, UUID id, Instant now, Instant until) {
        return jdbc.sql("""
                        UPDATE settlement.stock_correction
                           SET state = 'RUNNING',
                               held_until = :until,
                               attempts = attempts + CASE WHEN reference IS NULL THEN 1 ELSE 0 END,
                               polls = polls + CASE WHEN reference IS NULL THEN 0 ELSE 1 END,
                               version = version + 1
                         WHERE merchant_id = :merchant AND id = :id
                           AND state IN ('PENDING', 'RUNNING')
                           AND next_at <= :now
                           AND (held_until IS NULL OR held_until <= :now)
                        RETURNING *
                        """)
                .param("merchant", merchant.value())
                .param("id", id)
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(until))
                .query(this::row)
                .optional();
    }

    public Optional<Instant> comeBackAt(MerchantId merchant, UUID id) {
        return jdbc.sql("""
                        SELECT greatest(next_at, held_until) AS at
                          FROM settlement.stock_correction
                         WHERE merchant_id = ? AND id = ? AND state IN ('PENDING', 'RUNNING')
                        """)
                .param(merchant.value())
                .param(id)
                .query((row, _) -> row.getTimestamp("at").toInstant())
                .optional();
    }

    /** Those under way that nobody holds although they have been due since {@code before}. */
    public List<StepTable.Overdue> overdue(MerchantId merchant, Instant before, Instant now) {
        return jdbc.sql("""
                        SELECT id, version
                          FROM settlement.stock_correction
                         WHERE merchant_id = :merchant
                           AND state IN ('PENDING', 'RUNNING')
                           AND next_at < :before
                           AND (held_until IS NULL OR held_until <= :now)
                         ORDER BY next_at
                         LIMIT 500
                        """)
                .param("merchant", merchant.value())
                .param("before", Timestamp.from(before))
                .param("now", Timestamp.from(now))
                .query((row, _) -> new StepTable.Overdue(row.getObject("id", UUID.class), row.getInt("version")))
                .list();
    }

    /** Writes it and lets go of it. False where somebody else has written since {@code seen}. */
    public boolean update(StockCorrection correction, int seen) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("merchant", correction.merchant().value());
        values.put("id", correction.id());
        values.put("state", correction.state().name());
        values.put("reference", correction.reference());
        values.put("lastError", correction.lastError() == null ? null : json.write(correction.lastError()));
        values.put("nextAt", Timestamp.from(correction.nextAt()));
        values.put("doneAt", correction.doneAt() == null ? null : Timestamp.from(correction.doneAt()));
        values.put("version", correction.version());
        values.put("seen", seen);
        return jdbc.sql("""
                        UPDATE settlement.stock_correction
                           SET state = :state, reference = :reference, last_error = :lastError::jsonb,
                               next_at = :nextAt, done_at = :doneAt, held_until = NULL, version = :version
                         WHERE merchant_id = :merchant AND id = :id AND version = :seen
                        """).params(values).update() == 1;
    }

    private StockCorrection row(ResultSet row, int index) throws SQLException {
        var lastError = row.getString("last_error");
        var doneAt = row.getTimestamp("done_at");
        return new StockCorrection(
                new MerchantId(row.getObject("merchant_id", UUID.class)),
                row.getObject("id", UUID.class),
                row.getObject("return_id", UUID.class),
                row.getInt("receipt"),
                row.getObject("claim_id", UUID.class),
                row.getString("claim_number"),
                new Sku(row.getString("sku")),
                row.getInt("units"),
                StockCorrection.Stock.valueOf(row.getString("stock")),
                StockCorrection.Reason.valueOf(row.getString("reason")),
                Step.State.valueOf(row.getString("state")),
                row.getString("reference"),
                row.getInt("attempts"),
                row.getInt("polls"),
                lastError == null ? null : json.read(lastError, Trouble.class),
                row.getTimestamp("next_at").toInstant(),
                row.getTimestamp("created_at").toInstant(),
                doneAt == null ? null : doneAt.toInstant(),
                row.getInt("version"));
    }
}
