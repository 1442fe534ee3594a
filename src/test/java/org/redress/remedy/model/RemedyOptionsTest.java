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

import java.util.List;
import org.junit.jupiter.api.Test;
import org.redress.kernel.Demand;
import org.redress.kernel.Money;
import org.redress.kernel.Phrase;
import org.redress.kernel.Problem;
import org.redress.remedy.Area;
import org.redress.remedy.PolicySet;
import org.redress.remedy.Remedy;
import org.redress.remedy.RemedyCase;
import org.redress.remedy.RemedyCase.Affected;
import org.redress.remedy.RemedyCase.Came;
import org.redress.remedy.RemedyChoice;
import org.redress.remedy.RemedyOption;
import org.redress.remedy.RemedyPlan;
import org.redress.remedy.Rule;
import org.redress.remedy.dmn.PolicyFile;

class RemedyOptionsTest {
    private static final PolicySet POLICY = PolicyFile.shipped(Area.OTHER);

    @Test
    void a_cheap_wrong_article_stays_with_the_customer_whatever_else_is_chosen() {
        var choice = options(wants(Demand.UNDECIDED, mugs(Problem.WRONG_ITEM, 1, "9.00", blueMugs(1, "8.00"))));
        assertThat(choice.options())
                .extracting(RemedyOption::plan)
                .containsExactly(
                        plan(
                                money(Remedy.Kind.REFUND, "9.00", new Remedy.Goods(RED_MUG, 1)),
                                goods(Remedy.Kind.KEEP_ITEM, BLUE_MUG, 1)),
                        plan(goods(Remedy.Kind.RESHIP, RED_MUG, 1), goods(Remedy.Kind.KEEP_ITEM, BLUE_MUG, 1)));
    }

    @Test
    void a_dear_wrong_article_is_exchanged_or_taken_back_for_the_money_always_at_our_cost() {
        var choice = options(wants(Demand.UNDECIDED, mugs(Problem.WRONG_VARIANT, 2, "120.00", blueMugs(2, "60.00"))));
        assertThat(choice.options())
                .extracting(RemedyOption::plan)
                .containsExactly(
                        plan(goods(Remedy.Kind.EXCHANGE, RED_MUG, 2), goods(Remedy.Kind.RETURN_LABEL, BLUE_MUG, 2)),
                        plan(
                                money(Remedy.Kind.REFUND, "120.00", new Remedy.Goods(RED_MUG, 2)),
                                goods(Remedy.Kind.RETURN_LABEL, BLUE_MUG, 2)));
        assertThat(choice.options().getFirst().policy().rules())
                .extracting(Rule::id)
                .contains("collect-at-our-cost", "right-goods");
    }

    @Test
    void the_least_costly_fair_option_stands_first() {
        var options = options(wants(Demand.REFUND, mugs(Problem.MISSING_ITEM, 1, "80.00")))
                .options();
        assertThat(options)
                .hasSize(2)
                .isSortedAccordingTo((a, b) -> a.costToUs().compareTo(b.costToUs()));
        assertThat(options.getFirst().plan().sendsGoods()).isTrue();
    }

    @Test
    void the_cost_counts_money_goods_freight_and_what_comes_back() {
        var options = options(wants(Demand.REFUND, mugs(Problem.WRONG_ITEM, 1, "100.00", blueMugs(1, "100.00"))))
                .options();
        // sent: 60 % of 100 and 3.80 + 1.50; came: 60.00 lost, 48.00 back, 3.80 + 1.50 for its return
        assertThat(options.getFirst().costToUs()).isEqualTo(pounds("82.60"));
        // 100.00 back; came as above
        assertThat(options.getLast().costToUs()).isEqualTo(pounds("117.30"));
    }

