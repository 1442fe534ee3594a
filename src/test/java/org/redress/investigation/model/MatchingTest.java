package org.redress.investigation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.investigation.model.Scenes.JUG;
import static org.redress.investigation.model.Scenes.JUG_GRAMS;
import static org.redress.investigation.model.Scenes.MUG_GRAMS;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.redress.investigation.Investigation.Counterpart;
import org.redress.kernel.Sku;
import org.redress.traces.TraceEvent.Scan;

/** The customer cannot say what came: only weights and times tell. */
class MatchingTest {
    private static Scene.Neighbour neighbour(String number, Sku sku, int expected, int weighed, int minutes) {
        return new Scene.Neighbour(
                number, "T" + number, Map.of(sku, 1), expected, weighed, -1, false, Duration.ofMinutes(minutes));
    }

    private static List<Match> matches(int weighed, Scene.Neighbour... neighbours) {
        var scene = new Scenes().sent(0, weighed, Scan.ITEM).scene(null, List.of(), neighbours);
        return Matching.of(scene, Question.of(scene).orElseThrow(), new Weights(scene));
    }

    private static Counterpart.Kind kind(int partnersWeight) {
        var partner = neighbour("OTHER", JUG, JUG_GRAMS, partnersWeight, 1);
        var scene = new Scenes().sent(0, JUG_GRAMS + 3, Scan.ITEM).scene(JUG, List.of(), partner);
        var findings = SceneReading.of(scene).orElseThrow();
        var posterior = Reasoning.infer(EvidenceModel.usual(), findings.signs());
        return Objects.requireNonNull(Reasoning.counterpart(posterior, findings))
                .kind();
    }

    private static final Scene.Neighbour RIGHT_BESIDE = neighbour("RIGHT", JUG, JUG_GRAMS, JUG_GRAMS + 4, 1);
    private static final Scene.Neighbour SWAPPED = neighbour("SWAPPED", JUG, JUG_GRAMS, MUG_GRAMS - 5, 4);

    @Test
    void who_is_off_by_as_much_the_other_way_is_the_other_side() {
        var best = matches(JUG_GRAMS + 3, RIGHT_BESIDE, SWAPPED).getFirst();
        assertThat(best.neighbour().orderNumber()).isEqualTo("SWAPPED");
        assertThat(best.gives()).isTrue();
        assertThat(best.probability()).isGreaterThan(0.9);
        assertThat(best.ratio()).isGreaterThan(10);
    }

    @Test
    void a_weight_that_fits_one_way_only_names_nobody() {
        var heavier = neighbour("OFF", JUG, JUG_GRAMS, JUG_GRAMS + 700, 1);
        assertThat(matches(JUG_GRAMS, RIGHT_BESIDE, heavier)).noneMatch(Match::gives);
    }

    @Test
    void a_partner_whose_weight_fits_a_third_article_is_part_of_a_longer_cycle() {
        assertThat(kind(MUG_GRAMS - 5)).isEqualTo(Counterpart.Kind.SWAP);
        assertThat(kind(JUG_GRAMS + 700)).isEqualTo(Counterpart.Kind.CYCLE);
    }

    @Test
    void of_two_that_fit_the_one_packed_next_is_likelier() {
        var later = neighbour("LATER", JUG, JUG_GRAMS, MUG_GRAMS - 5, 14);
        assertThat(matches(JUG_GRAMS, later, SWAPPED).getFirst().neighbour().orderNumber())
                .isEqualTo("SWAPPED");
    }

    @Test
    void where_all_weigh_what_they_should_nothing_speaks_for_a_swap() {
        assertThat(matches(MUG_GRAMS, RIGHT_BESIDE)).allMatch(match -> match.ratio() < 1 && !match.gives());
    }
}
