package org.redress.investigation.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.redress.database.Json;
import org.redress.investigation.Mechanism;
import org.redress.investigation.model.Signs;
import org.redress.investigation.model.Tally;
import org.redress.kernel.MerchantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/** Tables {@code investigation.lesson} and {@code tally}: what confirmed causes teach, one by one and in sum. */
@Repository
public class LessonTable {
    private final JdbcClient jdbc;
    private final Json json;

    LessonTable(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @param mechanisms the share of a confirmed case that each stands for */
    public record Lesson(String warehouse, Signs signs, Map<Mechanism, Double> mechanisms) {
        boolean isSame(Lesson other) {
            return warehouse.equals(other.warehouse)
                    && signs.written().equals(other.signs.written())
                    && mechanisms.equals(other.mechanisms);
        }

        void addTo(Tally tally, double times) {
            mechanisms.forEach((mechanism, part) -> tally.add(signs, mechanism, times * part));
        }
    }

    /** What a warehouse has taught. */
    public record Kept(
            String warehouse, Tally tally, @Nullable Instant resetAt) {}

    public Tally tally(MerchantId merchant, String warehouse) {
        return jdbc.sql("SELECT counts FROM investigation.tally WHERE merchant_id = ? AND warehouse = ?")
                .params(merchant.value(), warehouse)
                .query((row, _) -> counts(row))
                .optional()
                .orElseGet(Tally::new);
    }

    public List<Kept> all(MerchantId merchant) {
        return jdbc.sql("""
                        SELECT warehouse, counts, reset_at FROM investigation.tally
                        WHERE merchant_id = ? ORDER BY warehouse LIMIT 200""")
                .params(merchant.value())
                .query((row, _) -> new Kept(
                        row.getString("warehouse"),
                        counts(row),
                        row.getTimestamp("reset_at") == null
                                ? null
                                : row.getTimestamp("reset_at").toInstant()))
                .list();
    }

    private static Tally counts(ResultSet row) throws SQLException {
        var counts = (Double[]) row.getArray("counts").getArray();
        return Tally.read(Arrays.stream(counts).mapToDouble(Double::doubleValue).toArray());
    }

    /** Learns from a claim, in place of what was learned from it before. */
    public void learn(MerchantId merchant, UUID claim, Lesson lesson, Instant now) {
        // Of two that learn from one claim at once the second waits here, and finds what the first has learned.
        change(merchant, lesson.warehouse(), _ -> {});
        var before = find(merchant, claim).orElse(null);
        if (before != null && (before.lesson().isSame(lesson) || before.isForgotten(lesson))) {
            return;
        }
        unlearn(merchant, claim);
        change(merchant, lesson.warehouse(), tally -> lesson.addTo(tally, 1));
        jdbc.sql("""
                        INSERT INTO investigation.lesson (merchant_id, claim_id, warehouse, signs, mechanisms, learned_at)
                        VALUES (?, ?, ?, ?, ?::jsonb, ?)""")
                .params(
                        merchant.value(),
                        claim,
                        lesson.warehouse(),
                        lesson.signs().written(),
                        json.write(lesson.mechanisms()),
                        Timestamp.from(now))
                .update();
    }

    public void unlearn(MerchantId merchant, UUID claim) {
        find(merchant, claim).ifPresent(before -> {
            if (!before.forgotten()) {
                change(
                        merchant,
                        before.lesson().warehouse(),
                        tally -> before.lesson().addTo(tally, -1));
            }
            jdbc.sql("DELETE FROM investigation.lesson WHERE merchant_id = ? AND claim_id = ?")
                    .params(merchant.value(), claim)
                    .update();
        });
    }

    /** @param forgotten whether it was taken out of the sum when somebody reset what was learned */
    private record Taught(Lesson lesson, boolean forgotten) {
        /** A cause that was recorded before the reset is not taught again, whatever else comes to light about it. */
        boolean isForgotten(Lesson now) {
            return forgotten
                    && lesson.mechanisms().keySet().equals(now.mechanisms().keySet());
        }
    }

    private Optional<Taught> find(MerchantId merchant, UUID claim) {
        return jdbc.sql("""
                        SELECT warehouse, signs, mechanisms, forgotten FROM investigation.lesson
                        WHERE merchant_id = ? AND claim_id = ? FOR UPDATE""")
                .params(merchant.value(), claim)
                .query((row, _) -> new Taught(
                        new Lesson(
                                row.getString("warehouse"),
                                Signs.read(row.getString("signs")),
                                json.read(row.getString("mechanisms"), new TypeReference<Map<Mechanism, Double>>() {})),
                        row.getBoolean("forgotten")))
                .optional();
    }

    private void change(MerchantId merchant, String warehouse, Consumer<Tally> change) {
        jdbc.sql("""
                        INSERT INTO investigation.tally (merchant_id, warehouse, counts) VALUES (?, ?, '{}')
                        ON CONFLICT DO NOTHING""").params(merchant.value(), warehouse).update();
        var tally = jdbc.sql("""
                        SELECT counts FROM investigation.tally WHERE merchant_id = ? AND warehouse = ? FOR UPDATE""")
                .params(merchant.value(), warehouse)
                .query((row, _) -> counts(row))
                .single();
        change.accept(tally);
        jdbc.sql("UPDATE investigation.tally SET counts = ? WHERE merchant_id = ? AND warehouse = ?")
                .params(tally.written(), merchant.value(), warehouse)
                .update();
    }

    public void forget(MerchantId merchant, String warehouse, Instant now) {
        change(merchant, warehouse, _ -> {});
        jdbc.sql("UPDATE investigation.lesson SET forgotten = true WHERE merchant_id = ? AND warehouse = ?")
                .params(merchant.value(), warehouse)
                .update();
        jdbc.sql("UPDATE investigation.tally SET counts = '{}', reset_at = ? WHERE merchant_id = ? AND warehouse = ?")
                .params(Timestamp.from(now), merchant.value(), warehouse)
                .update();
    }
}
