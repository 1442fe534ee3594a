package org.redress.claims.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.redress.claims.Channel;
import org.redress.claims.Claim;
import org.redress.claims.ClaimCommand;
import org.redress.claims.Filing;
import org.redress.claims.Severity;
import org.redress.claims.Verdict;
import org.redress.kernel.Demand;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Money;
import org.redress.kernel.Problem;
import org.redress.kernel.Sku;
import org.redress.orders.Order;
import org.redress.orders.StockLevel;
import org.redress.orders.StockReport;
import org.redress.remedy.Remedy;
import org.redress.remedy.RemedyCase;
import org.redress.remedy.RemedyPlan;

class EntitlementTest {
    private static final Currency GBP = Currency.getInstance("GBP");
    private static final Sku MUG = new Sku("MUG");
    private static final Sku TRAY = new Sku("TRAY");
    private static final Sku OTHER = new Sku("OTHER");

    /** Three mugs for 10.00 in all, two trays for 8.00. */
    private static final Order ORDER = new Order(
            "A-1",
            "shop",
            Instant.parse("2026-11-20T09:00:00Z"),
            GBP,
            new Order.Customer("Ada", "ada@example.com", null, "en"),
            new Order.Address(null, null, null, null, null, "GB"),
            List.of(line(1, MUG, 3, 334, 2), line(2, TRAY, 2, 400, 0)),
            zero(),
            zero(),
            zero(),
            List.of());

    @Test
    void too_few_of_the_right_article_lack_only_what_did_not_come() {
        var affected = affected(claim(wrongNumber(MUG, 3, 1)));
        assertThat(affected.units()).isEqualTo(2);
        assertThat(affected.came()).isEmpty();
    }

    @Test
    void too_many_of_the_right_article_lack_nothing_and_only_the_surplus_is_not_theirs() {
        var affected = affected(claim(wrongNumber(MUG, 3, 5)));
        assertThat(affected.units()).isZero();
        assertThat(affected.came()).extracting(RemedyCase.Came::quantity).containsExactly(2);
    }

    @Test
    void a_wrong_number_of_another_article_is_all_of_it_wrong() {
        var affected = affected(claim(new Filing.Line(MUG, 2, Problem.WRONG_QUANTITY, received(OTHER, 5))));
        assertThat(affected.units()).isEqualTo(2);
        assertThat(affected.came())
                .extracting(RemedyCase.Came::sku, RemedyCase.Came::quantity)
                .containsExactly(tuple(OTHER, 5));
    }

    @Test
    void a_wrong_parcel_without_an_article_lacks_the_whole_order() {
        var remedyCase = of(claim(new Filing.Line(null, 0, Problem.WRONG_PARCEL, received(OTHER, 1))));
        assertThat(remedyCase.affected())
                .extracting(RemedyCase.Affected::sku, RemedyCase.Affected::units)
                .containsExactly(tuple(MUG, 3), tuple(TRAY, 2));
        assertThat(remedyCase.affected().stream().mapToLong(each -> each.came().size()))
                .containsExactly(1L, 0L);
        assertThat(remedyCase.wholeOrder()).isTrue();
    }

    @Test
    void a_wrong_parcel_leaves_to_other_lines_what_they_speak_of() {
        var remedyCase = of(claim(
                new Filing.Line(null, 0, Problem.WRONG_PARCEL, null),
                new Filing.Line(TRAY, 1, Problem.MISSING_ITEM, null)));
        assertThat(remedyCase.affected())
                .extracting(RemedyCase.Affected::sku, RemedyCase.Affected::problem, RemedyCase.Affected::units)
                .containsExactly(tuple(MUG, Problem.WRONG_PARCEL, 3), tuple(TRAY, Problem.MISSING_ITEM, 1));
        assertThat(remedyCase.wholeOrder()).isFalse();
    }

    @Test
    void lines_of_one_article_share_what_was_paid_for_it() {
        var remedyCase = of(claim(missing(MUG, 1), missing(MUG, 2)));
        assertThat(remedyCase.affected()).extracting(RemedyCase.Affected::paid).containsExactly(pence(333), pence(667));
    }

    @Test
    void lines_of_one_article_share_what_was_given_of_it_so_that_it_counts_once() {
        var claim = carriedOut(claim(missing(MUG, 1), missing(MUG, 2)), refund(MUG, 2, 667));
        assertThat(of(claim).affected())
                .extracting(RemedyCase.Affected::unitsLeft)
                .containsExactly(0, 1);
    }

    @Test
    void another_claim_on_the_order_takes_units_and_money_as_soon_as_it_promises_them() {
        var other = offered(claim(missing(MUG, 2)), refund(MUG, 2, 667));
        var remedyCase = of(claim(missing(MUG, 3)), other);
        assertThat(remedyCase.affected())
                .extracting(RemedyCase.Affected::unitsLeft)
                .containsExactly(1);
        assertThat(remedyCase.given()).isEqualTo(pence(667));
        var declined = Sample.after(other, Sample.CUSTOMER, new ClaimCommand.DeclineOffer(Sample.OFFER, null));
        assertThat(of(claim(missing(MUG, 3)), declined).affected())
                .extracting(RemedyCase.Affected::unitsLeft)
                .containsExactly(3);
    }

    @Test
    void what_is_wrong_in_two_ways_is_made_right_once_and_being_late_takes_nothing_from_it() {
        var late = new Filing.Line(MUG, 3, Problem.LATE, null);
        assertThat(of(claim(late, missing(MUG, 3))).affected())
                .extracting(RemedyCase.Affected::unitsLeft, RemedyCase.Affected::paid)
                .containsExactly(tuple(0, pence(0)), tuple(3, pence(1000)));
        assertThat(of(claim(missing(MUG, 2), new Filing.Line(MUG, 2, Problem.DAMAGED, null)))
                        .affected())
                .extracting(RemedyCase.Affected::unitsLeft)
                .containsExactly(2, 1);
    }

