package org.redress.claims.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ClaimNumberTest {
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    @Test
    void a_number_is_read_back_however_it_is_typed() {
        var random = new Random(1);
        for (int i = 0; i < 1_000; i++) {
            var number = ClaimNumber.next(random);
            assertThat(ClaimNumber.parse(number)).contains(number);
            assertThat(ClaimNumber.parse(
                            " " + number.toLowerCase(java.util.Locale.ROOT).replace("-", " ") + " "))
                    .contains(number);
        }
    }

    @Test
    void every_single_mistake_and_every_swap_is_noticed() {
        var random = new Random(2);
        for (int round = 0; round < 50; round++) {
            var digits = ClaimNumber.next(random).replace("-", "");
            for (int i = 0; i < digits.length(); i++) {
                for (int k = 0; k < ALPHABET.length(); k++) {
                    char wrong = ALPHABET.charAt(k);
                    if (wrong != digits.charAt(i)) {
                        assertThat(ClaimNumber.parse(digits.substring(0, i) + wrong + digits.substring(i + 1)))
                                .isEmpty();
                    }
                }
                for (int j = i + 1; j < digits.length(); j++) {
                    var swapped = new StringBuilder(digits);
                    swapped.setCharAt(i, digits.charAt(j));
                    swapped.setCharAt(j, digits.charAt(i));
                    if (!swapped.toString().equals(digits)) {
                        assertThat(ClaimNumber.parse(swapped.toString())).isEmpty();
                    }
                }
            }
        }
    }

    @Test
    void other_text_is_no_number() {
        assertThat(ClaimNumber.parse("")).isEmpty();
        assertThat(ClaimNumber.parse("hello world")).isEmpty();
        assertThat(ClaimNumber.parse("0000-0000")).isEmpty();
    }
}
