package org.redress.database.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.spi.FilterReply;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.redress.testing.SettableClock;

class OutageLogTest {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private final Exception away = new IllegalStateException(new SQLException("gone", "08006"));
    private final SettableClock clock = new SettableClock(START);
    private final OutageLog outages = new OutageLog(clock);

    @Test
    void of_an_outage_s_traces_one_a_minute_is_written() {
        assertThat(reply(away)).isEqualTo(FilterReply.NEUTRAL);
        assertThat(reply(away)).isEqualTo(FilterReply.DENY);
        clock.set(START.plus(Duration.ofSeconds(59)));
        assertThat(reply(away)).isEqualTo(FilterReply.DENY);
        clock.set(START.plus(Duration.ofSeconds(60)));
        assertThat(reply(away)).isEqualTo(FilterReply.NEUTRAL);
    }

    /** As the connection pool does when a connection breaks. */
    @Test
    void a_trace_that_comes_as_the_last_of_a_line_s_gaps_counts_as_well() {
        assertThat(reply(null, "pool", away)).isEqualTo(FilterReply.NEUTRAL);
        assertThat(reply(null, "pool", away)).isEqualTo(FilterReply.DENY);
        assertThat(reply(away)).isEqualTo(FilterReply.DENY);
    }

    @Test
    void every_other_trace_is_written_and_so_is_every_line_without_one() {
        for (int i = 0; i < 2; i++) {
            assertThat(reply(new IllegalStateException("ours"))).isEqualTo(FilterReply.NEUTRAL);
            assertThat(reply(null, "pool")).isEqualTo(FilterReply.NEUTRAL);
            assertThat(reply(null)).isEqualTo(FilterReply.NEUTRAL);
        }
    }

    private FilterReply reply(@Nullable Throwable thrown, Object... gaps) {
        var logger = new LoggerContext().getLogger("anybody");
        return outages.decide(null, logger, Level.WARN, "{}", gaps.length == 0 ? null : gaps, thrown);
    }
}
