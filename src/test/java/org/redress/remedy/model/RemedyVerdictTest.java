package org.redress.remedy.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.remedy.model.Cases.BLUE_MUG;
import static org.redress.remedy.model.Cases.GBP;
import static org.redress.remedy.model.Cases.RED_MUG;
import static org.redress.remedy.model.Cases.blueMugs;
import static org.redress.remedy.model.Cases.goods;
import static org.redress.remedy.model.Cases.money;
import static org.redress.remedy.model.Cases.mugs;
import static org.redress.remedy.model.Cases.plan;
import static org.redress.remedy.model.Cases.pounds;
import static org.redress.remedy.model.Cases.wants;

import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.redress.kernel.Demand;
import org.redress.kernel.Money;
import org.redress.kernel.Problem;
import org.redress.kernel.Refusal;
import org.redress.remedy.Area;
import org.redress.remedy.PolicySet;
import org.redress.remedy.Remedy;
import org.redress.remedy.RemedyCase;
import org.redress.remedy.RemedyCase.Affected;
import org.redress.remedy.RemedyPlan;
import org.redress.remedy.RemedyVerdict;
import org.redress.remedy.Rule;
import org.redress.remedy.dmn.PolicyFile;

class RemedyVerdictTest {
    private static final PolicySet POLICY = PolicyFile.shipped(Area.OTHER);
    private static final Affected ONE_WRONG_MUG = mugs(Problem.WRONG_ITEM, 1, "50.00", blueMugs(1, "40.00"));

    @Test
    void the_money_back_or_the_right_goods_may_be_offered() {
        assertThat(judge(money(Remedy.Kind.REFUND, "50.00"))).isInstanceOf(RemedyVerdict.Allowed.class);
        assertThat(judge(money(Remedy.Kind.PARTIAL_REFUND, "50.00"))).isInstanceOf(RemedyVerdict.Allowed.class);
        assertThat(judge(goods(Remedy.Kind.RESHIP, RED_MUG, 1))).isInstanceOf(RemedyVerdict.Allowed.class);
        assertThat(judge(goods(Remedy.Kind.EXCHANGE, RED_MUG, 1), money(Remedy.Kind.COMPENSATION, "5.00")))
                .isInstanceOf(RemedyVerdict.Allowed.class);
    }

    @Test
    void less_than_the_right_goods_or_the_money_is_below_the_floor() {
        for (var less : List.of(
                money(Remedy.Kind.REFUND, "49.99"),
                money(Remedy.Kind.COMPENSATION, "50.00"),
                goods(Remedy.Kind.KEEP_ITEM, BLUE_MUG, 1),
                goods(Remedy.Kind.RETURN_LABEL, BLUE_MUG, 1))) {
            assertThat(judge(less))
                    .as("%s", less)
                    .isInstanceOfSatisfying(
                            RemedyVerdict.BelowFloor.class,
                            no -> assertThat(no.refusal().code()).isEqualTo("REMEDY_BELOW_FLOOR"));
        }
    }

    @Test
    void part_in_goods_and_part_in_money_is_fair_when_together_they_cover_all_units() {
        var three = wants(Demand.UNDECIDED, mugs(Problem.MISSING_ITEM, 3, "10.00"));
        var enough = plan(goods(Remedy.Kind.RESHIP, RED_MUG, 2), money(Remedy.Kind.REFUND, "3.33"));
        var less = plan(goods(Remedy.Kind.RESHIP, RED_MUG, 2), money(Remedy.Kind.REFUND, "3.32"));
        assertThat(POLICY.judge(three, enough)).isInstanceOf(RemedyVerdict.Allowed.class);
        assertThat(POLICY.judge(three, less)).isInstanceOf(RemedyVerdict.BelowFloor.class);
    }

    @Test
    void a_wish_in_no_exact_money_asks_for_no_less() {
        var open = new Remedy(Remedy.Kind.REFUND, null, List.of());
        var foreign = new Remedy(Remedy.Kind.REFUND, new Money(100, Currency.getInstance("EUR")), List.of());
        for (var wish : List.of(open, foreign)) {
            assertThat(POLICY.judge(asking(plan(wish)), plan(goods(Remedy.Kind.RETURN_LABEL, BLUE_MUG, 1))))
                    .isInstanceOf(RemedyVerdict.BelowFloor.class);
        }
    }

