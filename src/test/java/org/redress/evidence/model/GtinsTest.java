package org.redress.evidence.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.kernel.Gtin;

class GtinsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "5012345678900",
                "05012345678900",
                "0105012345678900",
                "010501234567890010LOT7",
                "]C10105012345678900",
                "(01)05012345678900(10)LOT7",
                "https://id.example.com/01/05012345678900",
                "https://id.example.com/01/5012345678900/10/LOT7?17=260101",
                "HTTPS://SHOP.EXAMPLE.COM/some/path/gtin/05012345678900#x"
            })
    void a_gtin_is_found_in(String text) {
        assertThat(Gtins.in(text)).contains(new Gtin("05012345678900"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "5012345678901",
                "0105012345678901",
                "RDR-5012345678900",
                "https://example.com/?x=/01/05012345678900",
                "https://example.com/01/123",
                "1Z999AA10123456784"
            })
    void there_is_no_gtin_in(String text) {
        assertThat(Gtins.in(text)).isEmpty();
    }

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
