package org.redress.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Values of the literature: Newcombe 1998, Two-sided confidence intervals for the single proportion, method 3. */
class IntervalTest {
    private static void holds(int successes, int trials, double low, double high) {
        var interval = Interval.of(successes * 1.0 / trials, trials);
        assertThat(interval.low()).isCloseTo(low, within(0.00005));
        assertThat(interval.high()).isCloseTo(high, within(0.00005));
    }

    @Test
    void shares_have_the_intervals_of_the_literature() {
        holds(81, 263, 0.2553, 0.3662);
        holds(15, 148, 0.0624, 0.1605);
        holds(0, 20, 0.0000, 0.1611);
        holds(1, 29, 0.0061, 0.1718);
    }

    @Test
    void nothing_is_known_of_nobody() {
        assertThat(Interval.of(0, 0)).isEqualTo(new Interval(0, 1));
    }

    @Test
    void it_lies_above_a_share_only_as_a_whole() {
        var interval = Interval.of(0.31, 263);
        assertThat(interval.isAbove(0.30)).isFalse();
        assertThat(interval.isAbove(0.50)).isFalse();
        assertThat(interval.isAbove(0.10)).isTrue();
    }
}