    @Test
    void less_is_fair_where_the_customer_asked_for_it() {
        var wantsMoney = wants(Demand.COMPENSATION, ONE_WRONG_MUG);
        var some = plan(money(Remedy.Kind.PARTIAL_REFUND, "20.00"), goods(Remedy.Kind.KEEP_ITEM, BLUE_MUG, 1));
        assertThat(POLICY.judge(wantsMoney, some)).isInstanceOf(RemedyVerdict.Allowed.class);
        var countered = asking(plan(money(Remedy.Kind.PARTIAL_REFUND, "15.00")));
        assertThat(POLICY.judge(countered, some)).isInstanceOf(RemedyVerdict.Allowed.class);
        var lessThanAsked = plan(money(Remedy.Kind.PARTIAL_REFUND, "14.99"));
        assertThat(POLICY.judge(countered, lessThanAsked)).isInstanceOf(RemedyVerdict.BelowFloor.class);
    }

    @Test
    void more_money_than_was_paid_is_never_given_whatever_it_is_called() {
        for (var kind : List.of(Remedy.Kind.REFUND, Remedy.Kind.PARTIAL_REFUND, Remedy.Kind.COMPENSATION)) {
            assertThat(judge(money(kind, "150.01"))).isInstanceOfSatisfying(RemedyVerdict.BeyondPaid.class, no -> {
                assertThat(no.refusal().code()).isEqualTo("REMEDY_ABOVE_PAID");
                assertThat(no.refusal().kind()).isEqualTo(Refusal.Kind.INVALID);
            });
        }
        assertThat(judge(money(Remedy.Kind.REFUND, "100.00"), money(Remedy.Kind.COMPENSATION, "50.01")))
                .isInstanceOf(RemedyVerdict.BeyondPaid.class);
    }

    @Test
    void money_that_went_back_before_is_not_there_any_more() {
        var base = wants(Demand.UNDECIDED, ONE_WRONG_MUG);
        var later = new RemedyCase(
                GBP,
                "GB",
                base.demand(),
                base.affected(),
                pounds("50.00"),
                pounds("20.00"),
                pounds("0.00"),
                false,
                RemedyPlan.nothing());
        assertThat(POLICY.judge(later, plan(money(Remedy.Kind.REFUND, "30.00"))))
                .isInstanceOf(RemedyVerdict.Allowed.class);
        assertThat(POLICY.judge(later, plan(money(Remedy.Kind.REFUND, "30.01"))))
                .isInstanceOf(RemedyVerdict.BeyondPaid.class);
    }

    @Test
    void no_unit_is_made_right_twice() {
        assertThat(judge(goods(Remedy.Kind.RESHIP, RED_MUG, 2)))
                .isInstanceOfSatisfying(
                        RemedyVerdict.TwiceGiven.class,
                        no -> assertThat(no.refusal().code()).isEqualTo("REMEDY_NOT_IN_CLAIM"));
        assertThat(judge(goods(Remedy.Kind.RESHIP, BLUE_MUG, 1))).isInstanceOf(RemedyVerdict.TwiceGiven.class);
        assertThat(judge(
                        goods(Remedy.Kind.RESHIP, RED_MUG, 1),
                        money(Remedy.Kind.REFUND, "50.00", new Remedy.Goods(RED_MUG, 1))))
                .isInstanceOf(RemedyVerdict.TwiceGiven.class);
        var given = new Affected(RED_MUG, Problem.WRONG_ITEM, 2, 1, pounds("50.00"), 400, null, List.of());
        assertThat(POLICY.judge(wants(Demand.RESHIP, given), plan(goods(Remedy.Kind.RESHIP, RED_MUG, 2))))
                .isInstanceOfSatisfying(RemedyVerdict.TwiceGiven.class, no -> {
                    assertThat(no.refusal().code()).isEqualTo("REMEDY_GIVEN_ALREADY");
                    assertThat(no.refusal().kind()).isEqualTo(Refusal.Kind.CONFLICT);
                });
    }

