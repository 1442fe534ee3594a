package org.redress.replay.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Decisions;
import org.redress.database.Copying;
import org.redress.database.Json;
import org.redress.kernel.MerchantId;
import org.redress.remedy.Area;
import org.redress.replay.Change;
import org.redress.replay.Replay;
import org.redress.replay.Tally;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/** Runs and their changed claims. */
@Repository
public class ReplayTable {
    private final JdbcClient jdbc;
    private final Json json;
    private final Copying copying;

    ReplayTable(JdbcClient jdbc, Json json, Copying copying) {
        this.jdbc = jdbc;
        this.json = json;
        this.copying = copying;
    }

    /** How far a run is, for whoever carries it on. */
    public record Progress(Replay run, @Nullable Integer policyVersion, Decisions.@Nullable Place last, long changed) {}

    public void add(MerchantId merchant, Replay run, @Nullable Integer policyVersion) {
        jdbc.sql("""
                        INSERT INTO replay.run (
                            merchant_id, id, area, policy_id, policy_version, policy_name, source, from_day, to_day, state,
                            total, done, changed, tallies, started_by, started_at)
                        VALUES (
                            :merchant, :id, :area, :policy, :version, :name, :source, :from, :to, :state,
                            :total, 0, 0, '[]', :by, :at)
                        """)
                .param("merchant", merchant.value())
                .param("id", run.id())
                .param("area", run.area().name())
                .param("policy", run.policy())
                .param("version", policyVersion)
                .param("name", run.policyName())
                .param("source", run.source())
                .param("from", run.from())
                .param("to", run.to())
                .param("state", run.state().name())
                .param("total", run.total())
                .param("by", run.startedBy())
                .param("at", Timestamp.from(run.startedAt()))
                .update();
    }

    public Optional<Replay> find(MerchantId merchant, UUID id) {
        return jdbc.sql("SELECT * FROM replay.run WHERE merchant_id = ? AND id = ?")
                .params(merchant.value(), id)
                .query(this::run)
                .optional();
    }

    public Optional<Progress> progress(MerchantId merchant, UUID id) {
        return jdbc.sql("SELECT * FROM replay.run WHERE merchant_id = ? AND id = ?")
                .params(merchant.value(), id)
                .query((row, number) -> {
                    var filedAt = row.getTimestamp("last_filed_at");
                    return new Progress(
                            run(row, number),
                            row.getObject("policy_version", Integer.class),
                            filedAt == null
                                    ? null
                                    : new Decisions.Place(
                                            filedAt.toInstant(), row.getObject("last_claim_id", UUID.class)),
                            row.getLong("changed"));
                })
                .optional();
    }

    /** The newest first: ids are ordered by time. */
    public List<Replay> page(MerchantId merchant, @Nullable UUID after, int limit) {
        return jdbc.sql("SELECT * FROM replay.run WHERE merchant_id = ? AND id < ? ORDER BY id DESC LIMIT ?")
                .params(merchant.value(), after == null ? new UUID(-1, -1) : after, limit)
                .query(this::run)
                .list();
    }

    private Replay run(ResultSet row, int number) throws SQLException {
        var endedAt = row.getTimestamp("ended_at");
        return new Replay(
                row.getObject("id", UUID.class),
                Area.valueOf(row.getString("area")),
                row.getObject("policy_id", UUID.class),
                row.getString("policy_name"),
                row.getString("source"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class),
                Replay.State.valueOf(row.getString("state")),
                row.getLong("total"),
                row.getLong("done"),
                json.read(row.getString("tallies"), new TypeReference<List<Tally>>() {}),
                row.getString("started_by"),
                row.getTimestamp("started_at").toInstant(),
                endedAt == null ? null : endedAt.toInstant());
    }

