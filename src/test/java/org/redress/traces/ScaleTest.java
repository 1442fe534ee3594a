package org.redress.traces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.redress.traces.Scale.Weighed;

class ScaleTest {
    private static boolean isOff(Scale scale, double weighed) {
        return Scale.isOff(scale.deviation(1000, weighed, 0));
    }

    @Test
    void three_standard_deviations_of_the_usual_scatter_are_off() {
        assertThat(Scale.usualSigma(1000)).isCloseTo(25, within(0.001));
        assertThat(isOff(Scale.USUAL, 1074)).isFalse();
        assertThat(isOff(Scale.USUAL, 1076)).isTrue();
        assertThat(isOff(Scale.USUAL, 924)).isTrue();
    }

    @Test
    void a_few_parcels_teach_nothing() {
        assertThat(Scale.learned(List.of(new Weighed(500, 900)))).isEqualTo(Scale.USUAL);
    }

    @Test
    void a_steady_scale_with_its_packaging_is_learned_and_the_mispacked_teach_it_nothing() {
        var random = new Random(7);
        var parcels = new ArrayList<Weighed>();
        for (int i = 0; i < 300; i++) {
            int expected = 300 + random.nextInt(2000);
            double noise = 0.5 * Scale.usualSigma(expected) * random.nextGaussian();
            int mispacked = i % 20 == 0 ? 800 : 0;
            parcels.add(new Weighed(expected, (int) Math.round(expected + 40 + noise + mispacked)));
        }
        var scale = Scale.learned(parcels);
        assertThat(scale.biasGrams()).isCloseTo(40, within(5.0));
        assertThat(scale.spread()).isCloseTo(0.5, within(0.12));
        assertThat(isOff(scale, 1042)).isFalse();
        assertThat(isOff(scale, 1090)).isTrue();
    }
}
