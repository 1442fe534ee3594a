package org.redress.rehearsal.model.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.redress.traces.TraceEvent;
import org.redress.traces.model.EventReading;
import org.redress.traces.model.EventRow;
import org.redress.traces.model.EventRow.Checked;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a season renders is what we read. */
class RenderingTest {
    private static final Instant OPENS = Instant.parse("2025-03-03T00:00:00Z");
    private static final Season SEASON =
            Season.of(new Plan(1, 7, OPENS, 3, 200), Parameters.usual().with(Parameter.MISHAPS, 0.2), 3);

    private static List<TraceEvent> everything() {
        return Stream.concat(
                        SEASON.events().stream(),
                        SEASON.appeals().stream()
                                .flatMap(appeal -> Stream.concat(
                                        appeal.recounts().stream(), Stream.ofNullable(appeal.inspection()))))
                .toList();
    }

    @Test
    void events_are_valid_and_are_read_as_they_happened() {
        var events = everything();
        var read = Rendering.documents(events, 500)
                .map(document -> JsonMapper.shared().readTree(document.toString()))
                .flatMap(document -> document.at("/epcisBody/eventList").values().stream())
                .map(RenderingTest::read)
                .toList();
        assertThat(read).hasSameSizeAs(events);
        for (int i = 0; i < events.size(); i++) {
            assertThat(withId(read.get(i), events.get(i).id())).isEqualTo(events.get(i));
        }
        assertThat(read.stream().map(TraceEvent::id)).doesNotHaveDuplicates();
        assertThat(read.stream().map(TraceEvent::moment).distinct()).hasSize(9);
    }

    private static TraceEvent read(JsonNode event) {
        var checked = new EventRow.Checker(Map.of("redress", EventReading.OURS), OPENS).check(event, "");
        assertThat(checked).as(event.toString()).isInstanceOf(Checked.Sound.class);
        return ((Checked.Sound) checked).row().event();
    }

    private static TraceEvent withId(TraceEvent event, UUID id) {
        return new TraceEvent(
                id,
                event.declaredWrong(),
                event.at(),
                event.eventId(),
                event.moment(),
                event.step(),
                event.action(),
                event.orders(),
                event.parcels(),
                event.goods(),
                event.expected(),
                event.listedOnly(),
                event.place(),
                event.spot(),
                event.lot(),
                event.trackingNumber(),
                event.operator(),
                event.tote(),
                event.wave(),
                event.scan(),
                event.shortPick(),
                event.weightGrams(),
                event.carrier(),
                event.disposition(),
                event.trouble(),
                event.distanceMetres(),
                event.returns());
    }

    @Test
    void the_truth_has_a_row_for_each_claim_and_each_order_touched() {
        assertThat(TruthSheet.claims(SEASON).lines()).hasSize(SEASON.appeals().size() + 1);
        assertThat(TruthSheet.incidents(SEASON).lines())
                .hasSize(1
                        + SEASON.incidents().stream()
                                .mapToInt(incident -> incident.affected().size())
                                .sum());
        assertThat(TruthSheet.claims(SEASON).lines().skip(1)).allMatch(row -> row.startsWith("S0007-C"));
    }
}