    /** Two that begin at once wait for each other until the transaction ends. */
    public void hold(MerchantId merchant) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("replay:" + merchant)
                .query((_, _) -> true)
                .list();
    }

    public void forget(MerchantId merchant, UUID id) {
        jdbc.sql("DELETE FROM replay.change WHERE merchant_id = ? AND run_id = ?")
                .params(merchant.value(), id)
                .update();
        jdbc.sql("DELETE FROM replay.run WHERE merchant_id = ? AND id = ?")
                .params(merchant.value(), id)
                .update();
    }

    public int underWay(MerchantId merchant) {
        return jdbc.sql("""
                        SELECT count(*) FROM replay.run WHERE merchant_id = ? AND state IN ('RUNNING', 'STOPPING')
                        """).param(merchant.value()).query(Integer.class).single();
    }

    /** Writes down how many claims there are to try. */
    public void count(MerchantId merchant, UUID id, long total) {
        jdbc.sql("UPDATE replay.run SET total = ? WHERE merchant_id = ? AND id = ?")
                .params(total, merchant.value(), id)
                .update();
    }

    /** Asks a run that goes on to stop. */
    public void stop(MerchantId merchant, UUID id) {
        jdbc.sql("UPDATE replay.run SET state = 'STOPPING' WHERE merchant_id = ? AND id = ? AND state = 'RUNNING'")
                .params(merchant.value(), id)
                .update();
    }

    /**
     * Writes down how far a run is.
     *
     * @param seen how far it was before
     * @return false where another worker is further, so that nothing must be written
     */
    public boolean advance(
            MerchantId merchant,
            UUID id,
            long seen,
            long done,
            long changed,
            Decisions.Place last,
            List<Tally> tallies) {
        return jdbc.sql("""
                        UPDATE replay.run
                           SET done = :done, changed = :changed, last_filed_at = :at, last_claim_id = :claim,
                               tallies = :tallies::jsonb
                         WHERE merchant_id = :merchant AND id = :id AND done = :seen
                        """)
                        .param("done", done)
                        .param("changed", changed)
                        .param("at", Timestamp.from(last.filedAt()))
                        .param("claim", last.claim())
                        .param("tallies", json.write(tallies))
                        .param("merchant", merchant.value())
                        .param("id", id)
                        .param("seen", seen)
                        .update()
                == 1;
    }

    public void end(MerchantId merchant, UUID id, Replay.State state, Instant at) {
        jdbc.sql("""
                        UPDATE replay.run
                           SET state = ?, ended_at = ?, total = CASE WHEN ?::boolean THEN done ELSE total END
                         WHERE merchant_id = ? AND id = ? AND state IN ('RUNNING', 'STOPPING')
                        """)
                .params(state.name(), Timestamp.from(at), state == Replay.State.DONE, merchant.value(), id)
                .update();
    }

    /** A change as it is written, with its documents. */
    public record Written(Change change, String before, String after) {}

    public Written written(Change change) {
        return new Written(change, json.write(change.before()), json.write(change.after()));
    }

    /** @param before how many changes the run has already */
    public void add(MerchantId merchant, UUID run, long before, List<Written> changes) {
        var position = new AtomicLong(before);
        copying.fill(
                "replay_change",
                "position bigint, claim_id uuid, number text, filed_at timestamptz, effect text, before text, after text",
                changes,
                (line, written) -> {
                    var change = written.change();
                    line.add(position.incrementAndGet())
                            .add(change.claim().toString())
                            .add(change.number())
                            .add(change.filedAt().toString())
                            .add(change.effect().name())
                            .add(written.before())
                            .add(written.after());
                });
        jdbc.sql("""
                        INSERT INTO replay.change (
                            merchant_id, run_id, position, claim_id, number, filed_at, effect, before, after)
                        SELECT :merchant, :run, position, claim_id, number, filed_at, effect, before::json, after::json
                          FROM pg_temp.replay_change
                        """).param("merchant", merchant.value()).param("run", run).update();
    }

    public List<Change> changes(MerchantId merchant, UUID run, Change.@Nullable Effect effect, long after, int limit) {
        return jdbc.sql("""
                        SELECT position, claim_id, number, filed_at, effect, before, after
                          FROM replay.change
                         WHERE merchant_id = :merchant AND run_id = :run AND position > :after %s
                         ORDER BY position
                         LIMIT :limit
                        """.formatted(effect == null ? "" : "AND effect = :effect"))
                .param("merchant", merchant.value())
                .param("run", run)
                .param("after", after)
                .param("effect", effect == null ? "" : effect.name())
                .param("limit", limit)
                .query((row, _) -> new Change(
                        row.getLong("position"),
                        row.getObject("claim_id", UUID.class),
                        row.getString("number"),
                        row.getTimestamp("filed_at").toInstant(),
                        Change.Effect.valueOf(row.getString("effect")),
                        json.read(row.getString("before"), Change.Side.class),
                        json.read(row.getString("after"), Change.Side.class)))
                .list();
    }
}
