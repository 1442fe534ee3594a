package org.redress.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
    private static final Currency GBP = Currency.getInstance("GBP");
    private static final Currency JPY = Currency.getInstance("JPY");
    private static final Currency KWD = Currency.getInstance("KWD");

    private static Money pence(long minor) {
        return new Money(minor, GBP);
    }

    @ParameterizedTest
    @CsvSource({
        "12.50, GBP, 1250",
        "12.5, GBP, 1250",
        "12.500, GBP, 1250",
        "12, GBP, 1200",
        "-0.01, GBP, -1",
        "0, JPY, 0",
        "1500, JPY, 1500",
        "1.234, KWD, 1234",
        "10000000000.00, GBP, 1000000000000"
    })
    void an_amount_is_read_in_the_smallest_unit_of_its_currency(String amount, String currency, long minor) {
        assertThat(Money.parse(amount, Currency.getInstance(currency)))
                .contains(new Money(minor, Currency.getInstance(currency)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "1 ",
                "12.505",
                "0.001",
                "1e2",
                "1E-2",
                "12,50",
                "NaN",
                "Infinity",
                "0x10",
                "10000000000.01",
                "-10000000000.01",
                "1.0000000000000000000000000"
            })
    void what_is_no_exact_amount_is_none_and_is_never_rounded(String amount) {
        assertThat(Money.parse(amount, GBP)).isEmpty();
    }

    @Test
    void a_yen_has_no_parts() {
        assertThat(Money.parse("1500.5", JPY)).isEmpty();
        assertThat(new Money(1500, JPY)).hasToString("1500 JPY");
        assertThat(new Money(1500, JPY).amount()).isEqualTo(new BigDecimal("1500"));
        assertThat(new Money(1000, JPY).split(List.of(1L, 1L, 1L)))
                .extracting(Money::minor)
                .containsExactly(334L, 333L, 333L);
    }

    @Test
    void it_is_written_with_the_decimals_of_its_currency() {
        assertThat(pence(1250)).hasToString("12.50 GBP");
        assertThat(pence(-5)).hasToString("-0.05 GBP");
        assertThat(new Money(1234, KWD)).hasToString("1.234 KWD");
    }

    @Test
    void two_currencies_never_mix() {
        var yen = new Money(1, JPY);
        assertThatThrownBy(() -> pence(1).plus(yen)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> pence(1).minus(yen)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> pence(1).compareTo(yen)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_overflow_is_a_fault_and_never_another_amount() {
        var most = pence(Long.MAX_VALUE);
        assertThatThrownBy(() -> most.plus(pence(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> pence(Long.MIN_VALUE).minus(pence(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> most.times(2)).isInstanceOf(ArithmeticException.class);
        assertThat(most.share(1, 2)).isEqualTo(pence(Long.MAX_VALUE / 2 + 1));
    }

    @Test
    void a_share_is_rounded_half_up() {
        assertThat(pence(5).share(1, 2)).isEqualTo(pence(3));
        assertThat(pence(100).share(1, 3)).isEqualTo(pence(33));
        assertThat(pence(200).share(1, 3)).isEqualTo(pence(67));
        assertThat(pence(100).share(3, 3)).isEqualTo(pence(100));
        assertThat(pence(100).share(0, 3)).isEqualTo(pence(0));
    }

    @Test
    void the_largest_remainder_gets_the_odd_penny_and_of_equals_the_first() {
        assertThat(pence(100).split(List.of(1L, 1L, 1L)))
                .extracting(Money::minor)
                .containsExactly(34L, 33L, 33L);
        assertThat(pence(10).split(List.of(1L, 2L, 4L)))
                .extracting(Money::minor)
                .containsExactly(1L, 3L, 6L);
        assertThat(pence(-100).split(List.of(1L, 1L, 1L)))
                .extracting(Money::minor)
                .containsExactly(-34L, -33L, -33L);
    }

    @Test
    void nothing_to_go_by_gives_all_to_the_first() {
        assertThat(pence(7).split(List.of(0L, 0L))).containsExactly(pence(7), pence(0));
        assertThat(pence(7).split(List.of())).isEmpty();
        assertThat(pence(7).split(List.of(0L, 5L))).containsExactly(pence(0), pence(7));
    }

    @Test
    void whatever_the_weights_the_parts_sum_up_and_none_is_a_whole_unit_off() {
        var random = new Random(11);
        for (int round = 0; round < 5_000; round++) {
            var weights = new ArrayList<Long>();
            for (int i = random.nextInt(12); i >= 0; i--) {
                weights.add(random.nextInt(4) == 0 ? 0 : random.nextLong(Money.LARGEST));
            }
            var whole = random.nextLong(-Money.LARGEST, Money.LARGEST);
            var parts = pence(whole).split(weights);
            assertThat(parts.stream().mapToLong(Money::minor).sum()).isEqualTo(whole);
            var total = weights.stream().mapToLong(Long::longValue).sum();
            for (int i = 0; total > 0 && i < parts.size(); i++) {
                var exact = (double) whole * weights.get(i) / total;
                assertThat(Math.abs(parts.get(i).minor() - exact)).isLessThan(1.001);
            }
        }
    }

    @Test
    void a_run_of_parts_never_takes_from_a_line_that_weighs_nothing() {
        var weights = LongStream.of(0, 3, 0, 5).boxed().toList();
        assertThat(pence(1).split(weights)).containsExactly(pence(0), pence(0), pence(0), pence(1));
    }
}
