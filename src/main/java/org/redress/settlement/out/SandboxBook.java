package org.redress.settlement.out;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.redress.database.Json;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Money;
import org.redress.settlement.Effect;
import org.redress.settlement.Trouble;
import org.redress.settlement.Work;
import org.redress.settlement.model.Listing;
import org.redress.settlement.model.Outcome;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The other side, played by the product itself: it keeps what it did by idempotency key in a table of its own and
 * survives a crash as a real partner would. It takes a request on at once and confirms it a moment later.
 */
@Component
class SandboxBook {
    /** How many effects are listed at once. */
    private static final int PART = 500;

    private final MerchantTransactions transactions;
    private final JdbcClient jdbc;
    private final Json json;
    private final InstantSource clock;
    private final Duration confirmsAfter;
    private final int failFirst;
    private final Map<String, Integer> failures = new ConcurrentHashMap<>();

    /**
     * @param confirmsAfter how long it takes to confirm
     * @param failFirst how many requests under each key find nobody at home, to show what retries do
     */
    SandboxBook(
            MerchantTransactions transactions,
            JdbcClient jdbc,
            Json json,
            InstantSource clock,
            @Value("${redress.sandbox.confirms-after:800ms}") Duration confirmsAfter,
            @Value("${redress.sandbox.fail-first:0}") int failFirst) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.confirmsAfter = confirmsAfter;
        this.failFirst = failFirst;
    }

    private record Row(boolean same, String reference, Instant doneAt, boolean cancelled) {}

    /** One effect for each key: the second request is answered with the first one's reference. */
    Outcome once(MerchantId merchant, String key, Object work, String prefix) {
        if (failFirst > 0 && failures.merge(merchant + key, 1, Integer::sum) <= failFirst) {
            return new Outcome.Unreachable(new Trouble(Trouble.Kind.UNREACHABLE, "sandbox"));
        }
        var written = json.write(work);
        var row = transactions.call(merchant, () -> {
            jdbc.sql("""
                            INSERT INTO settlement.sandbox_effect (merchant_id, idempotency_key, work, reference, done_at)
                            VALUES (:merchant, :key, :work::jsonb, :reference, :at)
                            ON CONFLICT (merchant_id, idempotency_key) DO NOTHING
                            """)
                    .param("merchant", merchant.value())
                    .param("key", key)
                    .param("work", written)
                    .param("reference", prefix + shortOf(key))
                    .param("at", Timestamp.from(clock.instant()))
                    .update();
            return find(merchant, key, written);
        });
        return row.map(this::answer).orElseGet(Outcome.Unknown::new);
    }

    Outcome status(MerchantId merchant, String key) {
        return transactions
                .call(merchant, () -> find(merchant, key, null))
                .map(this::answer)
                .orElseGet(Outcome.Unknown::new);
    }

    /** Nothing of the sandbox's ever leaves its house, so that it can always be taken back. */
    Outcome cancel(MerchantId merchant, String key) {
        return transactions
                .call(merchant, () -> {
                    jdbc.sql("""
                                    UPDATE settlement.sandbox_effect SET cancelled_at = :at
                                     WHERE merchant_id = :merchant AND idempotency_key = :key AND cancelled_at IS NULL
                                    """)
                            .param("at", Timestamp.from(clock.instant()))
                            .param("merchant", merchant.value())
                            .param("key", key)
                            .update();
                    return find(merchant, key, null);
                })
                .<Outcome>map(row -> new Outcome.Confirmed(row.reference()))
                .orElseGet(Outcome.Unknown::new);
    }

    /** What was done from one instant to before another, of these kinds, in the order of keys. */
    Listing effects(MerchantId merchant, Instant from, Instant to, @Nullable String after, Class<?>... works) {
        var types = Arrays.stream(works).map(Class::getSimpleName).toList();
        var found = transactions.call(
                merchant,
                () -> jdbc.sql("""
                                SELECT idempotency_key, work, reference, done_at, cancelled_at
                                  FROM settlement.sandbox_effect
                                 WHERE merchant_id = :merchant AND done_at >= :from AND done_at < :to
                                   AND work ->> '@type' IN (:types)
                                   AND idempotency_key COLLATE "C" > :after
                                 ORDER BY idempotency_key COLLATE "C"
                                 LIMIT :part
                                """)
                        .param("merchant", merchant.value())
                        .param("from", Timestamp.from(from))
                        .param("to", Timestamp.from(to))
                        .param("types", types)
                        .param("after", after == null ? "" : after)
                        .param("part", PART)
                        .query((row, _) -> effect(
                                row.getString("idempotency_key"),
                                json.read(row.getString("work"), Work.class),
                                new Row(
                                        true,
                                        row.getString("reference"),
                                        row.getTimestamp("done_at").toInstant(),
                                        row.getTimestamp("cancelled_at") != null)))
                        .list());
        var effects = found.stream().flatMap(Optional::stream).toList();
        return new Listing.Part(effects, found.size() < PART ? null : lastKey(effects));
    }

    private static @Nullable String lastKey(List<Effect> effects) {
        return effects.isEmpty() ? null : effects.getLast().key();
    }

    private Optional<Effect> effect(String key, Work work, Row row) {
        var state =
                row.cancelled() ? Effect.State.CANCELLED : isDone(row) ? Effect.State.CONFIRMED : Effect.State.PENDING;
        return switch (work) {
            case Work.Refund(var _, var _, var amount) -> listed(key, Effect.Kind.REFUND, state, amount, row);
            case Work.Voucher(var _, var amount, var _) -> listed(key, Effect.Kind.VOUCHER, state, amount, row);
            case Work.Reshipment _ -> listed(key, Effect.Kind.RESHIP, state, null, row);
            case Work.ReturnLabel _ -> listed(key, Effect.Kind.RETURN_LABEL, state, null, row);
            case Work.Pickup _ -> listed(key, Effect.Kind.PICK_UP, state, null, row);
            case Work.Impossible _ -> Optional.empty();
        };
    }

    private static Optional<Effect> listed(
            String key, Effect.Kind kind, Effect.State state, @Nullable Money amount, Row row) {
        return Optional.of(new Effect(key, kind, state, amount, row.reference(), row.doneAt()));
    }

    private Optional<Row> find(MerchantId merchant, String key, @Nullable String work) {
        return jdbc.sql("""
                        SELECT coalesce(work = :work::jsonb, true) AS same, reference, done_at, cancelled_at
                          FROM settlement.sandbox_effect
                         WHERE merchant_id = :merchant AND idempotency_key = :key
                        """)
                .param("merchant", merchant.value())
                .param("key", key)
                .param("work", work)
                .query((row, _) -> new Row(
                        row.getBoolean("same"),
                        row.getString("reference"),
                        row.getTimestamp("done_at").toInstant(),
                        row.getTimestamp("cancelled_at") != null))
                .optional();
    }

    private Outcome answer(Row row) {
        if (!row.same()) {
            return new Outcome.Refused(new Trouble(Trouble.Kind.REFUSED, "same key, another request"));
        }
        if (row.cancelled()) {
            return new Outcome.Refused(new Trouble(Trouble.Kind.REFUSED, "cancelled"));
        }
        return isDone(row) ? new Outcome.Confirmed(row.reference()) : new Outcome.Pending(row.reference());
    }

    private boolean isDone(Row row) {
        return !clock.instant().isBefore(row.doneAt().plus(confirmsAfter));
    }

    /** The random end of a UUIDv7: short enough to say on the phone. */
    private static String shortOf(String key) {
        return key.substring(Math.max(0, key.length() - 8)).toUpperCase(Locale.ROOT);
    }
}
