package org.redress.settlement.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.redress.kernel.Money;
import org.redress.kernel.Sku;
import org.redress.orders.Order;
import org.redress.remedy.Remedy;
import org.redress.remedy.RemedyPlan;
import org.redress.settlement.Trouble;
import org.redress.settlement.Work;

class StepsTest {
    private static final Work.Guard GUARD = new Work.Guard(true, true, List.of("B-2"));
    private static final Currency GBP = Currency.getInstance("GBP");
    private static final Instant PAID_AT = Instant.parse("2026-03-01T12:00:00Z");
    private static final Order.Address HOME = new Order.Address("Ada", "1 Mill Lane", "Leeds", null, "LS1 1AA", "GB");
    private static final Remedy.Goods RED_MUG = new Remedy.Goods(new Sku("MUG-RED"), 1);
    private static final Remedy.Goods BLUE_MUG = new Remedy.Goods(new Sku("MUG-BLUE"), 1);

    @Test
    void money_goes_back_by_the_payments_it_came_by_the_largest_first() {
        var drafts = steps(order(payment("gift", 1_000), payment("card", 3_000)), money(Remedy.Kind.REFUND, 3_500));
        assertThat(drafts)
                .containsExactly(
                        new Draft(0, 0, Remedy.Kind.REFUND, refund("card", 3_000)),
                        new Draft(0, 1, Remedy.Kind.REFUND, refund("gift", 500)));
    }

    @Test
    void what_went_back_before_is_not_taken_from_the_same_payment_again() {
        var drafts = Steps.of(
                plan(money(Remedy.Kind.REFUND, 1_500)),
                List.of(0),
                order(payment("card", 3_000), payment("gift", 1_000)),
                List.of(refund("card", 2_000), refund("card", 500)),
                List.of(),
                List.of(),
                Work.Guard.NONE);
        assertThat(drafts).extracting(Draft::work).containsExactly(refund("card", 500), refund("gift", 1_000));
    }

    @Test
    void an_order_without_recorded_payments_leaves_finding_them_to_the_provider() {
        var drafts = steps(order(), money(Remedy.Kind.COMPENSATION, 700));
        assertThat(drafts)
                .containsExactly(
                        new Draft(0, 0, Remedy.Kind.COMPENSATION, new Work.Refund("A-1", null, new Money(700, GBP))));
    }

    @Test
    void more_money_than_is_left_is_never_asked_for() {
        var drafts = steps(order(payment("card", 3_000)), money(Remedy.Kind.REFUND, 3_001));
        assertThat(drafts)
                .extracting(Draft::work)
                .containsExactly(refund("card", 3_000), new Work.Impossible("A-1", Trouble.Kind.NOT_ENOUGH_LEFT));
    }

    @Test
    void two_remedies_of_one_plan_share_the_same_purse() {
        var drafts = steps(
                order(payment("card", 3_000), payment("gift", 1_000)),
                money(Remedy.Kind.REFUND, 2_800),
                money(Remedy.Kind.COMPENSATION, 500));
        assertThat(drafts)
                .extracting(Draft::work)
                .containsExactly(refund("card", 2_800), refund("card", 200), refund("gift", 300));
    }

    @Test
    void an_exchange_sends_the_right_article_and_brings_back_what_came() {
        var drafts = steps(order(), goods(Remedy.Kind.EXCHANGE, RED_MUG));
        assertThat(drafts)
                .containsExactly(
                        new Draft(
                                0,
                                0,
                                Remedy.Kind.EXCHANGE,
                                new Work.Reshipment("A-1", List.of(RED_MUG), HOME, List.of(), Work.Guard.NONE)),
                        new Draft(
                                0, 1, Remedy.Kind.RETURN_LABEL, new Work.ReturnLabel("A-1", List.of(BLUE_MUG), HOME)));
    }

    @Test
    void what_is_sent_again_is_not_taken_from_a_place_under_suspicion() {
        var avoid = List.of("urn:redress:slot:A-03-2", "lot:L-7");
        var drafts = Steps.of(
                new RemedyPlan(List.of(goods(Remedy.Kind.RESHIP, RED_MUG))),
                List.of(0),
                order(),
                List.of(),
                List.of(),
                avoid,
                GUARD);
        assertThat(drafts)
                .extracting(Draft::work)
                .containsExactly(new Work.Reshipment("A-1", List.of(RED_MUG), HOME, avoid, GUARD));
    }

    @Test
    void an_exchange_that_names_its_return_label_brings_nothing_back_twice() {
        var drafts = steps(order(), goods(Remedy.Kind.EXCHANGE, RED_MUG), goods(Remedy.Kind.RETURN_LABEL, BLUE_MUG));
        assertThat(drafts).extracting(Draft::kind).containsExactly(Remedy.Kind.EXCHANGE, Remedy.Kind.RETURN_LABEL);
    }

    @Test
    void keeping_an_article_needs_no_step_and_what_is_done_already_is_not_staged() {
        var plan = plan(goods(Remedy.Kind.KEEP_ITEM, BLUE_MUG), goods(Remedy.Kind.RESHIP, RED_MUG));
        assertThat(Steps.of(plan, List.of(0), order(), List.of(), List.of(), List.of(), Work.Guard.NONE))
                .isEmpty();
        assertThat(Steps.of(plan, List.of(1), order(), List.of(), List.of(), List.of(), Work.Guard.NONE))
                .extracting(Draft::position)
                .containsExactly(1);
    }

