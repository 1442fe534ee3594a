package org.redress.manners.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.kernel.Money;

class AmountsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "£25.01|GBP|true",
                "£ 25|GBP|false",
                "GBP 1,250.00|GBP|true",
                "30 pounds|GBP|true",
                "thirty pounds|GBP|true",
                "€25,50|EUR|true",
                "25,00 €|EUR|false",
                "$26|USD|true",
                "￥２６|CNY|true",
                "26元|CNY|true",
                "二十六块钱|CNY|true",
                "两百元|CNY|true",
                "1万元|CNY|true",
                "人民币25元|CNY|false",
                "25元|CNY|false",
                "€900|GBP|false"
            })
    void an_amount_is_compared_with_what_may_be_promised(String said, String currency, boolean isTooMuch) {
        var text = Text.of("We pay " + said + " to you");
        Amounts.mark(text, new Money(2_500, Currency.getInstance(currency)));
        assertThat(text.hasMark("money")).isTrue();
        assertThat(text.hasMark("too-much")).isEqualTo(isTooMuch);
    }

    @ParameterizedTest
    @ValueSource(strings = {"350 ml", "a pound of flour", "25", "size 42", "三块钱都没有的话", "£"})
    void a_number_without_a_currency_is_no_amount(String said) {
        var text = Text.of(said);
        Amounts.mark(text, null);
        assertThat(text.hasMark("money")).isEqualTo(said.contains("块"));
    }
}
