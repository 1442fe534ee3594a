package org.redress.investigation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.redress.investigation.AtRisk;
import org.redress.kernel.Phrase;

class RiskRowsTest {
    private static AtRisk order(String number, boolean shipped, double probability) {
        return new AtRisk(number, shipped, false, probability, Phrase.of("investigation.risk.somewhere"));
    }

    private static RiskRows of(int sent) {
        return RiskRows.of(IntStream.range(0, sent)
                .mapToObj(each -> order("S-" + each, true, .5))
                .toList());
    }

    @Test
    void an_order_still_here_is_seen_before_likelier_ones_that_have_left() {
        var sent = IntStream.range(0, 8).mapToObj(each -> order("S-" + each, true, .9 - each / 100.0));
        var here = Stream.of(order("H-1", false, .1), order("H-2", false, .2));
        var rows = RiskRows.of(Stream.concat(sent, here).toList());
        assertThat(rows.first())
                .extracting(AtRisk::orderNumber)
                .containsExactly("H-2", "H-1", "S-0", "S-1", "S-2", "S-3", "S-4", "S-5");
        assertThat(rows.more()).extracting(AtRisk::orderNumber).containsExactly("S-6", "S-7");
        assertThat(rows.beyond()).isZero();
    }

    @Test
    void a_hundred_unfold_and_of_what_is_beyond_the_number_is_said() {
        assertThat(of(100)).extracting(RiskRows::beyond).isEqualTo(0);
        var many = of(130);
        assertThat(many.first()).hasSize(8);
        assertThat(many.more()).hasSize(92);
        assertThat(many.beyond()).isEqualTo(30);
        assertThat(RiskRows.of(List.of()).more()).isEmpty();
    }
}
