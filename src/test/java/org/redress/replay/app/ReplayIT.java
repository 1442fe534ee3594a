package org.redress.replay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.access.Merchants;
import org.redress.claims.Channel;
import org.redress.claims.Claim;
import org.redress.claims.ClaimCommand;
import org.redress.claims.Claims;
import org.redress.claims.Decision;
import org.redress.claims.Decisions;
import org.redress.claims.Evenness;
import org.redress.claims.Filing;
import org.redress.claims.Offer;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.Actor;
import org.redress.kernel.Demand;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Money;
import org.redress.kernel.Problem;
import org.redress.kernel.Refused;
import org.redress.kernel.Sku;
import org.redress.orders.Order;
import org.redress.orders.Orders;
import org.redress.orders.Product;
import org.redress.orders.Products;
import org.redress.remedy.Area;
import org.redress.remedy.Policies;
import org.redress.remedy.PolicyVersion;
import org.redress.remedy.Remedy;
import org.redress.remedy.RemedyPlan;
import org.redress.remedy.dmn.PolicyFile;
import org.redress.replay.Change;
import org.redress.replay.Replay;
import org.redress.replay.Replays;
import org.redress.replay.Tally;
import org.redress.replay.model.Comparison;
import org.redress.replay.model.Tallies;
import org.redress.replay.store.ReplayTable;
import org.redress.testing.OwnMerchant;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rules tried on claims that were really filed and decided. */
@RedressTest
class ReplayIT {
    private static final Currency GBP = Currency.getInstance("GBP");
    private static final Actor SAM = new Actor.Staff(new UUID(1, 1), "Sam");
    private static final Actor KIM = new Actor.Staff(new UUID(1, 2), "Kim");
    private static final Actor CUSTOMER = new Actor.Customer();
    private static final Sku RED = new Sku("MUG-RED");
    private static final Sku BLUE = new Sku("MUG-BLUE");

    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));

    @Autowired
    Replays replays;

    @Autowired
    ReplayWork work;

    @Autowired
    ReplayTable table;

    @Autowired
    Policies policies;

    @Autowired
    Claims claims;

    @Autowired
    Decisions decisions;

    @Autowired
    Orders orders;

    @Autowired
    Products products;

    @Autowired
    Merchants merchants;

    @Autowired
    MerchantTransactions transactions;

    @Autowired
    JdbcClient jdbc;

    private MerchantId merchant = new MerchantId(new UUID(0, 0));

    @BeforeEach
    void found() {
        merchant = OwnMerchant.found(merchants);
        products.put(
                merchant,
                List.of(
                        new Product(RED, "Red mug", null, 400, pounds(1500), null, null, null, null),
                        new Product(BLUE, "Blue mug", null, 400, pounds(1500), null, null, null, null)));
    }

    private static Money pounds(long minor) {
        return new Money(minor, GBP);
    }

    /** A blue mug came for a red one; what came cost as much. */
    private Claim claim(String order, String email, long price, Locale language) {
        orders.put(
                merchant,
                List.of(new Order(
                        order,
                        "demo",
                        Instant.now().minus(Duration.ofDays(3)),
                        GBP,
                        new Order.Customer("Ada", email, null, "en"),
                        new Order.Address("Ada", "1 Quay", "Bath", null, "BA1 1AA", "GB"),
                        List.of(new Order.Line(1, RED, 1, pounds(price), pounds(0))),
                        pounds(0),
                        pounds(0),
                        pounds(0),
                        List.of())));
        var came = new Filing.Received(BLUE, null, null, 1);
        var filing = new Filing(
                order,
                null,
                new Filing.Contact("Ada", email, null),
                Channel.API,
                "A blue mug came.",
                Demand.REFUND,
                null,
                null,
                null,
                List.of(new Filing.Line(RED, 1, Problem.WRONG_ITEM, came)),
                language,
                Map.of());
        return claims.file(merchant, filing, CUSTOMER).claim();
    }

    private Claim offered(Claim claim, @Nullable RemedyPlan plan, Actor agent) {
        claims.handle(merchant, claim.id(), new ClaimCommand.Accept(null), agent, null);
        var chosen = plan == null
                ? claims.remedyOptions(merchant, claim.id())
                        .usual()
                        .orElseThrow()
                        .plan()
                : plan;
        return claims.offer(merchant, claim.id(), chosen, agent, null);
    }

    /** What came stays with the customer up to 10 in the product's rules, and up to 30 here. */
    private PolicyVersion generous() {
        var tables = PolicyFile.shippedText(Area.GB).replace("&lt;= 10<", "&lt;= 30<");
        return policies.draft(merchant, Area.GB, tables, "Keep up to 30", SAM);
    }

    /** A run as it stands before anybody has worked on it; nobody has promised to. */
    private Replay begun(PolicyVersion version) {
        return new Replay(
                Ids.next(),
                Area.GB,
                version.id(),
                version.name(),
                Replays.RECORD,
                today.minusDays(1),
                today,
                Replay.State.RUNNING,
                1,
                0,
                List.of(),
                "Sam",
                Instant.now(),
                null);
    }

    private Replay ended(Replay run) {
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> replays.find(merchant, run.id()).orElseThrow(), each -> !each.isUnderWay());
    }

    private Replay tried(PolicyVersion version) {
        return ended(replays.start(merchant, Area.GB, version.id(), Replays.RECORD, today.minusDays(1), today, SAM));
    }

    @Test
    void a_draft_is_tried_on_decided_claims_and_each_changed_one_is_listed_with_the_rule_that_changes_it() {
        for (int i = 0; i < 5; i++) {
            offered(claim("O-" + i, "ada@example.com", 1500, Locale.ENGLISH), null, SAM);
        }
        claim("O-open", "ada@example.com", 1500, Locale.ENGLISH);
        var run = tried(generous());

        assertThat(run.state()).isEqualTo(Replay.State.DONE);
        assertThat(run.total()).isEqualTo(5);
        assertThat(run.whole().claims()).isEqualTo(5);
        assertThat(run.whole().better()).isEqualTo(5);
        assertThat(run.whole().worse()).isZero();
        assertThat(run.whole().before().granted()).isEqualTo(5);
        assertThat(run.whole().after().worth()).isEqualTo(5 * 1500);
        assertThat(run.tallies())
                .filteredOn(tally -> tally.dimension() == Tally.Dimension.CUSTOMER)
                .extracting(Tally::value)
                .contains("new");

        var changes = replays.changes(merchant, run.id(), null, null, 3);
        assertThat(changes.items()).hasSize(3);
        var rest = replays.changes(merchant, run.id(), null, changes.next(), 3);
        assertThat(rest.items()).hasSize(2);
        assertThat(rest.next()).isNull();
        var first = changes.items().getFirst();
        assertThat(first.effect()).isEqualTo(Change.Effect.BETTER);
        assertThat(first.before().plan().has(Remedy.Kind.RETURN_LABEL)).isTrue();
        assertThat(first.after().plan().has(Remedy.Kind.KEEP_ITEM)).isTrue();
        assertThat(first.before().rules()).isNotEmpty();
        assertThat(first.after().rules()).isNotEmpty();
        assertThat(replays.changes(merchant, run.id(), Change.Effect.WORSE, null, 3)
                        .items())
                .isEmpty();
    }

    @Test
    void the_same_rules_change_nothing() {
        offered(claim("S-1", "ada@example.com", 1500, Locale.ENGLISH), null, SAM);
        var run = ended(replays.start(merchant, Area.GB, null, Replays.RECORD, today.minusDays(1), today, SAM));
        assertThat(run.whole().claims()).isEqualTo(1);
        assertThat(run.whole().changed()).isZero();
        assertThat(run.whole().before()).isEqualTo(run.whole().after());
    }

    @Test
    void claims_outside_the_period_or_the_area_are_left_alone() {
        offered(claim("P-1", "ada@example.com", 1500, Locale.ENGLISH), null, SAM);
        var before = ended(
                replays.start(merchant, Area.GB, null, Replays.RECORD, today.minusDays(9), today.minusDays(2), SAM));
        assertThat(before.whole().claims()).isZero();
        var elsewhere = ended(replays.start(merchant, Area.CN, null, Replays.RECORD, today.minusDays(9), today, SAM));
        assertThat(elsewhere.whole().claims()).isZero();
    }

    @Test
    void a_run_that_died_goes_on_where_it_was_and_counts_nothing_twice() {
        for (int i = 0; i < 4; i++) {
            offered(claim("D-" + i, "ada@example.com", 1500, Locale.ENGLISH), null, SAM);
        }
        var version = generous();
        var whole = tried(version);

        // The same run, as it stands when its server dies after one page of one claim.
        var period = Days.of(today.minusDays(1), today, ZoneId.of("Europe/London"));
        var first = decisions
                .page(merchant, Area.GB, period.from(), period.until(), null, 1)
                .getFirst();
        var compared =
                Comparison.of(first, policies.open(merchant, version.id()).orElseThrow(), null);
        var tallies = new Tallies(List.of());
        tallies.add(compared);
        var died = begun(version);
        transactions.run(merchant, () -> {
            table.add(merchant, died, version.version());
            assertThat(table.advance(merchant, died.id(), 0, 1, 0, first.place(), tallies.all()))
                    .isTrue();
        });
        work.carryOn(merchant, died.id());
        var went = replays.find(merchant, died.id()).orElseThrow();
        assertThat(went.state()).isEqualTo(Replay.State.DONE);
        assertThat(went.done()).isEqualTo(4);
        assertThat(went.tallies()).isEqualTo(whole.tallies());
        work.carryOn(merchant, died.id());
        assertThat(replays.find(merchant, died.id()).orElseThrow()).isEqualTo(went);
        assertThat(transactions.<Boolean>call(
                        merchant, () -> table.advance(merchant, died.id(), 1, 2, 0, first.place(), tallies.all())))
                .as("a second worker that is behind")
                .isFalse();
    }

    @Test
    void a_run_whose_rules_have_changed_while_it_was_dead_is_given_up() {
        offered(claim("C-1", "ada@example.com", 1500, Locale.ENGLISH), null, SAM);
        var version = generous();
        var run = begun(version);
        transactions.run(merchant, () -> table.add(merchant, run, version.version()));
        policies.change(merchant, version.id(), PolicyFile.shippedText(Area.GB), "", SAM, version.version());
        work.carryOn(merchant, run.id());
        assertThat(replays.find(merchant, run.id()).orElseThrow().state()).isEqualTo(Replay.State.FAILED);
    }

    @Test
    void a_stopped_run_keeps_what_it_has_and_stays_stopped() {
        offered(claim("T-1", "ada@example.com", 1500, Locale.ENGLISH), null, SAM);
        var version = generous();
        var run = begun(version);
        transactions.run(merchant, () -> table.add(merchant, run, version.version()));
        assertThat(replays.stop(merchant, run.id()).state()).isEqualTo(Replay.State.STOPPING);
        work.carryOn(merchant, run.id());
        var stopped = replays.find(merchant, run.id()).orElseThrow();
        assertThat(stopped.state()).isEqualTo(Replay.State.STOPPED);
        assertThat(stopped.whole().claims()).isEqualTo(1);
        assertThat(replays.stop(merchant, run.id()).state()).isEqualTo(Replay.State.STOPPED);
    }

    @Test
    void what_cannot_be_tried_is_refused() {
        assertThatThrownBy(() -> replays.start(merchant, Area.GB, null, "nobody", today, today, SAM))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> replays.start(merchant, Area.GB, null, Replays.RECORD, today, today.minusDays(1), SAM))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(
                        () -> replays.start(merchant, Area.GB, null, Replays.RECORD, today.minusYears(11), today, SAM))
                .isInstanceOf(Refused.class);
        var version = generous();
        assertThatThrownBy(() -> replays.start(merchant, Area.CN, version.id(), Replays.RECORD, today, today, SAM))
                .isInstanceOf(Refused.class);
        var other = OwnMerchant.found(merchants);
        assertThatThrownBy(() -> replays.start(other, Area.GB, version.id(), Replays.RECORD, today, today, SAM))
                .isInstanceOf(Refused.class);
    }

    @Test
    void nobody_sees_another_merchants_runs() {
        offered(claim("X-1", "ada@example.com", 1500, Locale.ENGLISH), null, SAM);
        var run = tried(generous());
        var other = OwnMerchant.found(merchants);
        assertThat(replays.find(other, run.id())).isEmpty();
        assertThat(replays.changes(other, run.id(), null, null, 10).items()).isEmpty();
        assertThatThrownBy(() -> replays.stop(other, run.id())).isInstanceOf(Refused.class);
    }

    @Test
    void a_simulated_merchant_gives_rules_something_to_work_on() {
        var run = ended(replays.start(
                merchant,
                Area.GB,
                generous().id(),
                "simulated",
                LocalDate.of(2026, 3, 1),
                LocalDate.of(2026, 3, 31),
                SAM));
        assertThat(run.state()).isEqualTo(Replay.State.DONE);
        assertThat(run.whole().claims()).isEqualTo(run.total()).isGreaterThan(50);
        assertThat(run.whole().changed()).isPositive();
        var again = ended(replays.start(merchant, Area.GB, run.policy(), "simulated", run.from(), run.to(), SAM));
        assertThat(again.tallies()).isEqualTo(run.tallies());
    }

    @Test
    void the_first_decision_counts_and_a_customer_who_does_not_agree_is_remembered() {
        var claim = offered(claim("F-1", "ada@example.com", 1500, Locale.ENGLISH), null, SAM);
        var offer = Objects.requireNonNull(claim.currentOffer());
        claims.handle(merchant, claim.id(), new ClaimCommand.DeclineOffer(offer.id(), "No."), CUSTOMER, null);
        var period = Days.of(today.minusDays(1), today, ZoneId.of("Europe/London"));
        var kept = decisions.page(merchant, Area.GB, period.from(), period.until(), null, 10);
        assertThat(kept).hasSize(1);
        assertThat(kept.getFirst().contested()).isTrue();
        assertThat(kept.getFirst().ruled().plan()).isEqualTo(offer.plan());
        assertThat(kept.getFirst().returning()).isFalse();
    }

    @Test
    void the_same_facts_that_came_out_otherwise_are_told_by_who_decided() {
        for (int i = 0; i < 6; i++) {
            // Amounts differ by pennies: the rules answer the same.
            offered(claim("E-" + i, "e" + i + "@example.com", 1500 + i, Locale.ENGLISH), null, SAM);
        }
        for (int i = 6; i < 8; i++) {
            var claim = claim("E-" + i, "e" + i + "@example.com", 1500, Locale.SIMPLIFIED_CHINESE);
            claims.handle(merchant, claim.id(), new ClaimCommand.Accept(null), KIM, null);
            var keeps = new RemedyPlan(List.of(
                    new Remedy(Remedy.Kind.REFUND, pounds(1500), List.of(new Remedy.Goods(RED, 1))),
                    new Remedy(Remedy.Kind.KEEP_ITEM, null, List.of(new Remedy.Goods(BLUE, 1)))));
            claims.offer(merchant, claim.id(), keeps, KIM, null);
        }
        var even = replays.evenness(merchant, today.minusDays(1), today);
        assertThat(even.decisions()).isEqualTo(8);
        assertThat(even.pairs()).isEqualTo(28);
        assertThat(even.unlike()).isEqualTo(12);
        assertThat(even.groups())
                .filteredOn(group -> group.dimension() == Evenness.Dimension.DECIDER)
                .extracting(Evenness.Group::name, Evenness.Group::decisions, group -> Math.round(group.share() * 7_000))
                .containsExactly(tuple("Sam", 6L, 2_000L), tuple("Kim", 2L, 6_000L));
        assertThat(even.groups())
                .filteredOn(group -> group.dimension() == Evenness.Dimension.LANGUAGE)
                .extracting(Evenness.Group::value)
                .containsExactly("en", "zh-CN");
        assertThat(even.splits()).hasSize(1);
        assertThat(even.splits().getFirst().ways())
                .extracting(Evenness.Way::kinds, Evenness.Way::decisions)
                .containsExactly(tuple("REFUND:100+RETURN_LABEL", 6L), tuple("KEEP_ITEM+REFUND:100", 2L));
    }

    @Test
    void an_offer_above_a_limit_counts_once_somebody_else_has_approved_it_and_as_the_first_ones() {
        var claim = offered(claim("A-1", "ada@example.com", 60_000, Locale.ENGLISH), null, SAM);
        var offer = Objects.requireNonNull(claim.currentOffer());
        assertThat(offer.state()).isEqualTo(Offer.State.AWAITING_APPROVAL);
        assertThat(replays.evenness(merchant, today.minusDays(1), today).decisions())
                .isZero();
        claims.handle(merchant, claim.id(), new ClaimCommand.DecideApproval(offer.id(), true, null, null), KIM, null);
        offered(claim("A-2", "eve@example.com", 1500, Locale.ENGLISH), null, KIM);
        offered(claim("A-3", "eva@example.com", 1500, Locale.ENGLISH), null, KIM);
        var period = Days.of(today.minusDays(1), today, ZoneId.of("Europe/London"));
        assertThat(decisions.page(merchant, Area.GB, period.from(), period.until(), null, 10))
                .extracting(Decision::number)
                .hasSize(3)
                .contains(claim.number());
        assertThat(transactions.<List<String>>call(
                        merchant,
                        () -> jdbc.sql("SELECT decided_by FROM claims.decision WHERE claim_id = ?")
                                .param(claim.id())
                                .query(String.class)
                                .list()))
                .containsExactly(SAM.identity());
    }

    @Test
    void a_rejection_counts_once_a_second_person_has_confirmed_it_and_under_the_first_ones_name() {
        var claim = claim("R-1", "ada@example.com", 1500, Locale.ENGLISH);
        claims.handle(merchant, claim.id(), new ClaimCommand.Reject("Not ours."), SAM, null);
        assertThat(replays.evenness(merchant, today.minusDays(1), today).decisions())
                .isZero();
        claims.handle(merchant, claim.id(), new ClaimCommand.ReviewRejection(true, null), KIM, null);
        var other = claim("R-2", "eve@example.com", 1500, Locale.ENGLISH);
        offered(other, null, KIM);
        var even = replays.evenness(merchant, today.minusDays(1), today);
        assertThat(even.decisions()).isEqualTo(2);
        assertThat(even.unlike()).isEqualTo(1);
        assertThat(even.groups())
                .filteredOn(group -> group.dimension() == Evenness.Dimension.DECIDER)
                .extracting(Evenness.Group::value)
                .containsExactlyInAnyOrder(SAM.identity(), KIM.identity());
    }
}