    @Test
    void more_money_than_the_affected_units_cost_needs_a_second_pair_of_eyes() {
        assertThat(judge(money(Remedy.Kind.REFUND, "55.00")))
                .isInstanceOfSatisfying(
                        RemedyVerdict.Allowed.class,
                        yes -> assertThat(yes.approvalNeeded()).isFalse());
        assertThat(judge(money(Remedy.Kind.REFUND, "55.01")))
                .isInstanceOfSatisfying(RemedyVerdict.Allowed.class, yes -> {
                    assertThat(yes.approvalNeeded()).isTrue();
                    assertThat(yes.rules()).extracting(Rule::id).containsExactly("approval-beyond-share");
                });
        assertThat(judge(goods(Remedy.Kind.RESHIP, RED_MUG, 1), money(Remedy.Kind.COMPENSATION, "25.01")))
                .isInstanceOfSatisfying(
                        RemedyVerdict.Allowed.class,
                        yes -> assertThat(yes.rules()).extracting(Rule::id).containsExactly("approval-compensation"));
    }

    @Test
    void a_plan_that_makes_no_sense_names_each_fault() {
        var yen = new Money(500, Currency.getInstance("JPY"));
        assertThat(judge(
                        new Remedy(Remedy.Kind.REFUND, null, List.of()),
                        new Remedy(Remedy.Kind.REFUND, yen, List.of()),
                        new Remedy(Remedy.Kind.REFUND, pounds("-1.00"), List.of()),
                        new Remedy(Remedy.Kind.KEEP_ITEM, pounds("1.00"), List.of()),
                        new Remedy(Remedy.Kind.RESHIP, null, List.of()),
                        goods(Remedy.Kind.RESHIP, RED_MUG, -1)))
                .isInstanceOfSatisfying(
                        RemedyVerdict.Malformed.class,
                        no -> assertThat(no.refusal().faults())
                                .extracting(fault -> fault.pointer() + " " + fault.code())
                                .containsExactly(
                                        "/remedies/0/amount REMEDY_AMOUNT_NEEDED",
                                        "/remedies/1/amount/currency REMEDY_CURRENCY",
                                        "/remedies/2/amount REMEDY_AMOUNT_NEEDED",
                                        "/remedies/3/amount REMEDY_AMOUNT_UNEXPECTED",
                                        "/remedies/4/lines REMEDY_GOODS_NEEDED",
                                        "/remedies/5/lines/0/quantity REMEDY_QUANTITY"));
        assertThat(judge()).isInstanceOf(RemedyVerdict.Malformed.class);
    }

    @Test
    void numbers_beyond_any_parcel_are_answered_and_do_not_overflow() {
        var most = Integer.MAX_VALUE;
        assertThat(judge(goods(Remedy.Kind.RESHIP, RED_MUG, most), goods(Remedy.Kind.RESHIP, RED_MUG, most)))
                .isInstanceOf(RemedyVerdict.TwiceGiven.class);
        assertThat(judge(money(Remedy.Kind.REFUND, "10000000000.00"), money(Remedy.Kind.REFUND, "10000000000.00")))
                .isInstanceOf(RemedyVerdict.BeyondPaid.class);
        var boast = mugs(
                Problem.EXTRA_ITEM,
                0,
                "0.00",
                new RemedyCase.Came(BLUE_MUG, most, new Money(Money.LARGEST, GBP), most, false));
        assertThat(POLICY.options(wants(Demand.UNDECIDED, boast)).options())
                .singleElement()
                .satisfies(option -> assertThat(option.approvalNeeded()).isTrue());
    }

    private static RemedyVerdict judge(Remedy... remedies) {
        return POLICY.judge(wants(Demand.UNDECIDED, ONE_WRONG_MUG), plan(remedies));
    }

    private static RemedyCase asking(RemedyPlan asked) {
        var base = wants(Demand.REFUND, ONE_WRONG_MUG);
        return new RemedyCase(
                GBP, "GB", base.demand(), base.affected(), base.paid(), base.given(), base.shipping(), false, asked);
    }
}
