package org.redress.evidence.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class AddressLimitTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-05-04T10:00:00Z"));
    private final AddressLimit limit = new AddressLimit(now::get);

    @Test
    void thirty_uploads_are_taken_and_the_next_has_to_wait_for_the_rest_of_ten_minutes() {
        for (int i = 0; i < 30; i++) {
            assertThat(limit.take("192.0.2.1")).isEmpty();
        }
        now.updateAndGet(time -> time.plus(Duration.ofMinutes(4)));
        assertThat(limit.take("192.0.2.1")).contains(Duration.ofMinutes(6));
        assertThat(limit.take("192.0.2.2")).isEmpty();
        now.updateAndGet(time -> time.plus(Duration.ofMinutes(6)));
        assertThat(limit.take("192.0.2.1")).isEmpty();
    }

    @Test
    void the_memory_of_addresses_is_bounded() {
        for (int i = 0; i < 30; i++) {
            limit.take("192.0.2.1");
        }
        for (int i = 0; i < 10_000; i++) {
            assertThat(limit.take("2001:db8::" + i)).isEmpty();
        }
        assertThat(limit.take("192.0.2.1")).isEmpty();
    }
}