    @Test
    void however_it_is_claimed_and_given_no_more_is_owed_than_was_ordered_and_not_settled() {
        var random = new Random(31);
        var problems = List.of(Problem.values());
        for (int round = 0; round < 2_000; round++) {
            var lines = new ArrayList<Filing.Line>();
            for (int i = random.nextInt(4); i >= 0; i--) {
                var problem = problems.get(random.nextInt(problems.size()));
                lines.add(new Filing.Line(MUG, 1 + random.nextInt(3), problem, null));
            }
            int elsewhere = random.nextInt(3);
            int here = random.nextInt(3);
            var claim = claim(lines.toArray(Filing.Line[]::new));
            var given = here == 0 ? claim : carriedOut(claim, refund(MUG, here, 1));
            var affected = elsewhere == 0
                    ? of(given).affected()
                    : of(given, offered(claim(missing(MUG, 1)), refund(MUG, elsewhere, 1)))
                            .affected();
            int left =
                    affected.stream().mapToInt(RemedyCase.Affected::unitsLeft).sum();
            assertThat(left).isBetween(0, Math.max(0, 3 - elsewhere - here));
            assertThat(affected.stream().mapToLong(each -> each.paid().minor()).sum())
                    .isBetween(0L, 1000L);
            assertThat(affected)
                    .extracting(RemedyCase.Affected::problem)
                    .isEqualTo(lines.stream().map(Filing.Line::problem).toList());
        }
    }

    @Test
    void stock_is_known_where_it_was_reported_lately_and_unknown_is_not_none() {
        var day = Duration.ofHours(24);
        var none = StockLevel.of(new StockReport(new Sku("NONE"), 0, Sample.MONDAY.minus(day), "Leeds"), day);
        var old = StockLevel.of(
                new StockReport(new Sku("OLD"), 0, Sample.MONDAY.minus(day).minusSeconds(1), "Leeds"), day);
        var stock = Map.of(none.report().sku(), none, old.report().sku(), old);
        assertThat(of(claim(wrongNumber(MUG, 3, 1)), stock).stock()).containsExactly(Map.entry(new Sku("NONE"), 0));
        assertThat(of(claim(wrongNumber(MUG, 3, 1))).stock()).isEmpty();
    }

    private static RemedyCase.Affected affected(Claim claim) {
        assertThat(of(claim).affected()).hasSize(1);
        return of(claim).affected().getFirst();
    }

    private static RemedyCase of(Claim claim, Claim... others) {
        return of(claim, Map.of(), others);
    }

    private static RemedyCase of(Claim claim, Map<Sku, StockLevel> stock, Claim... others) {
        var facts = new Facts(
                claim.filing(),
                Optional.of(ORDER),
                Map.of(),
                stock,
                Map.of(),
                List.of(),
                Set.of(),
                Way.UNKNOWN,
                Map.of(),
                Map.of(),
                Facts.Alike.NONE);
        return Entitlement.of(claim, ORDER, facts, Arrays.asList(others), Sample.MONDAY);
    }

    private static Claim claim(Filing.Line... lines) {
        var filing = new Filing(
                "A-1",
                null,
                new Filing.Contact("Ada", "ada@example.com", null),
                Channel.API,
                "It is not what I ordered.",
                Demand.UNDECIDED,
                null,
                null,
                null,
                Arrays.asList(lines),
                Locale.ENGLISH,
                Map.of());
        return ClaimHistory.registered(
                new MerchantId(new UUID(0, 1)),
                new UUID(0, 2),
                "K7QM-29XF",
                filing,
                Verdict.UNCONFIRMED,
                Severity.NORMAL,
                Sample.MONDAY);
    }

    private static Claim offered(Claim claim, RemedyPlan plan) {
        var accepted = Sample.after(claim, Sample.AGENT, new ClaimCommand.Accept(null));
        return Sample.after(accepted, Sample.AGENT, Sample.offer(plan, false));
    }

    private static Claim carriedOut(Claim claim, RemedyPlan plan) {
        var agreed = Sample.after(
                offered(claim, plan), Sample.CUSTOMER, new ClaimCommand.AcceptOffer(Sample.OFFER, "Agreed."));
        return Sample.after(agreed, Sample.PRODUCT, new ClaimCommand.RecordStepDone(Sample.OFFER, 0, "re_1"));
    }

    private static Filing.Line missing(Sku sku, int quantity) {
        return new Filing.Line(sku, quantity, Problem.MISSING_ITEM, null);
    }

    private static Filing.Line wrongNumber(Sku sku, int quantity, int came) {
        return new Filing.Line(sku, quantity, Problem.WRONG_QUANTITY, received(sku, came));
    }

    private static Filing.Received received(@Nullable Sku sku, int quantity) {
        return new Filing.Received(sku, null, null, quantity);
    }

    private static RemedyPlan refund(Sku sku, int units, long pence) {
        return new RemedyPlan(
                List.of(new Remedy(Remedy.Kind.REFUND, pence(pence), List.of(new Remedy.Goods(sku, units)))));
    }

    private static Order.Line line(int number, Sku sku, int quantity, long unitPrice, long discount) {
        return new Order.Line(number, sku, quantity, pence(unitPrice), pence(discount));
    }

    private static Money pence(long minor) {
        return new Money(minor, GBP);
    }

    private static Money zero() {
        return pence(0);
    }
}
