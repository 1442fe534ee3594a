package org.redress.claims.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Claim;
import org.redress.claims.ClaimClock;
import org.redress.claims.ClaimClock.Hours;
import org.redress.claims.ClaimClock.Party;
import org.redress.claims.ClaimClock.Promise;
import org.redress.claims.ClaimClock.Rung;
import org.redress.claims.ClaimClock.State;
import org.redress.claims.Promises;
import org.redress.claims.Stumbles.Task;
import org.redress.kernel.MerchantId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The clocks of claims. Those of a claim's own course are written only by whoever holds the claim. */
@Repository
public class ClockTable {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final ClaimTable claims;

    ClockTable(JdbcClient jdbc, JdbcTemplate batches, ClaimTable claims) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.claims = claims;
    }

    /** In the order in which they started. */
    public List<ClaimClock> of(MerchantId merchant, UUID claim) {
        return jdbc.sql("""
                        SELECT * FROM claims.clock
                         WHERE merchant_id = ? AND claim_id = ?
                         ORDER BY started_at, round""")
                .params(merchant.value(), claim)
                .query(ClockTable::clock)
                .list();
    }

    /** Writes them as they are now, new or changed, in one go. */
    public void save(MerchantId merchant, UUID claim, List<ClaimClock> some) {
        if (some.isEmpty()) {
            return;
        }
        batches.batchUpdate("""
                INSERT INTO claims.clock (
                    merchant_id, claim_id, about, party, promise, round, hours, started_at, allowed_ms, state, since,
                    used_ms, due_at, rung, next_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (merchant_id, claim_id, about, party, promise, round) DO UPDATE SET
                    started_at = excluded.started_at, allowed_ms = excluded.allowed_ms, state = excluded.state,
                    since = excluded.since, used_ms = excluded.used_ms, due_at = excluded.due_at, rung = excluded.rung,
                    next_at = excluded.next_at
                """, some, 100, (statement, clock) -> {
            statement.setObject(1, merchant.value());
            statement.setObject(2, claim);
            statement.setObject(3, clock.about());
            statement.setString(4, clock.party().name());
            statement.setString(5, clock.promise().name());
            statement.setInt(6, clock.round());
            statement.setString(7, clock.hours().name());
            statement.setTimestamp(8, Timestamp.from(clock.startedAt()));
            statement.setLong(9, clock.allowed().toMillis());
            statement.setString(10, clock.state().name());
            statement.setTimestamp(11, Timestamp.from(clock.since()));
            statement.setLong(12, clock.used().toMillis());
            statement.setTimestamp(13, Timestamp.from(clock.dueAt()));
            statement.setString(14, clock.rung().name());
            statement.setTimestamp(15, timestamp(clock.nextAt()));
        });
    }

    /** Claims of which some clock has to warn, break or be escalated by now, and that are not put aside. */
    public List<UUID> due(MerchantId merchant, Instant now, int limit) {
        return jdbc.sql("""
                        SELECT claim_id
                          FROM (SELECT claim_id FROM claims.clock k
                                 WHERE merchant_id = :merchant AND next_at <= :now
                                 %s
                                 ORDER BY next_at
                                 LIMIT :limit) AS next
                         GROUP BY claim_id""".formatted(StumbleTable.isNotAside("k.claim_id", Task.PROMISE)))
                .param("merchant", merchant.value())
                .param("now", Timestamp.from(now))
                .param("limit", limit)
                .query((row, _) -> row.getObject("claim_id", UUID.class))
                .list();
    }

    /** What the sweeps will find next after now, and when. */
    public Optional<Instant> next(MerchantId merchant, Instant now) {
        return jdbc.sql("""
                        SELECT least(
                            (SELECT min(next_at) FROM claims.clock
                              WHERE merchant_id = :merchant AND next_at > :now),
                            (SELECT min(expires_at) FROM claims.offer
                              WHERE merchant_id = :merchant AND state IN ('OPEN', 'AWAITING_APPROVAL')
                                AND expires_at > :now),
                            (SELECT min(due_at) FROM claims.claim
                              WHERE merchant_id = :merchant AND state IN ('NEEDS_INFORMATION', 'FOLLOW_UP')
                                AND owed_by = 'CUSTOMER' AND due_at > :now))""")
                .param("merchant", merchant.value())
                .param("now", Timestamp.from(now))
                .query((row, _) -> Optional.ofNullable(instant(row.getTimestamp(1))))
                .single();
    }

    /** Since when customers wait for an answer to what they wrote. */
    public Map<UUID, Instant> unanswered(MerchantId merchant, Collection<UUID> some) {
        var waiting = new HashMap<UUID, Instant>();
        jdbc.sql("""
                        SELECT claim_id, started_at FROM claims.clock
                         WHERE merchant_id = ? AND claim_id = ANY (?) AND promise = 'REPLY' AND state = 'RUNNING'""").params(merchant.value(), some.toArray(UUID[]::new)).query(row -> {
            waiting.put(
                    row.getObject("claim_id", UUID.class),
                    row.getTimestamp("started_at").toInstant());
        });
        return waiting;
    }

    /** Puts a clock on its next rung; false where it is not as it was read. */
    public boolean climb(MerchantId merchant, UUID claim, ClaimClock read, ClaimClock climbed) {
        return jdbc.sql("""
                        UPDATE claims.clock SET rung = :rung, next_at = :next
                         WHERE merchant_id = :merchant AND claim_id = :claim AND about = :about AND party = :party
                           AND promise = :promise AND round = :round AND state = 'RUNNING' AND rung = :read""")
                        .param("rung", climbed.rung().name())
                        .param("next", timestamp(climbed.nextAt()))
                        .param("merchant", merchant.value())
                        .param("claim", claim)
                        .param("about", read.about())
                        .param("party", read.party().name())
                        .param("promise", read.promise().name())
                        .param("round", read.round())
                        .param("read", read.rung().name())
                        .update()
                == 1;
    }

    /** Ends a clock that is open, whatever rung it has reached meanwhile. */
    public void end(MerchantId merchant, UUID claim, ClaimClock ended) {
        jdbc.sql("""
                        UPDATE claims.clock
                           SET state = :state, since = :since, used_ms = :used, next_at = NULL,
                               rung = CASE WHEN :broken AND rung IN ('ON_TIME', 'WARNED') THEN 'BROKEN' ELSE rung END
                         WHERE merchant_id = :merchant AND claim_id = :claim AND about = :about AND party = :party
                           AND promise = :promise AND round = :round AND state IN ('RUNNING', 'PAUSED')""")
                .param("state", ended.state().name())
                .param("since", Timestamp.from(ended.since()))
                .param("used", ended.used().toMillis())
                .param("broken", ended.isBroken())
                .param("merchant", merchant.value())
                .param("claim", claim)
                .param("about", ended.about())
                .param("party", ended.party().name())
                .param("promise", ended.promise().name())
                .param("round", ended.round())
                .update();
    }

    /** What is late and still runs, or will be before long; by due time. */
    public List<Promises.Late> pressing(MerchantId merchant, boolean broken, int limit) {
        return jdbc.sql("""
                        SELECT k.*, c.number
                          FROM claims.clock k JOIN claims.claim c ON c.merchant_id = k.merchant_id AND c.id = k.claim_id
                         WHERE k.merchant_id = :merchant AND k.state = 'RUNNING' AND k.rung <> 'ON_TIME'
                           AND (k.rung = 'WARNED') <> :broken
                         ORDER BY k.due_at
                         LIMIT :limit""")
                .param("merchant", merchant.value())
                .param("broken", broken)
                .param("limit", limit)
                .query((row, number) -> new Promises.Late(
                        row.getObject("claim_id", UUID.class), row.getString("number"), clock(row, number)))
                .list();
    }

    /** Open claims without a next step, or without a time for it. There should be none. */
    public List<Claim> lost(MerchantId merchant, int limit) {
        return claims.where(merchant, """
                 AND c.state = ANY ('{SUBMITTED,NEEDS_INFORMATION,ACCEPTED,OFFERED,EXECUTING,FOLLOW_UP}')
                 AND coalesce(c.due_at, timestamptz '9999-01-01 00:00:00+00') = timestamptz '9999-01-01 00:00:00+00'
               ORDER BY c.id LIMIT :limit""", Map.of("limit", limit));
    }

    /** Claims that have waited for an agent since before, and have none; the longest first. */
    public List<Claim> unowned(MerchantId merchant, Instant before, int limit) {
        return claims.where(merchant, """
                 AND c.owed_by = 'AGENT' AND c.assignee IS NULL AND c.owed_since < :before
               ORDER BY c.owed_since LIMIT :limit""", Map.of("before", Timestamp.from(before), "limit", limit));
    }

    private static ClaimClock clock(ResultSet row, int number) throws SQLException {
        return new ClaimClock(
                row.getObject("about", UUID.class),
                Party.valueOf(row.getString("party")),
                Promise.valueOf(row.getString("promise")),
                row.getInt("round"),
                Hours.valueOf(row.getString("hours")),
                row.getTimestamp("started_at").toInstant(),
                Duration.ofMillis(row.getLong("allowed_ms")),
                State.valueOf(row.getString("state")),
                row.getTimestamp("since").toInstant(),
                Duration.ofMillis(row.getLong("used_ms")),
                row.getTimestamp("due_at").toInstant(),
                Rung.valueOf(row.getString("rung")),
                instant(row.getTimestamp("next_at")));
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
