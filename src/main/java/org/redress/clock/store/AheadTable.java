package org.redress.clock.store;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far the practice clock is ahead; and which job comes next. */
@Repository
public class AheadTable {
    private final JdbcClient jdbc;

    AheadTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Duration find() {
        return Duration.ofSeconds(
                jdbc.sql("SELECT seconds FROM clock.ahead").query(Long.class).single());
    }

    /** False where it is not as it was read, or would go back. */
    public boolean move(Duration from, Duration to) {
        return jdbc.sql("UPDATE clock.ahead SET seconds = :to WHERE seconds = :from AND seconds < :to")
                        .param("from", from.toSeconds())
                        .param("to", to.toSeconds())
                        .update()
                == 1;
    }

    /** The next job after now that was promised once. */
    public Optional<Instant> nextJob(Instant now) {
        return jdbc.sql("""
                        SELECT execution_time
                          FROM scheduled_tasks
                         WHERE execution_time > ? AND NOT picked AND task_instance <> 'recurring'
                         ORDER BY execution_time
                         LIMIT 1""")
                .param(Timestamp.from(now))
                .query((row, _) -> row.getTimestamp(1).toInstant())
                .optional();
    }
}
