package org.redress.claims.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.claims.model.Recorded.came;
import static org.redress.claims.model.Recorded.line;
import static org.redress.claims.model.Recorded.order;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.redress.claims.Channel;
import org.redress.kernel.Problem;
import org.redress.kernel.Refusal;

class FilingRulesTest {
    private static Recorded wrongMug(int quantity) {
        return new Recorded().claim("RED", quantity, Problem.WRONG_ITEM, null);
    }

    private static List<String> faults(Recorded recorded) {
        return FilingRules.check(recorded.filing(), recorded.order()).stream()
                .peek(refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID))
                .flatMap(refusal -> refusal.faults().stream())
                .map(fault -> fault.pointer() + " " + fault.code())
                .toList();
    }

    @Test
    void one_unit_up_to_all_that_were_ordered_may_be_affected() {
        assertThat(faults(wrongMug(1))).isEmpty();
        assertThat(faults(wrongMug(2))).isEmpty();
        assertThat(faults(wrongMug(3))).containsExactly("/lines/0/quantity ABOVE_ORDERED");
        assertThat(faults(wrongMug(0))).containsExactly("/lines/0/quantity OUT_OF_RANGE");
        assertThat(faults(wrongMug(-1))).containsExactly("/lines/0/quantity OUT_OF_RANGE");
        assertThat(faults(wrongMug(Integer.MAX_VALUE))).containsExactly("/lines/0/quantity ABOVE_ORDERED");
    }

    @Test
    void an_article_on_two_order_lines_counts_as_often_as_it_was_ordered() {
        var both = order("A-1", line(1, "RED", 1), line(2, "RED", 2));
        assertThat(faults(wrongMug(3).ordered(both))).isEmpty();
        assertThat(faults(wrongMug(4).ordered(both))).containsExactly("/lines/0/quantity ABOVE_ORDERED");
    }

    @Test
    void a_unit_is_wrong_once_but_may_be_late_as_well() {
        assertThat(faults(wrongMug(1).claim("RED", 1, Problem.DAMAGED, null))).isEmpty();
        assertThat(faults(wrongMug(2).claim("RED", 1, Problem.DAMAGED, null)))
                .containsExactly("/lines/1/quantity ABOVE_ORDERED");
        assertThat(faults(wrongMug(2).claim("RED", 2, Problem.LATE, null))).isEmpty();
        assertThat(faults(wrongMug(2).claim("RED", 3, Problem.LATE, null)))
                .containsExactly("/lines/1/quantity ABOVE_ORDERED");
        assertThat(faults(wrongMug(2).claim("RED", 0, Problem.EXTRA_ITEM, came("RED", 1))))
                .isEmpty();
    }

    @Test
    void an_article_that_the_order_does_not_hold_was_ordered_no_times() {
        assertThat(faults(new Recorded().claim("BLUE", 1, Problem.WRONG_ITEM, null)))
                .containsExactly("/lines/0/quantity ABOVE_ORDERED");
    }

    @Test
    void of_an_order_nobody_knows_any_number_is_believed() {
        assertThat(faults(wrongMug(500).unknownOrder())).isEmpty();
        assertThat(faults(wrongMug(0).unknownOrder())).containsExactly("/lines/0/quantity OUT_OF_RANGE");
    }

    @Test
    void only_something_extra_may_affect_no_ordered_unit() {
        assertThat(faults(new Recorded().claim(null, 0, Problem.EXTRA_ITEM, came("BLUE", 1))))
                .isEmpty();
        assertThat(faults(new Recorded().claim("BLUE", 0, Problem.EXTRA_ITEM, came("BLUE", 1))))
                .isEmpty();
        assertThat(faults(new Recorded().claim(null, 0, Problem.WRONG_PARCEL, null)))
                .containsExactly("/lines/0/quantity OUT_OF_RANGE");
    }

    @ParameterizedTest
    @EnumSource(Problem.class)
    void an_article_is_named_unless_it_is_extra_or_the_whole_parcel_is_wrong(Problem problem) {
        var mayBeUnnamed = problem == Problem.EXTRA_ITEM || problem == Problem.WRONG_PARCEL;
        assertThat(faults(new Recorded().claim(null, 1, problem, null)))
                .isEqualTo(mayBeUnnamed ? List.of() : List.of("/lines/0/sku MISSING"));
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    void a_form_asks_for_order_and_line_and_a_voice_or_a_letter_may_leave_both_out(Channel channel) {
        var bare = new Recorded().by(channel).unknownOrder().named(null);
        var asks = List.of(Channel.PORTAL, Channel.API, Channel.MARKETPLACE).contains(channel);
        assertThat(faults(bare)).isEqualTo(asks ? List.of("/orderNumber MISSING", "/lines MISSING") : List.of());
    }

    @Test
    void without_a_way_to_answer_nobody_can_be_helped() {
        assertThat(faults(wrongMug(1).reachedAt(null, null))).containsExactly("/contact MISSING");
        assertThat(faults(wrongMug(1).reachedAt(null, "+44 20 7946 0000"))).isEmpty();
    }

    @Test
    void in_the_portal_an_order_is_told_to_its_customer_only() {
        var theirs = wrongMug(3).by(Channel.PORTAL);
        assertThat(faults(theirs)).containsExactly("/lines/0/quantity ABOVE_ORDERED");
        assertThat(faults(theirs.reachedAt("eve@example.com", null))).isEmpty();
    }

    @Test
    void every_line_at_fault_is_named_at_once() {
        var many = wrongMug(3).claim(null, 1, Problem.DAMAGED, null).claim("TEA", 2, Problem.MISSING_ITEM, null);
        assertThat(faults(many))
                .containsExactly(
                        "/lines/0/quantity ABOVE_ORDERED", "/lines/1/sku MISSING", "/lines/2/quantity ABOVE_ORDERED");
    }
}
