package org.redress.claims.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.evidence.EvidenceKind;

class OrderNumbersTest {
    @ParameterizedTest
    @CsvSource({
        "SO1001, SO1001, true",
        "https://shop.example.com/o?id=1001, 1001, true",
        "SO1002, SO1001, false",
        "LOT-1001, 1001, false",
        "B_1001, 1001, false",
        "10012, 1001, false",
        "订单1001号, 1001, false",
        "订单：1001, 1001, true",
    })
    void a_number_counts_only_as_a_whole_word(String text, String number, boolean named) {
        assertThat(OrderNumbers.names(text, number)).isEqualTo(named);
    }

    @Test
    void the_words_of_a_slip_are_looked_up_and_nothing_of_other_photos() {
        var seen = new Recorded()
                .photoOf(EvidenceKind.PACKING_SLIP, " Order: A-2, box 3 ")
                .photoOf(EvidenceKind.ITEM, "A-9");
        assertThat(OrderNumbers.candidates(seen.facts().evidence()))
                .contains("Order: A-2, box 3", "Order", "A-2", "box", "3")
                .doesNotContain("A-9", "a-9");
    }

    /** {@link OrderNumbers#names} knows no case either: one rule for this order's number and another's. */
    @Test
    void a_number_is_looked_up_in_either_case() {
        var seen = new Recorded().photoOf(EvidenceKind.PACKING_SLIP, "So-1002");
        assertThat(OrderNumbers.candidates(seen.facts().evidence()))
                .containsExactlyInAnyOrder("So-1002", "so-1002", "SO-1002");
    }
}
