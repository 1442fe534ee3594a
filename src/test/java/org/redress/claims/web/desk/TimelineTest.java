package org.redress.claims.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.redress.claims.ClaimEvent;
import org.redress.claims.ClosedBy;
import org.redress.claims.Entry;
import org.redress.kernel.Actor;

class TimelineTest {
    private static final Actor JO = new Actor.Staff(new UUID(0, 1), "Jo");

    private static final List<Entry> ENTRIES = List.of(
            entry(4, JO, new ClaimEvent.ClaimClosed(ClosedBy.AGENT)),
            entry(3, new Actor.Product(), new ClaimEvent.StepDone(new UUID(0, 9), 0, "R-1")),
            entry(2, JO, new ClaimEvent.ClaimAccepted(null)),
            entry(1, new Actor.Customer(), new ClaimEvent.EvidenceAdded(Set.of())));

    private static Entry entry(int sequence, Actor actor, ClaimEvent event) {
        return new Entry(sequence, Instant.EPOCH.plusSeconds(sequence), actor, event);
    }

    private static List<Integer> shown(Timeline timeline) {
        return timeline.shown().stream().map(Entry::sequence).toList();
    }

    @Test
    void only_what_was_asked_for_is_shown() {
        assertThat(shown(new Timeline(ENTRIES, null, ""))).containsExactly(4, 3, 2, 1);
        assertThat(shown(new Timeline(ENTRIES, Timeline.Kind.DECISIONS, ""))).containsExactly(4, 2);
        assertThat(shown(new Timeline(ENTRIES, null, "product"))).containsExactly(3);
        assertThat(shown(new Timeline(ENTRIES, Timeline.Kind.GOODS, "customer")))
                .isEmpty();
    }

    @Test
    void each_question_keeps_the_other_half() {
        var timeline = new Timeline(ENTRIES, Timeline.Kind.GOODS, "customer");
        assertThat(timeline.asking(Timeline.Kind.EVIDENCE)).isEqualTo("?kind=evidence&by=customer");
        assertThat(timeline.asking("staff:1")).isEqualTo("?kind=goods&by=staff%3A1");
        assertThat(timeline.asking("")).isEqualTo("?kind=goods");
        assertThat(new Timeline(ENTRIES, Timeline.Kind.GOODS, "").asking((Timeline.Kind) null))
                .isEmpty();
    }

    @Test
    void what_happened_since_a_look_is_told_from_the_start() {
        var timeline = new Timeline(ENTRIES, Timeline.Kind.EVIDENCE, "");
        assertThat(timeline.since(2)).extracting(Entry::sequence).containsExactly(3, 4);
        assertThat(timeline.since(4)).isEmpty();
        assertThat(timeline.told()).isEqualTo(4);
        assertThat(timeline.kinds())
                .containsExactly(Timeline.Kind.DECISIONS, Timeline.Kind.GOODS, Timeline.Kind.EVIDENCE);
        assertThat(timeline.people()).hasSize(3);
    }
}
