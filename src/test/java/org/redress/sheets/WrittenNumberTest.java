package org.redress.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenNumberTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1255 | 1255",
                "-3 | -3",
                "6.0 | 6.0",
                "2,55 | 2.55",
                "7,7 | 7.7",
                "1,255.00 | 1255.00",
                "1.255,00 | 1255.00",
                "1 255,00 | 1255.00",
                "1\u00a0255,5 | 1255.5",
                "1\u202f255.50 | 1255.50",
                "1'255.00 | 1255.00",
                "12,345,678 | 12345678",
                "12.345.678 | 12345678",
                "1 255 | 1255",
                "１２５５ | 1255",
                "１，２５５．００ | 1255.00"
            })
    void a_number_is_read_as_people_write_it(String written, String digits) {
        assertThat(WrittenNumber.read(written)).isEqualTo(new WrittenNumber.Plain(digits));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,255", "12,000", "-1,255", "１，２５５"})
    void a_comma_before_three_last_digits_is_not_guessed(String written) {
        assertThat(WrittenNumber.read(written)).isEqualTo(new WrittenNumber.Ambiguous());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "1e3", "1,2,3", "1,25,000.00", "1.255.00", "1,255,00", "12 34", "--1", "1.", ".5", "NaN"
            })
    void what_is_no_number_is_none(String written) {
        assertThat(WrittenNumber.read(written)).isEqualTo(new WrittenNumber.None());
    }
}
