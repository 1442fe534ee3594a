package org.redress.traces.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.openepcis.resources.util.ResourceFinder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.kernel.Phrase;
import org.redress.testing.SharedData;
import org.redress.traces.Capture.Fault;
import org.redress.traces.model.EventRow.Checked;

/** Every example of GS1 and every case of OpenEPCIS is read as the standard says. */
class EpcisExamplesTest {
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

    private static final String CAPTURE = "/2.0/EPCIS/JSON/Capture/Documents/";
    private static final String QUERY = "/2.0/EPCIS/JSON/Query/";

    /** By name, those that GS1's schema refuses, and the pointer to what it refuses. */
    private static final Map<String, String> EXCEPTIONS = Map.of(
            // A property that no context gives a meaning to.
            CAPTURE + "AggregationEvent_with_userExtensions.json", "/epcisBody/eventList/0",
            CAPTURE + "AssociationEvent_with_userExtensions.json", "/epcisBody/eventList/0",
            CAPTURE + "ObjectEvent_all_possible_fields.json", "/epcisBody/eventList/0/ilmd",
            // A kind of measurement that GS1 does not know.
            CAPTURE + "SensorData_with_combined_events.json",
                    "/epcisBody/eventList/7/sensorElementList/0/sensorReport/1/type",
            CAPTURE + "TransactionEvent_with_userExtensions.json",
                    "/epcisBody/eventList/0/sensorElementList/0/sensorReport/0/type",
            QUERY + "SensorData_with_combined_events.json",
                    "/epcisBody/queryResults/resultsBody/eventList/7/sensorElementList/0/sensorReport/1/type",
            QUERY + "TransactionEvent_with_userExtensions.json",
                    "/epcisBody/queryResults/resultsBody/eventList/0/sensorElementList/0/sensorReport/0/type",
            // Questions, which hold no events.
            QUERY + "QueryDocumentWithEventType.json", "",
            QUERY + "queryDocumentWithAction.json", "",
            QUERY + "queryDocumentWithEventTime.json", "");

    record Outcome(List<Fault> document, List<EventRow> sound, List<Fault> wrong) {}

    static Outcome read(String json) throws IOException {
        var sound = new ArrayList<EventRow>();
        var wrong = new ArrayList<Fault>();
        try {
            var bytes = json.getBytes(StandardCharsets.UTF_8);
            var header = EventDocument.header(new ByteArrayInputStream(bytes));
            var document = EpcisSchema.gs1().document(header);
            if (document.isEmpty()) {
                var checker = new EventRow.Checker(EventDocument.namespaces(header), NOW);
                EventDocument.events(new ByteArrayInputStream(bytes), (event, pointer) -> {
                    switch (checker.check(event, pointer)) {
                        case Checked.Sound(var row) -> sound.add(row);
                        case Checked.Wrong(var faults) -> wrong.addAll(faults);
                    }
                });
            }
            return new Outcome(document, sound, wrong);
        } catch (EventDocument.Unreadable unreadable) {
            return new Outcome(
                    List.of(new Fault("", "NOT_JSON", Phrase.of("traces.capture.not-json"), "")), sound, wrong);
        }
    }

    /** Every file that the artifact lists: documents, single events and query answers. */
    static List<String> cases() throws IOException {
        try (var list = ResourceFinder.class.getResourceAsStream("/openepcis-test-resources.list")) {
            return new String(Objects.requireNonNull(list).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.matches("/.*\\.(json|xml)"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_case_of_open_epcis_is_kept_or_refused_with_a_reason(String path) throws IOException {
        try (var file = ResourceFinder.class.getResourceAsStream(path)) {
            var outcome = read(new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8));
            var exception = EXCEPTIONS.get(path);
            if (path.endsWith(".xml")) {
                assertThat(outcome.document())
                        .as("XML is not taken")
                        .extracting(Fault::code)
                        .containsExactly("NOT_JSON");
            } else if (exception != null) {
                assertThat(Stream.concat(outcome.document().stream(), outcome.wrong().stream()))
                        .extracting(Fault::pointer)
                        .contains(exception);
            } else {
                assertThat(outcome.document()).isEmpty();
                assertThat(outcome.wrong()).isEmpty();
                assertThat(outcome.sound()).isNotEmpty();
            }
        }
    }

    @Test
    void none_of_the_cases_is_left_out() throws IOException {
        assertThat(cases()).filteredOn(path -> path.endsWith(".json")).hasSize(51);
        assertThat(cases()).containsAll(EXCEPTIONS.keySet());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ErrorDeclarationAndCorrectiveEvent.jsonld",
                "Example_9.6.1-ObjectEvent.jsonld",
                "Example_9.6.3-AggregationEvent.jsonld",
                "Example_9.6.3-AggregationEventWithDigitalLink.jsonld"
            })
    void an_example_of_gs1_is_sound(String name) throws IOException {
        var outcome = read(Files.readString(SharedData.file("epcis/" + name)));
        assertThat(outcome.document()).isEmpty();
        assertThat(outcome.wrong()).isEmpty();
        assertThat(outcome.sound()).isNotEmpty();
    }

    /** The example writes a source where the standard has a list of them. */
    @Test
    void the_one_example_of_gs1_that_its_own_schema_refuses_keeps_its_other_event() throws IOException {
        var outcome = read(Files.readString(SharedData.file("epcis/Example-TransactionEvents-2020_07_03y.jsonld")));
        assertThat(outcome.document()).isEmpty();
        assertThat(outcome.sound()).hasSize(1);
        assertThat(outcome.wrong())
                .extracting(Fault::pointer)
                .containsExactlyInAnyOrder(
                        "/epcisBody/eventList/1/sourceList", "/epcisBody/eventList/1/destinationList");
    }

    @Test
    void none_of_gs1s_examples_is_left_out() throws IOException {
        try (var files = Files.list(SharedData.file("epcis"))) {
            assertThat(files).hasSize(5);
        }
    }

    @Test
    void an_event_has_one_hash_however_it_is_written() throws IOException {
        var one = read(event("\"eventID\":\"urn:uuid:1\",\"recordTime\":\"2026-10-01T12:00:00Z\",", ""))
                .sound()
                .getFirst();
        var other = read(event("", ",\n  \"type\" : \"ObjectEvent\"")).sound().getFirst();
        assertThat(one.hash()).isEqualTo(other.hash());
        assertThat(one.event().id()).isEqualTo(other.event().id());
        var linked = read(event("", "")
                        .replace("urn:epc:id:sscc:0614141.1234567890", "https://id.gs1.org/00/106141412345678908"))
                .sound()
                .getFirst();
        assertThat(linked.hash()).isEqualTo(one.hash());
    }

    private static String event(String before, String after) {
        var type = after.isEmpty() ? "\"type\":\"ObjectEvent\"," : "";
        return """
                {"@context":["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"],%s%s
                "eventTime":"2026-10-01T12:00:00+02:00","eventTimeZoneOffset":"+02:00","action":"OBSERVE",
                "epcList":["urn:epc:id:sscc:0614141.1234567890"],"bizStep":"shipping"%s}""".formatted(before, type, after);
    }
}
