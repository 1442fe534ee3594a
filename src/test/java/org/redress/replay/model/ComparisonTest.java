package org.redress.replay.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.redress.claims.Channel;
import org.redress.claims.Decision;
import org.redress.claims.Severity;
import org.redress.claims.Verdict;
import org.redress.kernel.Demand;
import org.redress.kernel.Money;
import org.redress.kernel.Problem;
import org.redress.kernel.Sku;
import org.redress.remedy.Area;
import org.redress.remedy.Circumstances;
import org.redress.remedy.Remedy;
import org.redress.remedy.RemedyCase;
import org.redress.remedy.RemedyPlan;
import org.redress.remedy.Rule;
import org.redress.remedy.Ruling;
import org.redress.replay.Change.Effect;
import org.redress.replay.Tally;

class ComparisonTest {
    private static final Currency GBP = Currency.getInstance("GBP");
    private static final Sku MUG = new Sku("MUG-RED");
    private static final Rule KEEP = Rule.shipped("cheap-stays", "house policy");
    private static final Rule BACK = Rule.own("own-1", "goods", 4, "ours", "a1");

    private static Money pounds(long minor) {
        return new Money(minor, GBP);
    }

    private static RemedyPlan refund(long minor) {
        return new RemedyPlan(
                List.of(new Remedy(Remedy.Kind.REFUND, pounds(minor), List.of(new Remedy.Goods(MUG, 1)))));
    }

    private static RemedyPlan refundAndReturn(long minor) {
        return new RemedyPlan(List.of(
                refund(minor).remedies().getFirst(),
                new Remedy(Remedy.Kind.RETURN_LABEL, null, List.of(new Remedy.Goods(MUG, 1)))));
    }

    private static Ruling ruling(RemedyPlan plan, long cost, long worth, Rule... rules) {
        return new Ruling("1", plan, pounds(cost), pounds(worth), 24, 5, false, true, true, List.of(rules));
    }

    private static Decision claim(Ruling ruled, boolean clear, boolean contested) {
        var affected = new RemedyCase.Affected(MUG, Problem.WRONG_ITEM, 1, 0, pounds(1200), 400, null, List.of());
        var known = new RemedyCase(
                GBP,
                "GB",
                Demand.REFUND,
                List.of(affected),
                pounds(1200),
                pounds(0),
                pounds(0),
                false,
                RemedyPlan.nothing(),
                Map.of(),
                Circumstances.USUAL);
        return new Decision(
                new UUID(0, 1),
                "AB-1",
                Instant.EPOCH,
                Area.GB,
                Channel.PORTAL,
                Verdict.CONFIRMED,
                Severity.NORMAL,
                clear,
                "en",
                "GB",
                "Somerset",
                true,
                2,
                known,
                ruled,
                contested);
    }

    private static Comparison compare(Ruling before, Ruling after, @Nullable Money cap) {
        return Comparison.of(claim(before, true, false), before, after, GBP, cap);
    }

    private static Effect effect(Ruling before, Ruling after) {
        return Objects.requireNonNull(compare(before, after, null).change()).effect();
    }

    @Test
    void the_same_answer_is_no_change_whatever_rule_gives_it() {
        var compared =
                compare(ruling(refund(1200), 1200, 1200, KEEP), ruling(refund(1200), 1200, 1200, BACK), pounds(5000));
        assertThat(compared.change()).isNull();
        assertThat(compared.tally().changed()).isZero();
    }

    @Test
    void more_money_is_better_and_less_is_worse_however_much_easier_it_is() {
        assertThat(effect(ruling(refundAndReturn(1200), 1500, 1200), ruling(refund(600), 600, 600)))
                .isEqualTo(Effect.WORSE);
        assertThat(effect(ruling(refund(600), 600, 600), ruling(refundAndReturn(1200), 1500, 1200)))
                .isEqualTo(Effect.BETTER);
    }

    @Test
    void the_same_money_with_a_parcel_to_send_is_worse() {
        var before = ruling(refund(1200), 1200, 1200, KEEP);
        var after = ruling(refundAndReturn(1200), 1400, 1200, BACK);
        var change = Objects.requireNonNull(compare(before, after, null).change());
        assertThat(change.effect()).isEqualTo(Effect.WORSE);
        assertThat(change.before().rules()).containsExactly(KEEP);
        assertThat(change.after().rules()).containsExactly(BACK);
    }