    @Test
    void a_missing_article_leaves_nothing_to_return() {
        var choice = options(wants(Demand.RETURN, mugs(Problem.MISSING_ITEM, 3, "90.00", blueMugs(0, "1.00"))));
        assertThat(options(wants(Demand.RETURN, mugs(Problem.MISSING_ITEM, 3, "90.00")))
                        .options())
                .noneMatch(option -> option.plan().has(Remedy.Kind.RETURN_LABEL)
                        || option.plan().has(Remedy.Kind.KEEP_ITEM));
        assertThat(choice.wish()).isInstanceOf(RemedyChoice.Wish.Granted.class);
    }

    @Test
    void units_that_did_come_in_a_short_delivery_are_never_asked_back() {
        var came = new Came(RED_MUG, 2, pounds("500.00"), 400, false);
        var choice = options(wants(Demand.RESHIP, mugs(Problem.WRONG_QUANTITY, 1, "50.00", came)));
        assertThat(choice.options())
                .isNotEmpty()
                .noneMatch(option -> option.plan().has(Remedy.Kind.RETURN_LABEL));
    }

    @Test
    void an_extra_article_is_collected_or_kept_and_costs_the_customer_nothing() {
        var dear =
                new Affected(null, Problem.EXTRA_ITEM, 0, 0, pounds("0.00"), null, null, List.of(blueMugs(1, "60.00")));
        var cheap =
                new Affected(null, Problem.EXTRA_ITEM, 0, 0, pounds("0.00"), null, null, List.of(blueMugs(1, "4.00")));
        assertThat(options(wants(Demand.UNDECIDED, dear)).options())
                .singleElement()
                .extracting(RemedyOption::plan)
                .isEqualTo(plan(goods(Remedy.Kind.RETURN_LABEL, BLUE_MUG, 1)));
        assertThat(options(wants(Demand.UNDECIDED, cheap)).options())
                .singleElement()
                .satisfies(
                        option -> assertThat(option.plan()).isEqualTo(plan(goods(Remedy.Kind.KEEP_ITEM, BLUE_MUG, 1))))
                .satisfies(
                        option -> assertThat(option.legalFloor()).isEqualTo(Phrase.of("remedy.floor.nothing-to-pay")));
    }

    @Test
    void another_customer_s_parcel_is_collected_however_little_it_is_worth() {
        var choice = options(wants(Demand.UNDECIDED, mugs(Problem.WRONG_PARCEL, 1, "5.00", blueMugs(1, "1.00"))));
        assertThat(choice.options())
                .isNotEmpty()
                .allMatch(option -> option.plan().has(Remedy.Kind.RETURN_LABEL));
    }

    @Test
    void a_hazardous_article_is_collected_however_little_it_is_worth() {
        var tablets = new Came(BLUE_MUG, 1, pounds("1.00"), 20, true);
        var choice = options(wants(Demand.UNDECIDED, mugs(Problem.WRONG_ITEM, 1, "5.00", tablets)));
        assertThat(choice.options())
                .isNotEmpty()
                .allMatch(option -> option.plan().has(Remedy.Kind.RETURN_LABEL));
    }

    @Test
    void the_shipping_fee_goes_back_where_the_whole_order_is_affected() {
        var some = wants(Demand.REFUND, mugs(Problem.NOT_RECEIVED, 1, "20.00"));
        var whole = new RemedyCase(
                GBP,
                "GB",
                Demand.REFUND,
                some.affected(),
                pounds("25.00"),
                pounds("0.00"),
                pounds("5.00"),
                true,
                RemedyPlan.nothing());
        assertThat(refundIn(options(some))).isEqualTo("20.00 GBP");
        assertThat(refundIn(options(whole))).isEqualTo("25.00 GBP");
    }

    @Test
    void a_refund_is_what_is_left_where_part_of_the_money_has_gone_back() {
        var before = wants(Demand.REFUND, mugs(Problem.NOT_RECEIVED, 1, "20.00"));
        var after = new RemedyCase(
                GBP,
                "GB",
                Demand.REFUND,
                before.affected(),
                pounds("20.00"),
                pounds("13.00"),
                pounds("0.00"),
                false,
                RemedyPlan.nothing());
        assertThat(refundIn(options(after))).isEqualTo("7.00 GBP");
    }

