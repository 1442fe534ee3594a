package org.redress.settlement.store;

import java.sql.Timestamp;
import java.time.Instant;
import org.redress.database.Json;
import org.redress.kernel.Actor;
import org.redress.kernel.Ids;
import org.redress.settlement.Step;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Everything that happened to steps: rows are added and never changed. */
@Repository
public class EffectLedger {
    /** What happened. */
    public enum What {
        STAGED,
        PENDING,
        CONFIRMED,
        REFUSED,
        UNREACHABLE,
        UNKNOWN,
        TRIED_AGAIN,
        /** Nobody was asked, since the other side had failed too often. */
        NOT_ASKED,
        STOPPED,
        REVERSED,
        /** It was too late to take it back. */
        KEPT,
        /** It was given up, and had been done. */
        LATE,
        /** Its answer is late, and a person was told. */
        OVERDUE
    }

    private final JdbcClient jdbc;
    private final Json json;

    EffectLedger(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Whether a person was told that the answer is late, since the step was last asked for by one. */
    public boolean isOverdueTold(Step step, Instant since) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT 1 FROM settlement.effect
                                        WHERE merchant_id = ? AND step_id = ? AND what = 'OVERDUE' AND at >= ?)
                        """)
                .param(step.merchant().value())
                .param(step.id())
                .param(Timestamp.from(since))
                .query(Boolean.class)
                .single();
    }

    /** The step as it stands after what happened. */
    public void append(Step step, What what, Actor actor, Instant at) {
        jdbc.sql("""
                        INSERT INTO settlement.effect (
                            merchant_id, id, step_id, claim_id, at, what, actor, attempt, reference, trouble)
                        VALUES (
                            :merchant, :id, :step, :claim, :at, :what, :actor::jsonb, :attempt, :reference,
                            :trouble::jsonb)
                        """)
                .param("merchant", step.merchant().value())
                .param("id", Ids.next())
                .param("step", step.id())
                .param("claim", step.claim())
                .param("at", Timestamp.from(at))
                .param("what", what.name())
                .param("actor", json.write(actor))
                .param("attempt", step.attempts())
                .param("reference", step.reference())
                .param("trouble", step.lastError() == null ? null : json.write(step.lastError()))
                .update();
    }
}
