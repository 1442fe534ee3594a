package org.redress.remedy.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.redress.kernel.Demand;
import org.redress.kernel.Money;
import org.redress.kernel.Problem;
import org.redress.remedy.Area;
import org.redress.remedy.PolicySet;
import org.redress.remedy.RemedyCase;
import org.redress.remedy.RemedyCase.Affected;
import org.redress.remedy.RemedyOption;
import org.redress.remedy.RemedyPlan;
import org.redress.remedy.dmn.PolicyFile;

/** Seeded chance: what must hold in every case, not only in those that somebody thought of. */
class RemedyWalkTest {
    private static final int CASES = 5_000;
    private static final PolicySet POLICY = PolicyFile.shipped(Area.OTHER);

    @Test
    void no_option_is_below_the_floor_or_above_what_is_left() {
        var chance = new Random(24);
        int seen = 0;
        for (int i = 0; i < CASES; i++) {
            var remedyCase = Cases.random(chance);
            for (var option : POLICY.options(remedyCase).options()) {
                seen++;
                assertThat(option.plan().money(remedyCase.currency()))
                        .as("%s", remedyCase)
                        .isLessThanOrEqualTo(remedyCase.left());
                if (remedyCase.demand() != Demand.COMPENSATION) {
                    assertThat(option.plan().refunds(remedyCase.currency()))
                            .as("%s of %s", option.plan(), remedyCase)
                            .isGreaterThanOrEqualTo(owed(remedyCase, option.plan()));
                }
            }
        }
        assertThat(seen).isGreaterThan(CASES);
    }

    @Test
    void somebody_who_lacks_goods_always_has_a_fair_option() {
        var chance = new Random(25);
        for (int i = 0; i < CASES; i++) {
            var remedyCase = Cases.random(chance);
            var canBeMadeRight = remedyCase.affected().stream()
                    .anyMatch(affected ->
                            affected.problem().owesGoods() && affected.unitsLeft() > 0 && affected.sku() != null);
            if (canBeMadeRight) {
                assertThat(POLICY.options(remedyCase).options())
                        .as("%s", remedyCase)
                        .isNotEmpty();
            }
        }
    }

    @Test
    void options_are_the_same_each_time_and_their_ids_differ() {
        var chance = new Random(26);
        for (int i = 0; i < CASES; i++) {
            var remedyCase = Cases.random(chance);
            var options = POLICY.options(remedyCase);
            assertThat(POLICY.options(remedyCase)).isEqualTo(options);
            assertThat(options.options()).extracting(RemedyOption::optionId).doesNotHaveDuplicates();
        }
    }

    @Test
    void round_after_round_no_unit_is_given_twice_and_never_more_money_than_was_paid() {
        var chance = new Random(27);
        for (int i = 0; i < CASES; i++) {
            var first = Cases.random(chance);
            var now = first;
            for (int round = 0; round < 4; round++) {
                var options = POLICY.options(now).options();
                if (options.isEmpty()) {
                    break;
                }
                now = after(now, options.get(chance.nextInt(options.size())).plan());
                assertThat(now.given()).as("%s", first).isLessThanOrEqualTo(first.paid());
                assertThat(now.affected()).allMatch(affected -> affected.unitsGiven() <= affected.units());
            }
        }
    }

    @Test
    void the_parts_of_what_was_paid_for_units_sum_up_however_they_are_cut() {
        var chance = new Random(28);
        for (int i = 0; i < CASES; i++) {
            var units = 1 + chance.nextInt(40);
            var paid = new Money(chance.nextInt(100_000), Cases.GBP);
            var affected = new Affected(Cases.RED_MUG, Problem.MISSING_ITEM, units, 0, paid, null, null, List.of());
            var cut = chance.nextInt(units + 1);
            assertThat(affected.paidFor(0, cut).plus(affected.paidFor(cut, units)))
                    .isEqualTo(paid);
            assertThat(affected.paidFor(0, cut).minor() * units - paid.minor() * cut)
                    .isBetween(0L, (long) units * units);
        }
    }

    /** The floor, counted another way than the product does: unit by unit. */
    private static Money owed(RemedyCase remedyCase, RemedyPlan plan) {
        var sum = 0L;
        for (var affected : remedyCase.affected()) {
            var sku = affected.sku();
            var unsent = affected.unitsLeft() - (sku == null ? 0 : plan.sent(sku));
            if (affected.problem().owesGoods()) {
                sum += Math.max(0, unsent) * (affected.paid().minor() / Math.max(1, affected.units()));
            }
        }
        return new Money(Math.min(sum, remedyCase.left().minor()), remedyCase.currency());
    }

    private static RemedyCase after(RemedyCase before, RemedyPlan plan) {
        var affected = new ArrayList<Affected>();
        for (var each : before.affected()) {
            var sku = each.sku();
            var units = sku == null ? 0 : (int) (plan.sent(sku) + plan.refunded(sku));
            affected.add(new Affected(
                    sku,
                    each.problem(),
                    each.units(),
                    each.unitsGiven() + units,
                    each.paid(),
                    each.weightGrams(),
                    each.unitCost(),
                    each.came()));
        }
        return new RemedyCase(
                before.currency(),
                before.country(),
                before.demand(),
                affected,
                before.paid(),
                before.given().plus(plan.money(before.currency())),
                before.shipping(),
                before.wholeOrder(),
                before.asked());
    }
}
