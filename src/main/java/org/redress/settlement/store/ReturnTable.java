package org.redress.settlement.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.claims.ReturnMatch;
import org.redress.database.Json;
import org.redress.evidence.EvidenceId;
import org.redress.kernel.MerchantId;
import org.redress.remedy.Remedy;
import org.redress.settlement.GoodsReturn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Returns as they stand now. What was received is written once, and put right under the number of receipts that was seen. */
@Repository
public class ReturnTable {
    /** Where a page of the list begins, after this one. */
    public record Position(Instant at, UUID id) {}

    private final JdbcClient jdbc;
    private final Json json;

    ReturnTable(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** False where the label's return is there already. */
    public boolean insert(GoodsReturn returned) {
        return jdbc.sql("""
                        INSERT INTO settlement.goods_return (
                            merchant_id, id, claim_id, claim_number, step_id, order_number, label, expected,
                            expected_whole, state, expected_at)
                        VALUES (
                            :merchant, :id, :claim, :number, :step, :order, :label, :expected::jsonb, :whole, :state, :at)
                        ON CONFLICT (merchant_id, step_id) DO NOTHING
                        """)
                        .param("merchant", returned.merchant().value())
                        .param("id", returned.id())
                        .param("claim", returned.claim())
                        .param("number", returned.claimNumber())
                        .param("step", returned.step())
                        .param("order", returned.orderNumber())
                        .param("label", returned.label())
                        .param("expected", json.write(returned.expected()))
                        .param("whole", returned.expectedWhole())
                        .param("state", returned.state().name())
                        .param("at", Timestamp.from(returned.expectedAt()))
                        .update()
                == 1;
    }

    public Optional<GoodsReturn> find(MerchantId merchant, UUID id) {
        return jdbc.sql("SELECT * FROM settlement.goods_return WHERE merchant_id = ? AND id = ?")
                .param(merchant.value())
                .param(id)
                .query(this::row)
                .optional();
    }

    public List<GoodsReturn> ofClaim(MerchantId merchant, UUID claim) {
        return jdbc.sql("""
                        SELECT * FROM settlement.goods_return
                         WHERE merchant_id = ? AND claim_id = ?
                         ORDER BY expected_at, id
                        """)
                .param(merchant.value())
                .param(claim)
                .query(this::row)
                .list();
    }

    public List<GoodsReturn> expected(MerchantId merchant, @Nullable Position after, int limit) {
        return jdbc.sql("""
                        SELECT * FROM settlement.goods_return
                         WHERE merchant_id = :merchant AND state = 'EXPECTED'
                           AND (:at::timestamptz IS NULL OR (expected_at, id) > (:at::timestamptz, :id::uuid))
                         ORDER BY expected_at, id
                         LIMIT :limit
                        """)
                .params(from(merchant, after, limit))
                .query(this::row)
                .list();
    }

    public List<GoodsReturn> received(MerchantId merchant, @Nullable Position after, int limit) {
        return jdbc.sql("""
                        SELECT * FROM settlement.goods_return
                         WHERE merchant_id = :merchant AND state IN ('RECEIVED', 'SETTLED')
                           AND (:at::timestamptz IS NULL OR (received_at, id) < (:at::timestamptz, :id::uuid))
                         ORDER BY received_at DESC, id DESC
                         LIMIT :limit
                        """)
                .params(from(merchant, after, limit))
                .query(this::row)
                .list();
    }

    private static Map<String, @Nullable Object> from(MerchantId merchant, @Nullable Position after, int limit) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("merchant", merchant.value());
        values.put("at", after == null ? null : Timestamp.from(after.at()));
        values.put("id", after == null ? null : after.id());
        values.put("limit", limit);
        return values;
    }

