package org.redress.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.redress.testing.SettableClock;

class PracticeClockTest {
    private static final Instant START = Instant.parse("2026-03-02T12:00:00Z");

    private final SettableClock real = new SettableClock(START);
    private final PracticeClock clock = new PracticeClock(real, Duration.ofHours(1));

    @Test
    void it_begins_where_it_was_left_and_goes_on_with_the_real_time() {
        assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofHours(1)));
        real.set(START.plusSeconds(5));
        assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofHours(1)).plusSeconds(5));
    }

    @Test
    void it_is_moved_ahead_and_never_back() {
        clock.stand(Duration.ofDays(1));
        assertThat(clock.ahead()).isEqualTo(Duration.ofDays(1));
        assertThatThrownBy(() -> clock.stand(Duration.ofDays(1).minusSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofDays(1)));
    }

    @Test
    void it_does_not_begin_before_the_real_time() {
        assertThatThrownBy(() -> new PracticeClock(real, Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