    @Test
    void a_row_with_another_cell_is_another_rule_and_one_that_only_moved_is_not() {
        var moved = Rule.own("own-1", "goods", 9, "ours", "a1");
        var changed = Rule.own("own-1", "goods", 4, "ours", "b2");
        var before = ruling(refund(600), 600, 600, BACK);
        var dearer = Objects.requireNonNull(
                compare(before, ruling(refund(1200), 1200, 1200, moved), null).change());
        assertThat(dearer.before().rules()).isEmpty();
        assertThat(dearer.after().rules()).isEmpty();
        var other = Objects.requireNonNull(
                compare(before, ruling(refund(1200), 1200, 1200, changed), null).change());
        assertThat(other.before().rules()).containsExactly(BACK);
        assertThat(other.after().rules()).containsExactly(changed);
    }

    @Test
    void what_only_costs_us_more_is_neither_better_nor_worse_for_the_customer() {
        assertThat(effect(ruling(refund(1200), 1200, 1200), ruling(refund(1200), 1300, 1200)))
                .isEqualTo(Effect.NEITHER);
    }

    @Test
    void nothing_at_once_is_later_than_at_once() {
        var once = ruling(refund(1200), 1200, 1200);
        var looked = new Ruling("2", refund(1200), pounds(1200), pounds(1200), 24, 5, false, false, true, List.of());
        var compared = compare(once, looked, pounds(2000));
        assertThat(Objects.requireNonNull(compared.change()).effect()).isEqualTo(Effect.WORSE);
        assertThat(compared.tally().before().atOnce()).isEqualTo(1);
        assertThat(compared.tally().after().atOnce()).isZero();
        assertThat(compared.tally().before().hours()).isEqualTo(120);
        assertThat(compared.tally().after().hours()).isEqualTo(144);
    }

    @Test
    void nobody_is_offered_anything_at_once_above_the_cap_or_with_a_doubt_or_where_the_lane_is_off() {
        var ruled = ruling(refund(1200), 1200, 1200);
        assertThat(compare(ruled, ruled, pounds(1200)).tally().after().atOnce()).isEqualTo(1);
        assertThat(compare(ruled, ruled, pounds(1199)).tally().after().atOnce()).isZero();
        assertThat(compare(ruled, ruled, null).tally().after().atOnce()).isZero();
        var doubted = Comparison.of(claim(ruled, false, false), ruled, ruled, GBP, pounds(1200));
        assertThat(doubted.tally().after().atOnce()).isZero();
    }

    @Test
    void the_parts_of_a_dimension_add_up_to_the_whole() {
        var tallies = new Tallies(List.of());
        for (int i = 0; i < 10; i++) {
            var ruled = ruling(refund(100L * i), 100L * i, 100L * i);
            tallies.add(Comparison.of(claim(ruled, true, i % 3 == 0), ruled, ruling(refund(500), 500, 500), GBP, null));
        }
        var all = tallies.all();
        assertThat(all.getFirst().dimension()).isEqualTo(Tally.Dimension.ALL);
        assertThat(all.getFirst().claims()).isEqualTo(10);
        assertThat(all.getFirst().changed()).isEqualTo(9);
        assertThat(all.getFirst().better()).isEqualTo(5);
        assertThat(all.getFirst().worse()).isEqualTo(4);
        for (var dimension : Tally.Dimension.values()) {
            assertThat(all.stream()
                            .filter(tally -> tally.dimension() == dimension)
                            .mapToLong(tally -> tally.after().cost())
                            .sum())
                    .isEqualTo(5000);
        }
        assertThat(new Tallies(all).all()).isEqualTo(all);
    }

    @Test
    void who_would_not_agree_is_told_from_those_whose_wish_was_granted_and_those_whose_was_not() {
        var granted = new Tally.Side(0, 0, 0, 0, 0, 60, 0);
        var fewer = new Tally.Side(0, 0, 0, 0, 0, 30, 0);
        // 6 of 60 with their wish granted contested, and 20 of 40 without.
        var tally = new Tally(Tally.Dimension.ALL, "", 100, 0, 0, 0, 26, 6, granted, fewer);
        assertThat(tally.contestedAfter()).isEqualTo(0.1 * 30 + 0.5 * 70);
        var all = new Tally.Side(0, 0, 0, 0, 0, 100, 0);
        assertThat(new Tally(Tally.Dimension.ALL, "", 100, 0, 0, 0, 26, 26, all, fewer).contestedAfter())
                .isNull();
    }
}
