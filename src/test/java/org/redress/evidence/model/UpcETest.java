package org.redress.evidence.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.kernel.Gtin;

class UpcETest {
    @ParameterizedTest
    @CsvSource({
        "01234505, 012000003455",
        "01234514, 012100003454",
        "01234531, 012300000451",
        "01234543, 012340000053",
        "01234558, 012345000058",
        "01234596, 012345000096"
    })
    void a_short_upc_stands_for_twelve_digits(String eight, String twelve) {
        assertThat(UpcE.expanded(eight)).isEqualTo(twelve);
        assertThat(Gtin.parse(twelve)).isPresent();
    }

    @Test
    void the_check_digit_of_a_short_upc_is_that_of_the_long_one() {
        assertThat(BarcodeReader.gtin("UPC_E", "01234565")).contains(new Gtin("00012345000065"));
        assertThat(BarcodeReader.gtin("UPC_E", "01234566")).isEmpty();
    }
}
