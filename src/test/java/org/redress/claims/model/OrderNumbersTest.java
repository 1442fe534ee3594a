package org.redress.claims.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderNumbersTest {
    @ParameterizedTest
    @CsvSource({
        "SO1001, SO1001, THIS_ORDER",
        "https://shop.example.com/o?id=1001, 1001, THIS_ORDER",
        "SO1002, SO1001, ANOTHER_ORDER",
        "1002, 1001, ANOTHER_ORDER",
        "LOT42, SO1001, NOT_READ",
        "PK1234, SO1001, NOT_READ",
        "LOT-1001, 1001, NOT_READ",
        "B_1001, 1001, NOT_READ",
        "10012, 1001, NOT_READ",
    })
    void a_code_names_an_order_or_says_nothing(String text, String number, Readings.Slip slip) {
        assertThat(OrderNumbers.compare(text, number)).isEqualTo(slip);
    }
}
