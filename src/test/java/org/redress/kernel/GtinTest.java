package org.redress.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GtinTest {
    @ParameterizedTest
    @CsvSource({
        "4006381333931, 04006381333931", // EAN-13
        "036000291452, 00036000291452", // UPC-A
        "0036000291452, 00036000291452", // the same as an EAN-13
        "96385074, 00000096385074", // EAN-8
        "10012345678902, 10012345678902", // GTIN-14
        "' 4006381333931\t', 04006381333931"
    })
    void every_length_is_one_article_of_fourteen_digits(String printed, String digits) {
        assertThat(Gtin.parse(printed)).contains(new Gtin(digits));
    }

    @Test
    void one_wrong_digit_is_always_noticed() {
        var right = "4006381333931";
        for (int i = 0; i < right.length(); i++) {
            for (char wrong = '0'; wrong <= '9'; wrong++) {
                if (wrong != right.charAt(i)) {
                    assertThat(Gtin.parse(right.substring(0, i) + wrong + right.substring(i + 1)))
                            .isEmpty();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "1234567",
                "123456789",
                "12345678901",
                "123456789012345",
                "400638133393X",
                "4006-381333931",
                "-006381333931",
                "４００６３８１３３３９３１",
                "٤٠٠٦٣٨١٣٣٣٩٣١"
            })
    void another_length_or_anything_but_digits_is_no_gtin(String text) {
        assertThat(Gtin.parse(text)).isEmpty();
    }

    @Test
    void nobody_makes_one_that_does_not_check() {
        assertThatThrownBy(() -> new Gtin("04006381333930")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Gtin("4006381333931")).isInstanceOf(IllegalArgumentException.class);
    }
}
