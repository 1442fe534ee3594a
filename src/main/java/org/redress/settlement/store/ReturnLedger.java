package org.redress.settlement.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.database.Json;
import org.redress.kernel.Actor;
import org.redress.kernel.Ids;
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

    /** The return as it stands after what happened. */
    public void append(GoodsReturn returned, What what, Actor actor, Instant at) {
        append(returned.merchant().value(), returned.id(), null, what, actor, json.write(returned.pieces()), at);
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
