package org.redress.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class EraTest {
    @Test
    void what_is_written_has_four_digits_of_a_year() {
        assertThat(Era.WRITTEN.holds(Instant.parse("0001-01-01T00:00:00Z"))).isTrue();
        assertThat(Era.WRITTEN.holds(Instant.parse("0000-12-31T23:59:59.999999Z")))
                .isFalse();
        assertThat(Era.WRITTEN.holds(Instant.parse("9999-12-31T23:59:59.999999Z")))
                .isTrue();
        assertThat(Era.WRITTEN.holds(Instant.parse("+10000-01-01T00:00:00Z"))).isFalse();
    }

    @Test
    void work_is_done_in_these_two_centuries() {
        assertThat(Era.OF_WORK.holds(Instant.parse("2000-01-01T00:00:00Z"))).isTrue();
        assertThat(Era.OF_WORK.holds(Instant.parse("1999-12-31T23:59:59.999999Z")))
                .isFalse();
        assertThat(Era.OF_WORK.holds(Instant.parse("2199-12-31T23:59:59.999999Z")))
                .isTrue();
        assertThat(Era.OF_WORK.holds(Instant.parse("2200-01-01T00:00:00Z"))).isFalse();
    }
}