    @Test
    void who_asks_for_compensation_may_keep_what_came_for_less_money() {
        var choice = options(wants(Demand.COMPENSATION, mugs(Problem.WRONG_VARIANT, 1, "50.00", blueMugs(1, "50.00"))));
        assertThat(choice.options())
                .filteredOn(RemedyOption::demanded)
                .extracting(RemedyOption::plan)
                .containsExactlyInAnyOrder(
                        plan(money(Remedy.Kind.COMPENSATION, "10.00"), goods(Remedy.Kind.KEEP_ITEM, BLUE_MUG, 1)),
                        plan(money(Remedy.Kind.PARTIAL_REFUND, "15.00"), goods(Remedy.Kind.KEEP_ITEM, BLUE_MUG, 1)));
        assertThat(choice.options()).hasSize(4);
    }

    @Test
    void who_does_not_ask_for_compensation_is_not_fobbed_off_with_it() {
        for (var demand : List.of(Demand.REFUND, Demand.RESHIP, Demand.EXCHANGE, Demand.RETURN, Demand.UNDECIDED)) {
            var choice = options(wants(demand, mugs(Problem.WRONG_ITEM, 1, "50.00", blueMugs(1, "50.00"))));
            assertThat(choice.options()).noneMatch(option -> option.plan().has(Remedy.Kind.COMPENSATION));
        }
    }

    @Test
    void every_demand_is_among_the_options_where_money_and_article_are_known() {
        for (var demand : Demand.values()) {
            var choice = options(wants(demand, mugs(Problem.WRONG_ITEM, 1, "50.00", blueMugs(1, "5.00"))));
            if (demand == Demand.UNDECIDED) {
                assertThat(choice.wish()).isEqualTo(new RemedyChoice.Wish.None());
            } else {
                assertThat(choice.wish())
                        .as("%s", demand)
                        .isInstanceOfSatisfying(
                                RemedyChoice.Wish.Granted.class,
                                granted -> assertThat(choice.option(granted.optionId()))
                                        .isPresent());
            }
        }
    }

    @Test
    void who_wants_an_exchange_may_send_back_even_what_they_could_keep() {
        var choice = options(wants(Demand.EXCHANGE, mugs(Problem.WRONG_ITEM, 1, "9.00", blueMugs(1, "8.00"))));
        assertThat(choice.options())
                .filteredOn(RemedyOption::demanded)
                .singleElement()
                .satisfies(option -> assertThat(option.plan())
                        .isEqualTo(plan(
                                goods(Remedy.Kind.EXCHANGE, RED_MUG, 1), goods(Remedy.Kind.RETURN_LABEL, BLUE_MUG, 1))))
                .satisfies(option -> assertThat(option.customerEffort()).isEqualTo(RemedyOption.Effort.HIGH));
    }

    @Test
    void a_wish_that_cannot_be_had_is_answered_with_the_reason() {
        var unknown = new Affected(null, Problem.WRONG_PARCEL, 1, 0, pounds("10.00"), null, null, List.of());
        assertThat(options(wants(Demand.RESHIP, unknown)).wish())
                .isEqualTo(new RemedyChoice.Wish.NotPossible(Phrase.of("remedy.wish.article-unknown")));
        var done = new Affected(RED_MUG, Problem.WRONG_ITEM, 1, 1, pounds("10.00"), null, null, List.of());
        assertThat(options(wants(Demand.REFUND, done)).wish())
                .isEqualTo(new RemedyChoice.Wish.NotPossible(Phrase.of("remedy.wish.nothing-left")));
        var free = mugs(Problem.MISSING_ITEM, 1, "0.00");
        assertThat(options(wants(Demand.REFUND, free)).wish())
                .isEqualTo(new RemedyChoice.Wish.NotPossible(Phrase.of("remedy.wish.no-share")));
        assertThat(options(wants(Demand.RESHIP, mugs(Problem.LATE, 1, "10.00"))).wish())
                .isEqualTo(new RemedyChoice.Wish.NotPossible(Phrase.of("remedy.wish.goods-on-their-way")));
    }

