package org.redress.claims.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.access.Merchants;
import org.redress.claims.Channel;
import org.redress.claims.Claim;
import org.redress.claims.ClaimCommand;
import org.redress.claims.ClaimEvent;
import org.redress.claims.ClaimState;
import org.redress.claims.Claims;
import org.redress.claims.Entry;
import org.redress.claims.Filing;
import org.redress.claims.Offer;
import org.redress.claims.Owed;
import org.redress.claims.Promises;
import org.redress.claims.Stumble;
import org.redress.claims.Stumbles;
import org.redress.claims.model.Clocks;
import org.redress.claims.store.ClaimTable;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.Actor;
import org.redress.kernel.Demand;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Money;
import org.redress.kernel.Problem;
import org.redress.kernel.Sku;
import org.redress.remedy.Remedy;
import org.redress.remedy.RemedyPlan;
import org.redress.testing.OwnMerchant;
import org.redress.testing.RedressTest;
import org.redress.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

@RedressTest
@Import(ClaimSweepsIT.Time.class)
class ClaimSweepsIT {
    @TestConfiguration
    static class Time {
        @Bean
        @Primary
        SettableClock settableClock() {
            return new SettableClock(START);
        }
    }

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final Currency GBP = Currency.getInstance("GBP");
    private static final Actor AGENT = new Actor.Staff(new UUID(1, 1), "Sam");
    private static final Actor CUSTOMER = new Actor.Customer();

    @Autowired
    SettableClock clock;

    @Autowired
    ClaimSweeps sweeps;

    @Autowired
    Claims claims;

    @Autowired
    Merchants merchants;

    @Autowired
    Promises promises;

    @Autowired
    Stumbles stumbles;

    @Autowired
    ClaimTable table;

    @Autowired
    MerchantTransactions transactions;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void start() {
        clock.set(START);
    }

    @Test
    void an_offer_that_nobody_answered_expires_when_its_time_is_over_and_the_claim_is_accepted_again() {
        var claim = offered(OwnMerchant.found(merchants), false);
        sweepAt(START.plus(Clocks.OFFER).minusMillis(1));
        assertThat(now(claim)).isEqualTo(claim);

        sweepAt(START.plus(Clocks.OFFER));
        assertThat(now(claim).state()).isEqualTo(new ClaimState.Accepted());
        assertThat(now(claim).offers()).extracting(Offer::state).containsExactly(Offer.State.EXPIRED);
        assertThat(now(claim).owed().by()).isEqualTo(Owed.Party.AGENT);
        var offer = claim.offers().getFirst().id();
        assertThat(last(claim).event()).isEqualTo(new ClaimEvent.OfferExpired(offer));
        assertThat(last(claim).actor()).isEqualTo(new Actor.Product());
    }

    @Test
    void a_proposal_that_nobody_approved_expires_likewise() {
        var claim = offered(OwnMerchant.found(merchants), true);
        assertThat(claim.offers()).extracting(Offer::state).containsExactly(Offer.State.AWAITING_APPROVAL);
        sweepAt(START.plus(Clocks.OFFER));
        assertThat(now(claim).state()).isEqualTo(new ClaimState.Accepted());
        assertThat(now(claim).offers()).extracting(Offer::state).containsExactly(Offer.State.EXPIRED);
        assertThat(now(claim).owed().by()).isEqualTo(Owed.Party.AGENT);
    }

    @Test
    void where_the_customer_does_not_send_what_was_asked_for_an_agent_goes_on() {
        var claim = asked(OwnMerchant.found(merchants));
        sweepAt(START.plus(Clocks.INFORMATION).minusMillis(1));
        assertThat(now(claim)).isEqualTo(claim);

        sweepAt(START.plus(Clocks.INFORMATION));
        assertThat(now(claim).state()).isEqualTo(claim.state());
        assertThat(now(claim).owed().by()).isEqualTo(Owed.Party.AGENT);
        assertThat(last(claim).event()).isEqualTo(new ClaimEvent.CustomerSilent());
    }

    @Test
    void where_the_customer_does_not_say_whether_all_is_well_an_agent_may_close() {
        var claim = followedUp(OwnMerchant.found(merchants));
        sweepAt(START.plus(Clocks.FOLLOW_UP).minusMillis(1));
        assertThat(now(claim)).isEqualTo(claim);

        sweepAt(START.plus(Clocks.FOLLOW_UP));
        assertThat(now(claim).state()).isEqualTo(new ClaimState.FollowingUp(true));
        assertThat(now(claim).owed().by()).isEqualTo(Owed.Party.AGENT);
        assertThat(last(claim).event()).isEqualTo(new ClaimEvent.CustomerSilent());
    }

