package org.redress.traces.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.redress.testing.Fulfilment;

class EventHashTest {
    private static final Map<String, String> OURS = Map.of("redress", EventReading.OURS);

    @Test
    void events_have_the_same_hashes_on_many_cores_as_on_one() {
        var day = new Fulfilment("H", Instant.parse("2026-10-05T08:00:00Z"));
        var events = LongStream.range(0, 400)
                .boxed()
                .flatMap(order -> day.events(order).stream())
                .toList();
        var one = new EventHash();
        var alone =
                events.stream().map(event -> one.of(event, OURS).orElseThrow()).toList();
        var together = events.parallelStream()
                .map(event -> new EventHash().of(event, OURS).orElseThrow())
                .toList();
        assertThat(together).isEqualTo(alone).doesNotHaveDuplicates();
    }
}
