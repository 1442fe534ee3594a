package org.redress.claims.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.redress.claims.Claim;
import org.redress.claims.ClaimCommand;
import org.redress.claims.Filing;
import org.redress.claims.LegalFlag;
import org.redress.claims.LegalFlag.Code;
import org.redress.claims.LegalFlag.Level;
import org.redress.claims.Severity;
import org.redress.claims.Verdict;
import org.redress.kernel.Demand;
import org.redress.kernel.Money;
import org.redress.kernel.Problem;
import org.redress.kernel.Sku;
import org.redress.orders.Order;
import org.redress.orders.Product;
import org.redress.remedy.Area;
import org.redress.remedy.Remedy;
import org.redress.remedy.RemedyPlan;
import org.redress.remedy.dmn.PolicyFile;

class LegalFlagsTest {
    private static final Currency YUAN = Currency.getInstance("CNY");

    private static Order order(@Nullable String country) {
        var known =
                Recorded.order("A-1", new Order.Line(1, new Sku("RED"), 1, new Money(88_00, YUAN), Money.zero(YUAN)));
        return new Order(
                known.orderNumber(),
                known.shop(),
                known.placedAt(),
                YUAN,
                known.customer(),
                new Order.Address(null, null, null, null, null, country),
                known.lines(),
                Money.zero(YUAN),
                Money.zero(YUAN),
                Money.zero(YUAN),
                List.of());
    }

    /** Red was ordered; blue, of the same family or not, came. */
    private static Facts facts(@Nullable String country, @Nullable Money red, @Nullable Money blue, boolean family) {
        var facts = new Recorded()
                .ordered(order(country))
                .claim("RED", 1, Problem.WRONG_VARIANT, Recorded.came("BLUE", 1))
                .facts();
        var products = new HashMap<>(facts.products());
        products.put(new Sku("RED"), product("RED", "Jade cup", red, family));
        products.put(new Sku("BLUE"), product("BLUE", "Notebook", blue, family));
        return new Facts(
                facts.filing(),
                facts.order(),
                products,
                facts.stock(),
                facts.byGtin(),
                facts.evidence(),
                facts.ordersOnSlips(),
                facts.way(),
                facts.claimedElsewhere(),
                facts.remediedElsewhere(),
                facts.alike());
    }

    private static Product product(String sku, String name, @Nullable Money price, boolean family) {
        return new Product(new Sku(sku), name, null, null, price, family ? "CUPS" : null, null, null, null);
    }

    private static List<LegalFlag> flags(Claim claim, Facts facts, Duration later) {
        return LegalFlags.of(
                claim,
                facts,
                VerificationChecks.verify(facts, PolicyFile.shipped(Area.OTHER).figures()),
                Sample.MONDAY.plus(later));
    }

    private static Claim demanding(Demand demand) {
        var filing = Sample.filing();
        return ClaimHistory.registered(
                Sample.submitted().merchant(),
                Sample.submitted().id(),
                Sample.submitted().number(),
                new Filing(
                        filing.orderNumber(),
                        null,
                        filing.contact(),
                        filing.channel(),
                        filing.statement(),
                        demand,
                        null,
                        null,
                        null,
                        filing.lines(),
                        filing.language(),
                        filing.evidence()),
                Verdict.UNCONFIRMED,
                Severity.NORMAL,
                Sample.MONDAY);
    }

    private static Facts bland() {
        return facts("CN", null, null, false);
    }

    @Test
    void fifteen_days_run_from_the_demand_and_alarm_from_the_tenth() {
        var claim = Sample.submitted();
        assertThat(flags(claim, bland(), Duration.ofDays(9))).singleElement().satisfies(flag -> {
            assertThat(flag.code()).isEqualTo(Code.FIFTEEN_DAYS);
            assertThat(flag.level()).isEqualTo(Level.NOTED);
            assertThat(flag.isPressing()).isFalse();
            assertThat(flag.since()).isEqualTo(Sample.MONDAY);
            assertThat(flag.due()).isEqualTo(Sample.MONDAY.plus(Duration.ofDays(15)));
            assertThat(flag.sentence().gaps()).containsExactly(9L, LocalDate.of(2026, 12, 8));
        });
        assertThat(flags(claim, bland(), Duration.ofDays(10).minusNanos(1)))
                .extracting(LegalFlag::level)
                .containsExactly(Level.NOTED);
        assertThat(flags(claim, bland(), Duration.ofDays(10)))
                .extracting(LegalFlag::level)
                .containsExactly(Level.ALARM);
        assertThat(flags(claim, bland(), Duration.ofDays(15).minusNanos(1)))
                .extracting(LegalFlag::level)
                .containsExactly(Level.ALARM);
        assertThat(flags(claim, bland(), Duration.ofDays(15)))
                .extracting(LegalFlag::level)
                .containsExactly(Level.OVERRUN);
    }

