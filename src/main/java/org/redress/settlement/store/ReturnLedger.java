package org.redress.settlement.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.claims.EventWords;
import org.redress.database.Json;
import org.redress.evidence.EvidenceId;
import org.redress.kernel.Actor;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.redress.settlement.EarlierReceipt;
import org.redress.settlement.GoodsReturn;
import org.redress.settlement.StockCorrection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Everything that happened to returns: rows are added and never changed. */
@Repository
public class ReturnLedger {
    /** What happened. */
    public enum What {
        EXPECTED,
        WITHDRAWN,
        RECEIVED,
        AMENDED,
        STAGED,
        PENDING,
        CONFIRMED,
        REFUSED,
        UNREACHABLE,
        UNKNOWN,
        TOLD_AGAIN,
        SETTLED
    }

    private final JdbcClient jdbc;
    private final Json json;

    ReturnLedger(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @param why it was put right; null where it was not */
    private record Told(
            List<GoodsReturn.Piece> pieces,
            @Nullable String note,
            @Nullable EvidenceId photo,
            @Nullable String why) {}

    /** The return as it stands after what happened. */
    public void append(GoodsReturn returned, What what, Actor actor, Instant at) {
        var amended = returned.amended();
        var told =
                new Told(returned.pieces(), returned.note(), returned.photo(), amended == null ? null : amended.why());
        append(returned.merchant().value(), returned.id(), null, what, actor, json.write(told), at);
    }

    /** All receipts but the last, which stands in the return itself. */
    public List<EarlierReceipt> earlier(MerchantId merchant, UUID returned) {
        var all = jdbc.sql("""
                        SELECT at, actor, told
                          FROM settlement.return_entry
                         WHERE merchant_id = ? AND return_id = ? AND what IN ('RECEIVED', 'AMENDED')
                         ORDER BY at, id
                        """)
                .params(merchant.value(), returned)
                .query(this::receipt)
                .list();
        return all.subList(0, Math.max(0, all.size() - 1));
    }

    private EarlierReceipt receipt(ResultSet row, int number) throws SQLException {
        var written = row.getString("told");
        // Entries of the first days hold the pieces alone.
        var told = written.startsWith("[")
                ? new Told(List.of(json.read(written, GoodsReturn.Piece[].class)), null, null, null)
                : json.read(written, Told.class);
        return new EarlierReceipt(
                row.getTimestamp("at").toInstant(),
                EventWords.name(json.read(row.getString("actor"), Actor.class)),
                told.pieces(),
                told.note(),
                told.why(),
                told.photo());
    }

    public void append(StockCorrection correction, What what, Actor actor, Instant at) {
        var trouble = correction.lastError() == null ? null : json.write(correction.lastError());
        append(correction.merchant().value(), correction.returned(), correction.id(), what, actor, trouble, at);
    }

    public void appendSettled(StockCorrection last, Instant at, Actor actor) {
        append(last.merchant().value(), last.returned(), null, What.SETTLED, actor, null, at);
    }

    private void append(
            UUID merchant,
            UUID returned,
            @Nullable UUID correction,
            What what,
            Actor actor,
            @Nullable String told,
            Instant at) {
        jdbc.sql("""
                        INSERT INTO settlement.return_entry (
                            merchant_id, id, return_id, correction_id, at, what, actor, told)
                        VALUES (
                            :merchant, :id, :returned, :correction, :at, :what, :actor::jsonb, :told::jsonb)
                        """)
                .param("merchant", merchant)
                .param("id", Ids.next())
                .param("returned", returned)
                .param("correction", correction)
                .param("at", Timestamp.from(at))
                .param("what", what.name())
                .param("actor", json.write(actor))
                .param("told", told)
                .update();
    }
}
