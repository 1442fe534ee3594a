package org.redress.investigation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.investigation.model.Scenes.JUG;
import static org.redress.investigation.model.Scenes.JUG_GRAMS;
import static org.redress.investigation.model.Scenes.MUG;
import static org.redress.investigation.model.Scenes.SLOT;
import static org.redress.investigation.model.Scenes.goods;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.redress.investigation.Mechanism;
import org.redress.traces.TraceEvent;
import org.redress.traces.TraceEvent.Moment;
import org.redress.traces.TraceEvent.Scan;

class ScopeTest {
    private static Optional<Scope> scope(Mechanism confirmed, TraceEvent... shelf) {
        var scene = new Scenes().sent(0, JUG_GRAMS, Scan.LOCATION).scene(JUG, List.of(shelf));
        var findings = Scenes.findings(scene);
        var found = Reasoning.of(
                EvidenceModel.usual(), scene, SceneReading.of(scene).orElseThrow(), confirmed, Scenes.hour(80));
        return Scope.of(scene, findings, found, Scenes.hour(80));
    }

    @Test
    void a_mistake_of_one_hand_touches_nobody_else() {
        assertThat(scope(Mechanism.PA)).isEmpty();
    }

    @Test
    void strangers_in_a_slot_may_have_come_with_a_putaway_and_were_there_when_they_were_counted() {
        var putaway = Scenes.event(Moment.PUTAWAY, Scenes.hour(-5), null, null, goods(MUG, 24), List.of());
        var count = Scenes.event(Moment.STOCKTAKE, Scenes.hour(9), null, null, goods(JUG, 3), goods(MUG, 20));
        var scope = scope(Mechanism.PU, putaway, count).orElseThrow();
        assertThat(scope.slots()).containsExactly(SLOT);
        assertThat(scope.turns())
                .satisfiesExactly(
                        turn -> assertThat(turn.begins()).isPositive(),
                        turn -> assertThat(turn.inside()).isGreaterThan(1));
    }

    @Test
    void a_count_that_finds_nothing_strange_tells_that_it_is_over() {
        var count = Scenes.event(Moment.STOCKTAKE, Scenes.hour(9), null, null, goods(MUG, 20), goods(MUG, 20));
        assertThat(scope(Mechanism.PU, count).orElseThrow().turns())
                .singleElement()
                .satisfies(turn -> assertThat(turn.inside()).isLessThan(1));
    }
}
