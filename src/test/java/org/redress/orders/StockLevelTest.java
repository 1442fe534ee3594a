package org.redress.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.redress.kernel.Sku;

class StockLevelTest {
    private static final Instant NINE = Instant.parse("2026-11-20T09:00:00Z");
    private static final StockLevel LEVEL =
            StockLevel.of(new StockReport(new Sku("MUG"), 0, NINE, "Leeds"), Duration.ofHours(24));

    @Test
    void a_report_counts_to_the_end_of_its_day_and_then_says_nothing() {
        assertThat(LEVEL.isUsable(NINE)).isTrue();
        assertThat(LEVEL.isUsable(NINE.plus(Duration.ofHours(24)))).isTrue();
        assertThat(LEVEL.isUsable(NINE.plus(Duration.ofHours(24)).plusMillis(1)))
                .isFalse();
    }

    @Test
    void a_clock_that_is_behind_the_reporters_takes_nothing_from_it() {
        assertThat(LEVEL.isUsable(NINE.minusSeconds(60))).isTrue();
    }

    @Test
    void there_is_never_less_than_nothing() {
        assertThatThrownBy(() -> new StockReport(new Sku("MUG"), -1, NINE, "Leeds"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
