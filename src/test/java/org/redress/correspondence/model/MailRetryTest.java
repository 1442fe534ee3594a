package org.redress.correspondence.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MailRetryTest {
    private static final Instant START = Instant.parse("2026-11-23T09:00:00Z");
    private final MailRetry retry = new MailRetry(Duration.ofMinutes(1));

    @Test
    void each_pause_is_twice_the_one_before_up_to_two_hours() {
        assertThat(retry.after(1, START, START)).contains(START.plus(Duration.ofMinutes(1)));
        assertThat(retry.after(4, START, START)).contains(START.plus(Duration.ofMinutes(8)));
        assertThat(retry.after(60, START, START)).contains(START.plus(Duration.ofHours(2)));
    }

    @Test
    void after_a_day_it_is_given_up() {
        var attempts = 0;
        var at = START;
        for (var next = retry.after(1, START, START); next.isPresent(); next = retry.after(attempts, START, at)) {
            at = next.get();
            attempts++;
        }
        assertThat(Duration.between(START, at)).isBetween(Duration.ofHours(22), Duration.ofHours(24));
        assertThat(attempts).isBetween(15, 25);
    }
}