    /** Until the transaction ends nobody else receives anything for this claim: what its mistake proves is counted once. */
    public void holdClaim(MerchantId merchant, UUID claim) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("settlement.return:" + merchant + ":" + claim)
                .query((_, _) -> true)
                .list();
    }

    /** Of a label's step. Empty where nothing is expected under it. */
    public Optional<GoodsReturn> withdraw(MerchantId merchant, UUID step) {
        return jdbc.sql("""
                        UPDATE settlement.goods_return SET state = 'WITHDRAWN'
                         WHERE merchant_id = ? AND step_id = ? AND state = 'EXPECTED'
                        RETURNING *
                        """)
                .param(merchant.value())
                .param(step)
                .query(this::row)
                .optional();
    }

    /** False where somebody has received it before. */
    public boolean receive(GoodsReturn received) {
        return jdbc.sql("""
                        UPDATE settlement.goods_return
                           SET state = :state, pieces = :pieces::jsonb, match = :match, photo = :photo, note = :note,
                               received_at = :at, received_by = :by
                         WHERE merchant_id = :merchant AND id = :id AND state IN ('EXPECTED', 'WITHDRAWN')
                        """)
                        .params(found(received))
                        .param("at", received.receivedAt() == null ? null : Timestamp.from(received.receivedAt()))
                        .param("by", received.receivedBy())
                        .update()
                == 1;
    }

    /** False where somebody has put it right since {@code seen} receipts. */
    public boolean amend(GoodsReturn amended, GoodsReturn.Amendment amendment, int seen) {
        return jdbc.sql("""
                        UPDATE settlement.goods_return
                           SET state = :state, pieces = :pieces::jsonb, match = :match, photo = :photo, note = :note,
                               settled_at = NULL, amendments = :times, amended_why = :why, amended_at = :at,
                               amended_by = :by
                         WHERE merchant_id = :merchant AND id = :id AND state IN ('RECEIVED', 'SETTLED')
                           AND amendments = :before
                        """)
                        .params(found(amended))
                        .param("times", amendment.times())
                        .param("why", amendment.why())
                        .param("at", Timestamp.from(amendment.at()))
                        .param("by", amendment.by())
                        .param("before", seen - 1)
                        .update()
                == 1;
    }

    private Map<String, @Nullable Object> found(GoodsReturn received) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("merchant", received.merchant().value());
        values.put("id", received.id());
        values.put("state", received.state().name());
        values.put("pieces", json.write(received.pieces()));
        values.put("match", received.match() == null ? null : received.match().name());
        values.put("photo", received.photo() == null ? null : received.photo().value());
        values.put("note", received.note());
        return values;
    }

    /** Where the books have learned all of it. False where something is still to be told. */
    public boolean settle(MerchantId merchant, UUID id, Instant now) {
        return jdbc.sql("""
                        UPDATE settlement.goods_return AS back
                           SET state = 'SETTLED', settled_at = :now
                         WHERE merchant_id = :merchant AND id = :id AND state = 'RECEIVED'
                           AND NOT EXISTS (SELECT 1 FROM settlement.stock_correction AS told
                                            WHERE told.merchant_id = back.merchant_id AND told.return_id = back.id
                                              AND told.state NOT IN ('DONE', 'REVERSED'))
                        """)
                        .param("merchant", merchant.value())
                        .param("id", id)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    private GoodsReturn row(ResultSet row, int index) throws SQLException {
        var pieces = row.getString("pieces");
        var match = row.getString("match");
        var photo = row.getObject("photo", UUID.class);
        return new GoodsReturn(
                new MerchantId(row.getObject("merchant_id", UUID.class)),
                row.getObject("id", UUID.class),
                row.getObject("claim_id", UUID.class),
                row.getString("claim_number"),
                row.getObject("step_id", UUID.class),
                row.getString("order_number"),
                row.getString("label"),
                List.of(json.read(row.getString("expected"), Remedy.Goods[].class)),
                row.getBoolean("expected_whole"),
                GoodsReturn.State.valueOf(row.getString("state")),
                pieces == null ? List.of() : List.of(json.read(pieces, GoodsReturn.Piece[].class)),
                match == null ? null : ReturnMatch.valueOf(match),
                photo == null ? null : new EvidenceId(photo),
                row.getString("note"),
                at(row, "expected_at"),
                atOrNull(row, "received_at"),
                row.getString("received_by"),
                atOrNull(row, "settled_at"),
                amendment(row));
    }

    private static GoodsReturn.@Nullable Amendment amendment(ResultSet row) throws SQLException {
        int times = row.getInt("amendments");
        return times == 0
                ? null
                : new GoodsReturn.Amendment(
                        times, row.getString("amended_why"), at(row, "amended_at"), row.getString("amended_by"));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    private static @Nullable Instant atOrNull(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
