package org.redress.traces.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.traces.Capture.Fault;
import tools.jackson.databind.json.JsonMapper;

class EventCheckTest {
    private static final Instant NOW = Instant.parse("2026-10-05T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "0000-01-01T00:00:00Z, NOT_A_TIME",
        "0001-01-01T00:00:00+14:00, NOT_A_TIME",
        "1969-12-31T23:59:59Z, NOT_A_TIME",
        "2026-12-05T12:00:00Z, IN_THE_FUTURE"
    })
    void an_event_of_no_possible_time_is_a_fault_of_that_event(String time, String code) {
        var event = """
                {"type": "ObjectEvent", "eventTime": "%s", "eventTimeZoneOffset": "+00:00", "action": "OBSERVE",
                 "bizStep": "picking", "epcList": ["urn:epc:id:sscc:0614141.1234567890"]}""".formatted(time);
        var checked = new EventRow.Checker(Map.of(), NOW)
                .check(JsonMapper.shared().readTree(event), "/epcisBody/eventList/3");
        assertThat(checked)
                .isInstanceOfSatisfying(
                        EventRow.Checked.Wrong.class,
                        wrong -> assertThat(wrong.faults())
                                .extracting(Fault::pointer, Fault::code)
                                .containsExactly(
                                        org.assertj.core.groups.Tuple.tuple("/epcisBody/eventList/3/eventTime", code)));
    }
}
