package org.redress.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenTimeTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-03-01 12:30 | 2026-03-01T04:30:00Z",
                "2026-03-01T12:30:15.25 | 2026-03-01T04:30:15.250Z",
                "2026-3-1 8:05 | 2026-03-01T00:05:00Z",
                "2026/3/1 | 2026-02-28T16:00:00Z",
                "2026.3.1 12:30:00 | 2026-03-01T04:30:00Z",
                "2026年3月1日 | 2026-02-28T16:00:00Z",
                "2026年3月1日12:30 | 2026-03-01T04:30:00Z",
                "2026年3月1日 下午1:05 | 2026-03-01T05:05:00Z",
                "2026年3月1日 12时30分05秒 | 2026-03-01T04:30:05Z",
                "２０２６－０３－０１　１２：３０ | 2026-03-01T04:30:00Z",
                "1 Mar 2026 | 2026-02-28T16:00:00Z",
                "1-Mar-2026 12:30 | 2026-03-01T04:30:00Z",
                "March 1, 2026 1:05 PM | 2026-03-01T05:05:00Z",
                "Mar 1, 2026, 12:05 am | 2026-02-28T16:05:00Z",
                "25/12/2026 | 2026-12-24T16:00:00Z",
                "12/25/2026 | 2026-12-24T16:00:00Z",
                "3/3/2026 | 2026-03-02T16:00:00Z",
                "1.3.2026 12:30 | 2026-03-01T04:30:00Z",
                "2026-03-01T12:30:00Z | 2026-03-01T12:30:00Z",
                "2026-03-01T12:30:00.123456789+01:00 | 2026-03-01T11:30:00.123456Z"
            })
    void a_time_is_read_as_people_write_it(String written, Instant expected) {
        assertThat(WrittenTime.read(written, SHANGHAI)).isEqualTo(new WrittenTime.At(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"01/03/2026", "1/3/2026 12:30", "01-03-2026"})
    void a_day_and_a_month_that_could_change_places_are_not_guessed(String written) {
        assertThat(WrittenTime.read(written, SHANGHAI)).isEqualTo(new WrittenTime.Ambiguous());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "2026",
                "2026-02-30",
                "31/04/2026",
                "13/13/2026",
                "1/3/26",
                "2026-03-01 25:00",
                "2026-03-01 13:00 PM",
                "2026/3-1",
                "1 Mai 2026",
                "0000-01-01",
                "2026-03-01 12:3045",
                "46082.5"
            })
    void what_is_no_time_is_none(String written) {
        assertThat(WrittenTime.read(written, SHANGHAI)).isEqualTo(new WrittenTime.None());
    }
}
