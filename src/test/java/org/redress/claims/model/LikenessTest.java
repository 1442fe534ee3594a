package org.redress.claims.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTest {
    @ParameterizedTest
    @CsvSource({
        "85123A, 85123B, true",
        "85123A, 85123, true",
        "85123A, 85124A, false",
        "MUG-RED, MUG-BLUE, true",
        "MUG-RED-350, MUG-BLUE-350, false",
        "ITEM-1001, ITEM-1002, false",
        "POST, DOT, false"
    })
    void one_base_code_is_one_family(String one, String other, boolean alike) {
        assertThat(Likeness.sameBase(one, other)).isEqualTo(alike);
        assertThat(Likeness.sameBase(other, one)).isEqualTo(alike);
    }

    @ParameterizedTest
    @CsvSource({
        "Red mug, Blue mug, true",
        "T-shirt black L, T-shirt black XL, true",
        "马克杯 红色, 马克杯 蓝色, true",
        "红色马克杯, 蓝色马克杯, true",
        "大号收纳箱, 小号收纳箱, true",
        "Red mug, Red plate, false",
        "Red, Blue, false",
        "Red mug, Red mug, false"
    })
    void one_name_but_for_colour_or_size_is_one_family(String one, String other, boolean alike) {
        assertThat(Likeness.sameButForVariant(one, other)).isEqualTo(alike);
        assertThat(Likeness.sameButForVariant(other, one)).isEqualTo(alike);
    }
}
