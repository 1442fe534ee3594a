package org.redress.settlement.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.database.Json;
import org.redress.kernel.MerchantId;
import org.redress.remedy.Remedy;
import org.redress.settlement.Step;
import org.redress.settlement.Trouble;
import org.redress.settlement.Work;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Steps as they stand now. A step is held by whoever runs it, for a while that outlasts any call. */
@Repository
public class StepTable {
    /** A step that somebody should have run by now. */
    public record Overdue(UUID id, int version) {}

    private static final List<String> LEAVING_OPEN = Arrays.stream(Trouble.Kind.values())
            .filter(Trouble.Kind::leavesOpen)
            .map(Trouble.Kind::name)
            .toList();

    private final JdbcClient jdbc;
    private final Json json;

    StepTable(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** False where the offer's step at this position and part is there already. */
    public boolean insert(Step step) {
        return jdbc.sql("""
                        INSERT INTO settlement.step (
                            merchant_id, id, claim_id, offer_id, position, part, kind, state, idempotency_key,
                            order_number, payload, attempts, polls, next_at, created_at, version)
                        VALUES (
                            :merchant, :id, :claim, :offer, :position, :part, :kind, :state, :key,
                            :order, :payload::jsonb, 0, 0, :nextAt, :createdAt, :version)
                        ON CONFLICT (merchant_id, offer_id, position, part) DO NOTHING
                        """)
                        .param("merchant", step.merchant().value())
                        .param("id", step.id())
                        .param("claim", step.claim())
                        .param("offer", step.offer())
                        .param("position", step.position())
                        .param("part", step.part())
                        .param("kind", step.kind().name())
                        .param("state", step.state().name())
                        .param("key", step.key())
                        .param("order", step.work().orderNumber())
                        .param("payload", json.write(step.work()))
                        .param("nextAt", Timestamp.from(step.nextAt()))
                        .param("createdAt", Timestamp.from(step.createdAt()))
                        .param("version", step.version())
                        .update()
                == 1;
    }

    public Optional<Step> find(MerchantId merchant, UUID id) {
        return jdbc.sql("SELECT * FROM settlement.step WHERE merchant_id = ? AND id = ?")
                .param(merchant.value())
                .param(id)
                .query(this::step)
                .optional();
    }

    public List<Step> ofClaim(MerchantId merchant, UUID claim) {
        return jdbc.sql("SELECT * FROM settlement.step WHERE merchant_id = ? AND claim_id = ? ORDER BY created_at, id")
                .param(merchant.value())
                .param(claim)
                .query(this::step)
                .list();
    }

    /** Whether a stopped plan still has steps that nobody was told to stop. */
    public boolean isStopUnheard(MerchantId merchant, UUID offer) {
        return jdbc.sql("""
                        SELECT NOT EXISTS (
                            SELECT 1 FROM settlement.step WHERE merchant_id = ? AND offer_id = ? AND stop <> 'SETTLED')
                        """)
                .param(merchant.value())
                .param(offer)
                .query(Boolean.class)
                .single();
    }

    /** Labels that are out without anybody expecting their goods yet. */
    public List<Step> labelsNotExpected(MerchantId merchant, @Nullable UUID after) {
        return jdbc.sql("""
                        SELECT step.* FROM settlement.step AS step
                         WHERE merchant_id = :merchant AND kind = 'RETURN_LABEL' AND state = 'DONE'
                           AND (:after::uuid IS NULL OR id > :after::uuid)
                           AND NOT EXISTS (SELECT 1 FROM settlement.goods_return AS back
                                            WHERE back.merchant_id = step.merchant_id AND back.step_id = step.id)
                         ORDER BY id
                         LIMIT 500
                        """)
                .param("merchant", merchant.value())
                .param("after", after)
                .query(this::step)
                .list();
    }

    /** Those with one of these keys; what is no key of ours is none. */
    public List<Step> withKeys(MerchantId merchant, Collection<UUID> keys) {
        return keys.isEmpty()
                ? List.of()
                : jdbc.sql("SELECT * FROM settlement.step WHERE merchant_id = :merchant AND id IN (:keys)")
                        .param("merchant", merchant.value())
                        .param("keys", keys)
                        .query(this::step)
                        .list();
    }

    /**
     * What was done from one instant to before another, in the order of keys.
     *
     * @param works the payloads' names
     */
    public List<Step> doneIn(MerchantId merchant, Period period, List<String> works, @Nullable UUID after, int most) {
        return jdbc.sql("""
                        SELECT * FROM settlement.step
                         WHERE merchant_id = :merchant AND state = 'DONE'
                           AND done_at >= :from AND done_at < :to
                           AND payload ->> '@type' IN (:works)
                           AND (:after::uuid IS NULL OR id > :after::uuid)
                         ORDER BY id
                         LIMIT :most
                        """)
                .param("merchant", merchant.value())
                .param("from", Timestamp.from(period.from()))
                .param("to", Timestamp.from(period.to()))
                .param("works", works)
                .param("after", after)
                .param("most", most)
                .query(this::step)
                .list();
    }

    /** From one instant to before another. */
    public record Period(Instant from, Instant to) {
        public boolean holds(Instant at) {
            return !at.isBefore(from) && at.isBefore(to);
        }
    }

    public boolean hasAny(MerchantId merchant) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM settlement.step WHERE merchant_id = ?)")
                .param(merchant.value())
                .query(Boolean.class)
                .single();
    }

    /** Makes a step that is under way due at once; the answer says whether it was to wait. */
    public boolean wake(MerchantId merchant, UUID id, Instant now) {
        return jdbc.sql("""
                        UPDATE settlement.step SET next_at = :now
                         WHERE merchant_id = :merchant AND id = :id AND state IN ('PENDING', 'RUNNING') AND next_at > :now
                        """)
                        .param("merchant", merchant.value())
                        .param("id", id)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    public boolean isStaged(MerchantId merchant, UUID offer) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM settlement.step WHERE merchant_id = ? AND offer_id = ?)")
                .param(merchant.value())
                .param(offer)
                .query(Boolean.class)
                .single();
    }

    /** Locks the offer's steps, so that of two that end at once the second sees the first. */
    public List<Step> lockOffer(MerchantId merchant, UUID offer) {
        return jdbc.sql("""
                        SELECT * FROM settlement.step
                         WHERE merchant_id = ? AND offer_id = ?
                         ORDER BY position, part
                           FOR UPDATE
                        """)
                .param(merchant.value())
                .param(offer)
                .query(this::step)
                .list();
    }

    /** Until the transaction ends nobody else stages steps of this order: refunds add up to what was paid. */
    public void holdOrder(MerchantId merchant, String orderNumber) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("settlement.order:" + merchant + ":" + orderNumber)
                .query((_, _) -> true)
                .list();
    }

    /** What goes or went back for an order, for whichever claim; what was taken back or stopped in time does not count. */
    public List<Work.Refund> refunds(MerchantId merchant, String orderNumber) {
        return refunds(ofOrder(merchant, orderNumber).stream()
                .filter(step -> step.state() != Step.State.REVERSED)
                .filter(step -> step.state() != Step.State.FAILED || step.stop() == null));
    }

    /** What has gone back for an order, or may have, beside a step. */
    public List<Work.Refund> refundsAsked(Step but) {
        return refunds(ofOrder(but.merchant(), but.work().orderNumber()).stream()
                .filter(step -> !step.id().equals(but.id()))
                .filter(step -> step.state() == Step.State.DONE || (step.state().isUnderWay() && step.attempts() > 0)));
    }

    private List<Step> ofOrder(MerchantId merchant, String orderNumber) {
        return jdbc.sql("SELECT * FROM settlement.step WHERE merchant_id = ? AND order_number = ?")
                .param(merchant.value())
                .param(orderNumber)
                .query(this::step)
                .list();
    }

    private static List<Work.Refund> refunds(Stream<Step> steps) {
        return steps.map(Step::work)
                .filter(Work.Refund.class::isInstance)
                .map(Work.Refund.class::cast)
                .toList();
    }

    /**
     * Takes a step that is due for running and counts the attempt. Empty where it is not due, done, or held by somebody
     * whose time is not over: the same step is never run twice at once.
     */
    public Optional<Step> hold(MerchantId merchant, UUID id, Instant now, Instant until) {
        return jdbc.sql("""
                        UPDATE settlement.step
                           SET state = CASE WHEN state = 'DONE' THEN state ELSE 'RUNNING' END,
                               held_until = :until,
                               asked_at = coalesce(asked_at, :now),
                               unsure = reference IS NULL
                                   AND (held_until IS NOT NULL OR coalesce(last_error ->> 'kind' IN (:open), false)),
                               attempts = attempts + CASE WHEN reference IS NULL AND stop IS NULL THEN 1 ELSE 0 END,
                               polls = polls + CASE WHEN reference IS NULL AND stop IS NULL THEN 0 ELSE 1 END,
                               version = version + 1
                         WHERE merchant_id = :merchant AND id = :id
                           AND (state IN ('PENDING', 'RUNNING') OR stop = 'CANCEL')
                           AND next_at <= :now
                           AND (held_until IS NULL OR held_until <= :now)
                        RETURNING *
                        """)
                .param("merchant", merchant.value())
                .param("id", id)
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(until))
                .param("open", LEAVING_OPEN)
                .query(this::step)
                .optional();
    }

    /** When a step that is under way can be taken next; empty where there is nothing left to do. */
    public Optional<Instant> comeBackAt(MerchantId merchant, UUID id) {
        return jdbc.sql("""
                        SELECT greatest(next_at, held_until) AS at
                          FROM settlement.step
                         WHERE merchant_id = ? AND id = ? AND (state IN ('PENDING', 'RUNNING') OR stop = 'CANCEL')
                        """)
                .param(merchant.value())
                .param(id)
                .query((row, _) -> row.getTimestamp("at").toInstant())
                .optional();
    }

    /** Steps under way that nobody holds although they have been due since {@code before}. */
    public List<Overdue> overdue(MerchantId merchant, Instant before, Instant now) {
        return jdbc.sql("""
                        SELECT id, version
                          FROM settlement.step
                         WHERE merchant_id = :merchant
                           AND (state IN ('PENDING', 'RUNNING') OR stop = 'CANCEL')
                           AND next_at < :before
                           AND (held_until IS NULL OR held_until <= :now)
                         ORDER BY next_at
                         LIMIT 500
                        """)
                .param("merchant", merchant.value())
                .param("before", Timestamp.from(before))
                .param("now", Timestamp.from(now))
                .query((row, _) -> new Overdue(row.getObject("id", UUID.class), row.getInt("version")))
                .list();
    }

    /** Says that a step is being stopped, without taking it from whoever runs it: their answer counts. */
    public void mark(Step step) {
        jdbc.sql("""
                        UPDATE settlement.step
                           SET stop = :stop, next_at = :nextAt, asked_at = :askedAt
                         WHERE merchant_id = :merchant AND id = :id
                        """).params(changing(step)).update();
    }

    /** Writes the step and lets go of it. False where somebody else has written since {@code seen}. */
    public boolean update(Step step, int seen) {
        return jdbc.sql("""
                        UPDATE settlement.step
                           SET state = :state, reference = :reference, last_error = :lastError::jsonb,
                               next_at = :nextAt, done_at = :doneAt, held_until = NULL, version = :version,
                               attempts = :attempts, stop = :stop, asked_at = :askedAt
                         WHERE merchant_id = :merchant AND id = :id AND version = :seen
                        """).params(changing(step)).param("seen", seen).update() == 1;
    }

    private Map<String, @Nullable Object> changing(Step step) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("merchant", step.merchant().value());
        values.put("id", step.id());
        values.put("state", step.state().name());
        values.put("reference", step.reference());
        values.put("lastError", step.lastError() == null ? null : json.write(step.lastError()));
        values.put("nextAt", Timestamp.from(step.nextAt()));
        values.put("doneAt", step.doneAt() == null ? null : Timestamp.from(step.doneAt()));
        values.put("version", step.version());
        values.put("attempts", step.attempts());
        values.put("askedAt", step.askedAt() == null ? null : Timestamp.from(step.askedAt()));
        values.put("stop", step.stop() == null ? null : step.stop().name());
        return values;
    }

    private Step step(ResultSet row, int index) throws SQLException {
        var lastError = row.getString("last_error");
        var doneAt = row.getTimestamp("done_at");
        var stop = row.getString("stop");
        var askedAt = row.getTimestamp("asked_at");
        return new Step(
                new MerchantId(row.getObject("merchant_id", UUID.class)),
                row.getObject("id", UUID.class),
                row.getObject("claim_id", UUID.class),
                row.getObject("offer_id", UUID.class),
                row.getInt("position"),
                row.getInt("part"),
                Remedy.Kind.valueOf(row.getString("kind")),
                Step.State.valueOf(row.getString("state")),
                json.read(row.getString("payload"), Work.class),
                row.getString("reference"),
                row.getInt("attempts"),
                row.getInt("polls"),
                lastError == null ? null : json.read(lastError, Trouble.class),
                row.getTimestamp("next_at").toInstant(),
                row.getTimestamp("created_at").toInstant(),
                doneAt == null ? null : doneAt.toInstant(),
                row.getInt("version"),
                row.getBoolean("unsure"),
                stop == null ? null : Step.Stop.valueOf(stop),
                askedAt == null ? null : askedAt.toInstant());
    }
}