    @Test
    void without_the_order_every_step_waits_for_a_person() {
        var plan = plan(money(Remedy.Kind.REFUND, 100), goods(Remedy.Kind.RESHIP, RED_MUG));
        assertThat(Steps.withoutOrder(plan, List.of(1, 0), "A-9"))
                .extracting(Draft::work)
                .containsOnly(new Work.Impossible("A-9", Trouble.Kind.ORDER_UNKNOWN));
    }

    @Test
    void round_after_round_refunds_never_exceed_what_any_payment_was() {
        var chance = new Random(31);
        for (int run = 0; run < 2_000; run++) {
            var order = order(IntStream.rangeClosed(0, chance.nextInt(4))
                    .mapToObj(i -> payment("p" + i % 3, 1 + chance.nextInt(5_000)))
                    .toArray(Order.Payment[]::new));
            var earlier = new ArrayList<Work.Refund>();
            for (int round = 0; round < 4; round++) {
                var wanted = 1 + chance.nextInt(6_000);
                var drafts = Steps.of(
                        plan(money(Remedy.Kind.REFUND, wanted)),
                        List.of(0),
                        order,
                        earlier,
                        List.of(),
                        List.of(),
                        Work.Guard.NONE);
                var left = order.paid().minor() - sum(earlier);
                drafts.stream()
                        .map(Draft::work)
                        .filter(Work.Refund.class::isInstance)
                        .map(Work.Refund.class::cast)
                        .forEach(earlier::add);
                assertThat(drafts).doesNotHaveDuplicates();
                assertThat(order.paid().minor() - sum(earlier)).isEqualTo(Math.max(0, left - wanted));
                for (var payment : order.payments()) {
                    assertThat(sum(of(payment.provider(), earlier))).isLessThanOrEqualTo(paidBy(payment, order));
                }
            }
        }
    }

    private static long paidBy(Order.Payment payment, Order order) {
        return order.payments().stream()
                .filter(each -> each.provider().equals(payment.provider()))
                .mapToLong(each -> each.amount().minor())
                .sum();
    }

    private static List<Work.Refund> of(String provider, List<Work.Refund> refunds) {
        return refunds.stream()
                .filter(refund -> new Work.Source(provider, "R-" + provider).equals(refund.payment()))
                .toList();
    }

    private static long sum(List<Work.Refund> refunds) {
        return refunds.stream().mapToLong(refund -> refund.amount().minor()).sum();
    }

    private static List<Draft> steps(Order order, Remedy... remedies) {
        var positions = IntStream.range(0, remedies.length).boxed().toList();
        return Steps.of(plan(remedies), positions, order, List.of(), List.of(BLUE_MUG), List.of(), Work.Guard.NONE);
    }

    private static RemedyPlan plan(Remedy... remedies) {
        return new RemedyPlan(List.of(remedies));
    }

    private static Remedy money(Remedy.Kind kind, long minor) {
        return new Remedy(kind, new Money(minor, GBP), List.of());
    }

    @Test
    void a_voucher_moves_no_payment_and_a_collection_is_no_label() {
        var remedies = new RemedyPlan(List.of(
                new Remedy(Remedy.Kind.COMPENSATION, new Money(300, GBP), List.of(), Remedy.Means.VOUCHER),
                new Remedy(Remedy.Kind.RETURN_LABEL, null, List.of(BLUE_MUG), Remedy.Means.PICK_UP)));
        assertThat(Steps.of(
                        remedies,
                        List.of(0, 1),
                        order(payment("card", 4_000)),
                        List.of(refund("card", 4_000)),
                        List.of(),
                        List.of(),
                        Work.Guard.NONE))
                .extracting(Draft::work)
                .containsExactly(
                        new Work.Voucher("A-1", new Money(300, GBP), "shop"),
                        new Work.Pickup("A-1", List.of(BLUE_MUG), HOME));
    }

    @Test
    void a_refund_fits_as_long_as_its_payment_holds_it() {
        var order = order(payment("card", 4_000));
        assertThat(Steps.fits(order, List.of(refund("card", 1_000)), refund("card", 3_000)))
                .isTrue();
        assertThat(Steps.fits(order, List.of(refund("card", 1_001)), refund("card", 3_000)))
                .isFalse();
    }

    private static Remedy goods(Remedy.Kind kind, Remedy.Goods goods) {
        return new Remedy(kind, null, List.of(goods));
    }

    private static Work.Refund refund(String provider, long minor) {
        return new Work.Refund("A-1", new Work.Source(provider, "R-" + provider), new Money(minor, GBP));
    }

    private static Order.Payment payment(String provider, long minor) {
        return new Order.Payment(provider, "R-" + provider, new Money(minor, GBP), PAID_AT);
    }

    private static Order order(Order.Payment... payments) {
        var zero = Money.zero(GBP);
        return new Order(
                "A-1",
                "shop",
                PAID_AT,
                GBP,
                new Order.Customer("Ada", "ada@example.com", null, "en"),
                HOME,
                List.of(new Order.Line(1, RED_MUG.sku(), 1, new Money(4_000, GBP), zero)),
                zero,
                zero,
                zero,
                List.of(payments));
    }
}
