package org.redress.investigation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.investigation.model.Scenes.JUG;
import static org.redress.investigation.model.Scenes.JUG_GRAMS;
import static org.redress.investigation.model.Scenes.SLOT;
import static org.redress.investigation.model.Scenes.hour;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.redress.investigation.Mechanism;
import org.redress.investigation.Way;
import org.redress.investigation.Way.Gap;
import org.redress.investigation.Way.Mark;
import org.redress.investigation.Way.Step;
import org.redress.investigation.Way.Stop;
import org.redress.traces.TraceEvent.Scan;

class WayReadingTest {
    private static Optional<Way> way(Scene scene, @Nullable Mechanism confirmed) {
        var findings = SceneReading.of(scene).orElseThrow();
        return WayReading.of(
                scene, findings, Reasoning.of(EvidenceModel.usual(), scene, findings, confirmed, hour(80)));
    }

    private static Scene picked() {
        return new Scenes().sent(0, JUG_GRAMS, Scan.LOCATION).scene(JUG, List.of());
    }

    private static Stop stop(Way way, Step step) {
        return way.stretches().stream()
                .flatMap(each -> each instanceof Stop stop && stop.step() == step ? Optional.of(stop).stream() : null)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void what_is_not_on_record_is_a_gap_between_what_is() {
        var way = way(picked(), Mechanism.PA).orElseThrow();
        assertThat(way.stretches())
                .satisfiesExactly(
                        each -> assertThat(each).isEqualTo(new Gap(List.of(Step.ORDERED))),
                        each -> assertThat(each).isEqualTo(stop(way, Step.PICKED)),
                        each -> assertThat(each).isEqualTo(new Gap(List.of(Step.PACKED))),
                        each -> assertThat(each).isEqualTo(stop(way, Step.WEIGHED)),
                        each -> assertThat(each).isEqualTo(stop(way, Step.HANDED_OVER)),
                        each -> assertThat(each).isEqualTo(new Gap(List.of(Step.ON_THE_WAY, Step.DELIVERED))),
                        each -> assertThat(each).isEqualTo(stop(way, Step.CLAIMED)));
        assertThat(stop(way, Step.PICKED).places()).containsExactly(SLOT);
        assertThat(stop(way, Step.PICKED).at()).isEqualTo(hour(0));
        assertThat(stop(way, Step.WEIGHED).at()).isNull();
        assertThat(stop(way, Step.WEIGHED).odd()).isTrue();
    }

    @Test
    void the_step_of_the_stage_is_marked_and_no_other() {
        var way = way(picked(), Mechanism.PA).orElseThrow();
        assertThat(stop(way, Step.PICKED).mark()).isEqualTo(Mark.CERTAIN);
        assertThat(way.stretches())
                .filteredOn(each -> each instanceof Stop stop && stop.mark() != null)
                .hasSize(1);
    }

    @Test
    void a_step_under_suspicion_stands_for_itself_even_where_nothing_is_on_record_of_it() {
        var packed = stop(way(picked(), Mechanism.SO).orElseThrow(), Step.PACKED);
        assertThat(packed.recorded()).isFalse();
        assertThat(packed.mark()).isEqualTo(Mark.CERTAIN);
        assertThat(stop(way(picked(), Mechanism.IL).orElseThrow(), Step.STOCKED).mark())
                .isEqualTo(Mark.CERTAIN);
    }

    @Test
    void something_else_has_no_step() {
        assertThat(way(picked(), Mechanism.OT).orElseThrow().stretches())
                .noneMatch(each -> each instanceof Stop stop && stop.mark() != null);
    }

    @Test
    void where_nobody_recorded_anything_there_is_no_way() {
        assertThat(way(new Scenes().scene(JUG, List.of()), null)).isEmpty();
    }
}