    @Test
    void nobody_is_silent_who_wrote_and_waits_for_an_answer_or_got_it_within_a_day() {
        var claim = followedUp(OwnMerchant.found(merchants));
        var late = START.plus(Clocks.FOLLOW_UP).plus(Duration.ofHours(1));
        promises.wrote(claim.merchant(), claim.id(), late.minus(Duration.ofHours(3)));
        sweepAt(late);
        assertThat(now(claim).state()).isEqualTo(claim.state());

        promises.told(claim.merchant(), claim.id(), AGENT, late);
        sweepAt(late.plus(Duration.ofHours(23)));
        assertThat(now(claim).state()).isEqualTo(claim.state());
        sweepAt(late.plus(Duration.ofHours(25)));
        assertThat(now(claim).state()).isEqualTo(new ClaimState.FollowingUp(true));
    }

    @Test
    void a_second_sweep_changes_nothing() {
        var all = ofEachKind(OwnMerchant.found(merchants));
        sweepAt(START.plus(Duration.ofDays(8)));
        var afterOne = now(all);
        assertThat(afterOne).doesNotContainAnyElementsOf(all);
        sweepAt(START.plus(Duration.ofDays(9)));
        assertThat(now(all)).isEqualTo(afterOne);
    }

    @Test
    void the_claims_of_every_merchant_are_swept_and_those_that_are_not_due_are_left_alone() {
        var due = List.of(asked(OwnMerchant.found(merchants)), asked(OwnMerchant.found(merchants)));
        clock.set(START.plus(Duration.ofDays(1)));
        var merchant = OwnMerchant.found(merchants);
        var young = List.of(offered(merchant, false), asked(merchant), followedUp(merchant));
        sweepAt(START.plus(Duration.ofDays(7)));
        assertThat(now(due)).extracting(claim -> claim.owed().by()).containsOnly(Owed.Party.AGENT);
        assertThat(now(young)).isEqualTo(young);
    }

    @Test
    void a_claim_at_which_it_fails_keeps_no_other_from_its_turn_and_is_tried_again_ever_more_seldom() {
        var merchant = OwnMerchant.found(merchants);
        var poisoned = asked(merchant);
        var others = List.of(asked(merchant), asked(merchant));
        var offered = offered(merchant, false);
        hours(poisoned, "NONSENSE");

        var due = START.plus(Clocks.INFORMATION);
        sweepAt(due);
        assertThat(now(others)).extracting(claim -> claim.owed().by()).containsOnly(Owed.Party.AGENT);
        assertThat(now(offered).state()).isEqualTo(new ClaimState.Accepted());
        assertThat(now(poisoned).owed().by()).isEqualTo(Owed.Party.CUSTOMER);
        assertThat(silence(merchant)).singleElement().satisfies(stumble -> {
            assertThat(stumble.number()).isEqualTo(poisoned.number());
            assertThat(stumble.tries()).isOne();
            assertThat(stumble.againAt()).isEqualTo(due.plus(Duration.ofMinutes(1)));
        });
        // Nobody behind it waits: until then it is not even looked for.
        assertThat(transactions.call(merchant, () -> table.silentCustomers(merchant, due)))
                .isEmpty();
        sweepAt(due.plusSeconds(59));
        assertThat(silence(merchant).getFirst().tries()).isOne();
        sweepAt(due.plusSeconds(60));
        assertThat(silence(merchant)).singleElement().satisfies(stumble -> {
            assertThat(stumble.tries()).isEqualTo(2);
            assertThat(stumble.againAt()).isEqualTo(due.plus(Duration.ofMinutes(3)));
        });

        hours(poisoned, "CALENDAR");
        sweepAt(due.plusSeconds(180));
        assertThat(now(poisoned).owed().by()).isEqualTo(Owed.Party.AGENT);
        assertThat(silence(merchant)).isEmpty();
    }

    @Test
    void a_claim_that_moves_is_put_aside_no_more() {
        var merchant = OwnMerchant.found(merchants);
        var poisoned = asked(merchant);
        hours(poisoned, "NONSENSE");
        sweepAt(START.plus(Clocks.INFORMATION));
        assertThat(silence(merchant)).hasSize(1);
        hours(poisoned, "CALENDAR");
        handle(poisoned, new ClaimCommand.Escalate("They are upset, and I am not sure."), AGENT);
        assertThat(silence(merchant)).isEmpty();
    }

