package org.redress.access.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LoginLimitTest {
    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");

    private final LoginLimit limit = new LoginLimit();

    private void fail(int times, String email, String address) {
        for (int i = 0; i < times; i++) {
            assertThat(limit.attempt(email, address, NOW)).isEmpty();
        }
    }

    @Test
    void one_address_may_fail_eight_times_with_one_email_and_waits_until_the_window_ends() {
        fail(LoginLimit.PER_EMAIL, "a@example.org", "192.0.2.1");
        assertThat(limit.attempt("a@example.org", "192.0.2.1", NOW.plusSeconds(60)))
                .contains(Duration.ofMinutes(14));
        assertThat(limit.attempt("a@example.org", "192.0.2.1", NOW.plus(LoginLimit.WINDOW)))
                .isEmpty();
    }

    @Test
    void a_stranger_elsewhere_cannot_shut_the_owner_out() {
        fail(LoginLimit.PER_EMAIL, "a@example.org", "192.0.2.1");
        assertThat(limit.attempt("a@example.org", "192.0.2.2", NOW)).isEmpty();
    }

    @Test
    void one_address_cannot_try_one_password_on_everybody() {
        for (int i = 0; i < LoginLimit.PER_ADDRESS; i++) {
            assertThat(limit.attempt(i + "@example.org", "192.0.2.1", NOW)).isEmpty();
        }
        assertThat(limit.attempt("another@example.org", "192.0.2.1", NOW)).isPresent();
    }

    @Test
    void success_clears_the_count_of_the_email_and_gives_its_attempt_back_to_the_address() {
        for (int i = 0; i < 2 * LoginLimit.PER_ADDRESS; i++) {
            assertThat(limit.attempt("a@example.org", "192.0.2.1", NOW)).isEmpty();
            limit.succeeded("a@example.org", "192.0.2.1");
        }
    }
}