    @Test
    void they_run_only_for_goods_that_went_there_and_only_where_money_or_a_return_is_asked_for() {
        for (var facts :
                List.of(facts("GB", null, null, false), facts("", null, null, false), facts(null, null, null, false))) {
            assertThat(flags(Sample.submitted(), facts, Duration.ofDays(20))).isEmpty();
        }
        assertThat(flags(Sample.submitted(), facts(" cn ", null, null, false), Duration.ofDays(20)))
                .hasSize(1);
        assertThat(flags(demanding(Demand.RESHIP), bland(), Duration.ofDays(20)))
                .isEmpty();
        assertThat(flags(demanding(Demand.RETURN), bland(), Duration.ofDays(20)))
                .hasSize(1);
        var unknown = new Recorded()
                .unknownOrder()
                .claim("RED", 1, Problem.WRONG_ITEM, null)
                .facts();
        assertThat(flags(Sample.submitted(), unknown, Duration.ofDays(20))).isEmpty();
    }

    @Test
    void they_run_until_the_money_is_back_and_end_with_the_claim() {
        assertThat(flags(Sample.executing(), bland(), Duration.ofDays(16)))
                .extracting(LegalFlag::level)
                .containsExactly(Level.OVERRUN);
        for (var over : List.of(Sample.followingUp(), Sample.closed(), Sample.rejected(), Sample.withdrawn())) {
            assertThat(flags(over, bland(), Duration.ofDays(20))).isEmpty();
        }
    }

    @Test
    void a_refund_that_is_asked_for_only_later_counts_from_then() {
        var refund = new RemedyPlan(List.of(new Remedy(Remedy.Kind.REFUND, new Money(88_00, YUAN), List.of())));
        var twelve = Duration.ofDays(12);
        var accepted = Sample.after(demanding(Demand.RESHIP), Sample.AGENT, new ClaimCommand.Accept(null));
        var offered = Sample.after(accepted, Sample.AGENT, Sample.offer(Sample.KEEP, false));
        var countered = Sample.after(
                offered,
                Sample.CUSTOMER,
                new ClaimCommand.CounterOffer(Sample.OFFER, refund, null),
                Sample.MONDAY.plus(Duration.ofDays(1)));
        assertThat(flags(countered, bland(), twelve)).singleElement().satisfies(flag -> {
            assertThat(flag.since()).isEqualTo(Sample.MONDAY.plus(Duration.ofDays(1)));
            assertThat(flag.level()).isEqualTo(Level.ALARM);
        });
    }

    @Test
    void a_lower_grade_in_place_of_its_look_alike_is_an_alarm_and_a_higher_one_is_noted() {
        var dear = new Money(88_00, YUAN);
        var cheap = new Money(9_90, YUAN);
        var quiet = demanding(Demand.RESHIP);
        assertThat(flags(quiet, facts("CN", dear, cheap, true), Duration.ZERO))
                .singleElement()
                .satisfies(flag -> {
                    assertThat(flag.code()).isEqualTo(Code.LOWER_GRADE);
                    assertThat(flag.level()).isEqualTo(Level.ALARM);
                    assertThat(flag.due()).isNull();
                    assertThat(flag.sentence().gaps()).containsExactly("Notebook", cheap, "Jade cup", dear);
                });
        assertThat(flags(quiet, facts("CN", cheap, dear, true), Duration.ZERO))
                .singleElement()
                .satisfies(flag -> {
                    assertThat(flag.code()).isEqualTo(Code.HIGHER_GRADE);
                    assertThat(flag.level()).isEqualTo(Level.NOTED);
                });
    }

    @Test
    void the_same_price_an_unknown_price_another_currency_or_another_thing_altogether_raises_no_flag() {
        var dear = new Money(88_00, YUAN);
        var quiet = demanding(Demand.RESHIP);
        var pounds = new Money(1_00, Currency.getInstance("GBP"));
        for (var facts : List.of(
                facts("CN", dear, dear, true),
                facts("CN", dear, null, true),
                facts("CN", dear, pounds, true),
                facts("CN", dear, new Money(9_90, YUAN), false),
                facts("GB", dear, new Money(9_90, YUAN), true))) {
            assertThat(flags(quiet, facts, Duration.ZERO)).isEmpty();
        }
        // Without a price in the catalogue, what was paid is what it cost.
        assertThat(flags(quiet, facts("CN", null, new Money(9_90, YUAN), true), Duration.ZERO))
                .extracting(LegalFlag::code)
                .containsExactly(Code.LOWER_GRADE);
    }
}