    @Test
    void what_a_whole_round_does_not_come_to_is_put_aside_no_more_and_what_it_comes_to_stays_so() {
        var merchant = OwnMerchant.found(merchants);
        var claims = List.of(asked(merchant), asked(merchant));
        var first = stumbles.round(merchant, Stumbles.Task.RETURN);
        claims.forEach(claim -> first.work(claim.id(), () -> {
            throw new IllegalStateException("as it happens");
        }));
        first.end();
        assertThat(promises.watch(merchant).stumbled()).hasSize(2);
        var second = stumbles.round(merchant, Stumbles.Task.RETURN);
        assertThat(second.work(claims.getLast().id(), () -> {})).isFalse();
        second.end();
        assertThat(promises.watch(merchant).stumbled())
                .extracting(Stumble::claim)
                .containsExactly(claims.getLast().id());
    }

    private List<Stumble> silence(MerchantId merchant) {
        return promises.watch(merchant).stumbled().stream()
                .filter(stumble -> stumble.task() == Stumbles.Task.SILENCE)
                .toList();
    }

    /** Of the customer's clock: what nobody can read fails at whatever moves the claim. */
    private void hours(Claim claim, String hours) {
        transactions.run(
                claim.merchant(),
                () -> jdbc.sql("""
                        UPDATE claims.clock SET hours = ?
                         WHERE merchant_id = ? AND claim_id = ? AND party = 'CUSTOMER'""")
                        .params(hours, claim.merchant().value(), claim.id())
                        .update());
    }

    private void sweepAt(Instant instant) {
        clock.set(instant);
        sweeps.sweep();
    }

    private List<Claim> ofEachKind(MerchantId merchant) {
        return List.of(offered(merchant, false), offered(merchant, true), asked(merchant), followedUp(merchant));
    }

    private Claim offered(MerchantId merchant, boolean approvalNeeded) {
        return offered(merchant, new Remedy(Remedy.Kind.COMPENSATION, new Money(500, GBP), List.of()), approvalNeeded);
    }

    private Claim offered(MerchantId merchant, Remedy remedy, boolean approvalNeeded) {
        var accepted = handle(filed(merchant), new ClaimCommand.Accept(null), AGENT);
        var plan = new RemedyPlan(List.of(remedy));
        var expiresAt = clock.instant().plus(Clocks.OFFER);
        return handle(accepted, new ClaimCommand.MakeOffer(Ids.next(), plan, approvalNeeded, expiresAt), AGENT);
    }

    private Claim asked(MerchantId merchant) {
        return handle(filed(merchant), new ClaimCommand.AskInformation(List.of("ITEM"), "A photo, please."), AGENT);
    }

    /** Keeping what came is carried out by agreeing to it. */
    private Claim followedUp(MerchantId merchant) {
        var keep = new Remedy(Remedy.Kind.KEEP_ITEM, null, List.of(new Remedy.Goods(new Sku("MUG-BLUE"), 1)));
        var offered = offered(merchant, keep, false);
        var offer = offered.offers().getLast().id();
        return handle(offered, new ClaimCommand.AcceptOffer(offer, "agreed"), CUSTOMER);
    }

    private Claim filed(MerchantId merchant) {
        var filing = new Filing(
                "O-1",
                null,
                new Filing.Contact("Ada", "ada@example.com", null),
                Channel.API,
                "A blue mug came.",
                Demand.REFUND,
                null,
                null,
                null,
                List.of(new Filing.Line(new Sku("MUG-RED"), 1, Problem.WRONG_ITEM, null)),
                Locale.ENGLISH,
                Map.of());
        return claims.file(merchant, filing, CUSTOMER).claim();
    }

    private Claim handle(Claim claim, ClaimCommand command, Actor actor) {
        return claims.handle(claim.merchant(), claim.id(), command, actor, null);
    }

    private Claim now(Claim claim) {
        return claims.find(claim.merchant(), claim.id()).orElseThrow();
    }

    private List<Claim> now(List<Claim> all) {
        return all.stream().map(this::now).toList();
    }

    private Entry last(Claim claim) {
        return claims.timeline(claim.merchant(), claim.id()).getLast();
    }
}