    @Test
    void goods_that_came_late_are_made_up_for_or_taken_back() {
        var choice = options(wants(Demand.UNDECIDED, mugs(Problem.LATE, 1, "60.00")));
        assertThat(choice.options())
                .extracting(RemedyOption::plan)
                .containsExactly(
                        plan(money(Remedy.Kind.COMPENSATION, "6.00")),
                        plan(
                                money(Remedy.Kind.REFUND, "60.00", new Remedy.Goods(RED_MUG, 1)),
                                goods(Remedy.Kind.RETURN_LABEL, RED_MUG, 1)));
    }

    @Test
    void what_costs_more_than_an_agent_may_decide_needs_approval() {
        var small = options(wants(Demand.REFUND, mugs(Problem.NOT_RECEIVED, 1, "250.00")));
        var large = options(wants(Demand.REFUND, mugs(Problem.NOT_RECEIVED, 1, "250.01")));
        assertThat(small.options()).noneMatch(RemedyOption::approvalNeeded);
        assertThat(large.options())
                .filteredOn(RemedyOption::approvalNeeded)
                .singleElement()
                .satisfies(option ->
                        assertThat(option.policy().rules()).extracting(Rule::id).contains("approval-limit"));
    }

    @Test
    void the_floor_follows_the_country_of_the_customer() {
        assertThat(floorIn("CN")).isEqualTo("remedy.floor.cn");
        assertThat(floorIn("GB")).isEqualTo("remedy.floor.gb");
        assertThat(floorIn("DE")).isEqualTo("remedy.floor.eu");
        assertThat(floorIn("US")).isEqualTo("remedy.floor.house");
    }

    @Test
    void limits_are_in_round_figures_of_the_currency() {
        var figures = POLICY.figures();
        assertThat(figures.in(GBP, figures.keepLimit())).hasToString("10.00 GBP");
        assertThat(figures.in(java.util.Currency.getInstance("CNY"), figures.keepLimit()))
                .hasToString("80.00 CNY");
        assertThat(figures.in(java.util.Currency.getInstance("JPY"), figures.keepLimit()))
                .hasToString("1500 JPY");
    }

    @Test
    void a_parcel_heavier_than_the_heaviest_band_counts_as_several() {
        assertThat(freight(250)).isEqualTo(pounds("4.00"));
        assertThat(freight(251)).isEqualTo(pounds("5.30"));
        assertThat(freight(40_001)).isEqualTo(pounds("49.20"));
    }

    private static Money freight(long grams) {
        return Freight.of(((RuledPolicy) POLICY).tables(), GBP, grams).total();
    }

    private static RemedyChoice options(RemedyCase remedyCase) {
        return POLICY.options(remedyCase);
    }

    private static String refundIn(RemedyChoice choice) {
        return choice.options().stream()
                .map(RemedyOption::plan)
                .filter(plan -> plan.has(Remedy.Kind.REFUND))
                .map(plan -> plan.refunds(GBP).toString())
                .findFirst()
                .orElse("none");
    }

    private static String floorIn(String country) {
        var here = wants(Demand.UNDECIDED, mugs(Problem.WRONG_ITEM, 1, "9.00"));
        var there = new RemedyCase(
                GBP,
                country,
                here.demand(),
                here.affected(),
                here.paid(),
                here.given(),
                here.shipping(),
                false,
                RemedyPlan.nothing());
        return options(there).options().getFirst().legalFloor().key();
    }
}
