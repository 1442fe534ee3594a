package org.redress.traces.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventDocumentTest {
    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void the_events_pass_one_by_one_wherever_the_context_stands() throws Exception {
        var text = """
                {"type":"EPCISDocument","epcisBody":{"eventList":[{"n":1},{"n":[2,{"n":3}]}]},"schemaVersion":"2.0",
                 "@context":["https://ref.gs1.org/x",{"redress":"urn:redress:epcis:","x":"urn:x:"}]}""";
        var header = EventDocument.header(stream(text));
        assertThat(header.get("epcisBody").get("eventList").size()).isZero();
        assertThat(EventDocument.namespaces(header))
                .containsEntry("redress", "urn:redress:epcis:")
                .hasSize(2);
        var seen = new ArrayList<String>();
        EventDocument.events(stream(text), (event, pointer) -> seen.add(pointer + event));
        assertThat(seen)
                .containsExactly("/epcisBody/eventList/0{\"n\":1}", "/epcisBody/eventList/1{\"n\":[2,{\"n\":3}]}");
    }

    @Test
    void an_answer_to_a_query_is_a_document_too_and_a_bare_event_is_its_own() throws Exception {
        var seen = new ArrayList<String>();
        EventDocument.events(stream("""
                        {"type":"EPCISQueryDocument","epcisBody":{"queryResults":{"resultsBody":{"eventList":[{"a":1}]}}}}"""), (_, pointer) -> seen.add(pointer));
        EventDocument.events(stream("{\"type\":\"ObjectEvent\"}"), (event, pointer) -> seen.add(pointer + event));
        assertThat(seen)
                .containsExactly("/epcisBody/queryResults/resultsBody/eventList/0", "{\"type\":\"ObjectEvent\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "1",
                "{",
                "{\"a\":1}{}",
                "{\"a\":1,\"a\":2}",
                "{\"epcisBody\":{\"eventList\":[{\"a\":1}",
                "<xml/>",
                "{\"a\":NaN}"
            })
    void what_is_no_json_object_is_said_to_be_none(String text) {
        assertThatThrownBy(() -> EventDocument.header(stream(text)))
                .isInstanceOfSatisfying(
                        EventDocument.Unreadable.class,
                        no -> assertThat(no.isTooLarge()).isFalse());
    }

    @Test
    void one_part_of_more_than_a_megabyte_is_not_read_into_memory() {
        var filler = "x".repeat(3_000_000);
        var several = IntStream.range(0, 4)
                .mapToObj(i -> "\"a" + i + "\":\"" + "x".repeat(400_000) + "\"")
                .collect(Collectors.joining(","));
        for (var text : new String[] {
            "{\"epcisHeader\":{\"a\":\"" + filler + "\"}}",
            "{" + several + "}",
            "{\"epcisHeader\":{" + several + "}}",
            "{\"epcisBody\":{\"eventList\":[{\"a\":\"" + filler + "\"}]}}",
            "{\"epcisBody\":{\"eventList\":[[" + "[],".repeat(800_000) + "[]]]}}"
        }) {
            assertThatThrownBy(() -> EventDocument.events(stream(text), (_, _) -> {}))
                    .isInstanceOfSatisfying(
                            EventDocument.Unreadable.class,
                            no -> assertThat(no.isTooLarge()).isTrue());
        }
    }

    @Test
    void nesting_without_end_is_no_json_and_nothing_worse() {
        var deep = "{\"epcisBody\":{\"eventList\":[" + "[".repeat(100_000);
        assertThatThrownBy(() -> EventDocument.events(stream(deep), (_, _) -> {}))
                .isInstanceOf(EventDocument.Unreadable.class);
    }

    /** Bytes changed at random: read, or said to be unreadable, and never anything else. */
    @Test
    void a_broken_document_is_refused_and_never_fails_otherwise() throws IOException {
        var whole = """
                {"@context":[{"redress":"urn:redress:epcis:"}],"type":"EPCISDocument","schemaVersion":"2.0",
                "creationDate":"2026-10-01T12:00:00Z","epcisBody":{"eventList":[{"type":"ObjectEvent",
                "eventTime":"2026-10-01T12:00:00+02:00","eventTimeZoneOffset":"+02:00","action":"OBSERVE",
                "quantityList":[{"epcClass":"urn:redress:sku:A","quantity":2}],"bizStep":"picking",
                "bizTransactionList":[{"type":"po","bizTransaction":"urn:redress:order:A-1"}],"redress:scan":"ITEM"}]}}""".getBytes(StandardCharsets.UTF_8);
        var random = new Random(11);
        int read = 0;
        for (int i = 0; i < 3_000; i++) {
            var broken = whole.clone();
            for (int k = 0; k <= random.nextInt(4); k++) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            }
            try {
                var header = EventDocument.header(new ByteArrayInputStream(broken));
                if (EpcisSchema.gs1().document(header).isEmpty()) {
                    var checker = new EventRow.Checker(
                            EventDocument.namespaces(header), java.time.Instant.parse("2026-11-01T00:00:00Z"));
                    EventDocument.events(new ByteArrayInputStream(broken), checker::check);
                    read++;
                }
            } catch (EventDocument.Unreadable expected) {
                assertThat(expected.isTooLarge()).isFalse();
            }
        }
        assertThat(read).isPositive();
    }
}
