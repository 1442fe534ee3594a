package org.redress.investigation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpellTest {
    private static final List<Double> HALF = List.of(0.5);

    private static Spell.Step step(double ratio, boolean isWrong) {
        var ratios = Ratios.of(1);
        ratios.multiplyAllWrong(ratio);
        return new Spell.Step(0.01, 0.1, ratios, isWrong);
    }

    private static List<Double> probabilities(int count, IntFunction<Spell.Step> step) {
        return Spell.of(HALF, IntStream.range(0, count).mapToObj(step).toList()).probabilities();
    }

    @Test
    void who_is_near_the_one_that_is_known_is_likelier_touched_than_who_is_far() {
        var found = probabilities(41, i -> step(1, i == 20));
        assertThat(found.get(20)).isCloseTo(1, within(1e-9));
        assertThat(found.get(21)).isGreaterThan(found.get(25)).isLessThan(0.5);
        assertThat(found.get(25)).isGreaterThan(found.get(40));
    }

    @Test
    void two_that_are_touched_make_those_between_them_suspect() {
        var alone = probabilities(41, i -> step(1, i == 20));
        var both = probabilities(41, i -> step(i == 30 ? 1e6 : 1, i == 20));
        assertThat(both.get(25)).isGreaterThan(alone.get(25) * 1.3);
    }

    @Test
    void it_agrees_with_all_courses_counted_one_by_one() {
        var steps = IntStream.range(0, 6)
                .mapToObj(i -> step(i == 1 ? 3 : 0.4, i == 3))
                .toList();
        var expected = new double[6];
        double sum = 0;
        for (int begin = 0; begin <= 3; begin++) {
            for (int end = 4; end <= 6; end++) {
                double weight = 1;
                for (int i = 0; i <= begin; i++) {
                    weight *= i == begin
                            ? steps.get(i).begins()
                            : 1 - steps.get(i).begins();
                }
                for (int i = begin + 1; i < end; i++) {
                    weight *= 1 - steps.get(i).ends();
                }
                weight *= end < 6 ? steps.get(end).ends() : 1;
                for (int i = begin; i < end; i++) {
                    weight *= steps.get(i).ratios().likelihood(0.5, i == 3);
                }
                sum += weight;
                for (int i = begin; i < end; i++) {
                    expected[i] += weight * (i == 3 ? 1 : steps.get(i).ratios().touched(0.5));
                }
            }
        }
        var course = Spell.of(HALF, steps);
        var found = new ArrayList<>(course.probabilities());
        for (int i = 0; i < 6; i++) {
            assertThat(found.get(i)).isCloseTo(expected[i] / sum, within(1e-9));
        }
        assertThat(course.evidence()).isCloseTo(Math.log(sum), within(1e-9));
    }
}
