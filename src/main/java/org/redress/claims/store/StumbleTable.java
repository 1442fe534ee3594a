package org.redress.claims.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.claims.Stumble;
import org.redress.claims.Stumbles.Task;
import org.redress.kernel.MerchantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Claims that are put aside because something failed at them. */
@Repository
public class StumbleTable {
    private static final String[] ALL = Stream.of(Task.values()).map(Task::name).toArray(String[]::new);

    private final JdbcClient jdbc;

    StumbleTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** That a claim, by the name of its column, is not put aside at {@code :now} with this task. */
    static String isNotAside(String claim, Task task) {
        return """
                 AND NOT EXISTS (SELECT 1 FROM claims.stumble s
                                  WHERE s.merchant_id = :merchant AND s.task = '%s' AND s.claim_id = %s
                                    AND s.again_at > :now)
                """.formatted(task, claim);
    }

    /** Until when each is put aside. */
    public Map<UUID, Instant> of(MerchantId merchant, Task task) {
        return jdbc
                .sql("SELECT claim_id, again_at FROM claims.stumble WHERE merchant_id = ? AND task = ?")
                .params(merchant.value(), task.name())
                .query((row, _) -> Map.entry(
                        row.getObject("claim_id", UUID.class),
                        row.getTimestamp("again_at").toInstant()))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Those that failed most often first. */
    public List<Stumble> all(MerchantId merchant, int limit) {
        return jdbc.sql("""
                        SELECT s.*, c.number
                          FROM claims.stumble s JOIN claims.claim c ON c.merchant_id = s.merchant_id AND c.id = s.claim_id
                         WHERE s.merchant_id = ?
                         ORDER BY s.tries DESC, s.since
                         LIMIT ?""")
                .params(merchant.value(), limit)
                .query((row, _) -> new Stumble(
                        row.getObject("claim_id", UUID.class),
                        row.getString("number"),
                        Task.valueOf(row.getString("task")),
                        row.getInt("tries"),
                        row.getTimestamp("since").toInstant(),
                        row.getTimestamp("again_at").toInstant()))
                .list();
    }

    /** Puts it aside for a minute, and for twice as long as the last time where it was put aside before. */
    public void put(MerchantId merchant, UUID claim, Task task, Instant now) {
        jdbc.sql("""
                        INSERT INTO claims.stumble AS s (merchant_id, claim_id, task, tries, since, again_at)
                        VALUES (:merchant, :claim, :task, 1, :now, :now::timestamptz + interval '1 minute')
                        ON CONFLICT (merchant_id, task, claim_id) DO UPDATE SET
                            tries = s.tries + 1,
                            again_at = :now::timestamptz + interval '1 minute' * least(360, power(2, least(s.tries, 9)))
                        """)
                .param("merchant", merchant.value())
                .param("claim", claim)
                .param("task", task.name())
                .param("now", Timestamp.from(now))
                .update();
    }

    public void remove(MerchantId merchant, UUID claim, Task task) {
        jdbc.sql("DELETE FROM claims.stumble WHERE merchant_id = ? AND task = ? AND claim_id = ?")
                .params(merchant.value(), task.name(), claim)
                .update();
    }

    /** With whatever task: it is looked for by key, one after the other. */
    public void remove(MerchantId merchant, UUID claim) {
        jdbc.sql("DELETE FROM claims.stumble WHERE merchant_id = ? AND task = ANY (?) AND claim_id = ?")
                .params(merchant.value(), ALL, claim)
                .update();
    }

    /** Those that were to be tried again before then and were not due any more. */
    public void removeTriedBefore(MerchantId merchant, Task task, Instant before) {
        jdbc.sql("DELETE FROM claims.stumble WHERE merchant_id = ? AND task = ? AND again_at < ?")
                .params(merchant.value(), task.name(), Timestamp.from(before))
                .update();
    }
}
