package org.redress.settlement.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.redress.settlement.app.AgreedClaims.BLUE_MUG;
import static org.redress.settlement.app.AgreedClaims.RED_MUG;
import static org.redress.settlement.app.AgreedClaims.goods;
import static org.redress.settlement.app.AgreedClaims.refund;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.access.Merchants;
import org.redress.claims.Claim;
import org.redress.claims.ClaimCommand;
import org.redress.claims.ClaimEvent;
import org.redress.claims.ClaimState;
import org.redress.claims.Claims;
import org.redress.claims.Owed;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.Actor;
import org.redress.kernel.MerchantId;
import org.redress.orders.Orders;
import org.redress.remedy.Remedy;
import org.redress.settlement.GoodsReturn;
import org.redress.settlement.Receipt;
import org.redress.settlement.Returns;
import org.redress.settlement.Settlement;
import org.redress.settlement.Step;
import org.redress.settlement.app.ScriptedPartners.Accident;
import org.redress.settlement.app.ScriptedPartners.ScriptedPayments;
import org.redress.settlement.app.ScriptedPartners.ScriptedWarehouse;
import org.redress.settlement.store.EffectLedger;
import org.redress.settlement.store.StepTable;
import org.redress.testing.RedressTest;
import org.redress.testing.SettableClock;
import org.redress.ui.Languages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers that come late, or never, and what can no longer be taken back. */
@RedressTest
@Import(ScriptedPartners.class)
class LateAnswersIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Actor AGENT = new Actor.Staff(new UUID(1, 1), "Sam");

    @Autowired
    ApplicationContext context;

    @Autowired
    ScriptedPayments payments;

    @Autowired
    ScriptedWarehouse warehouse;

    @Autowired
    Claims claims;

    @Autowired
    Settlement settlement;

    @Autowired
    Returns returns;

    @Autowired
    MerchantTransactions transactions;

    @Autowired
    JdbcClient jdbc;

    private @Nullable AgreedClaims fixtures;
    private @Nullable MerchantId founded;

    @BeforeEach
    void found() {
        fixtures = new AgreedClaims(context);
        founded = fixtures.merchant();
    }

    @Test
    void a_refund_that_nobody_answers_for_hours_is_told_to_the_agent_once_and_asked_for_until_it_is_made() {
        var order = fixtures().order(merchant(), "40.00");
        payments.meets(order, Accident.LOST, Accident.LOST, Accident.LOST, Accident.LOST);
        var claim = fixtures().agreed(merchant(), order, refund("40.00"));
        await().atMost(PATIENCE)
                .until(() -> steps(claim).stream()
                        .anyMatch(step -> step.attempts() == 1 && step.state() == Step.State.PENDING));
        // From here on only this test's clock makes it due.
        transactions.run(
                merchant(),
                () -> jdbc.sql("UPDATE settlement.step SET next_at = now() + interval '30 days'")
                        .update());
        var step = steps(claim).getFirst();
        var clock = new SettableClock(step.nextAt().plusSeconds(1));
        var runner = runner(clock);

        var next = runner.run(merchant(), step.id()).orElseThrow();
        assertThat(told(claim)).singleElement().asString().startsWith("No final answer for 30 days");
        assertThat(claims.find(merchant(), claim.id()).orElseThrow().owed().by())
                .isEqualTo(Owed.Party.AGENT);
        assertThat(steps(claim).getFirst().isOverdue(clock.instant())).isTrue();

        clock.set(next);
        assertThat(runner.run(merchant(), step.id())).isPresent();
        assertThat(told(claim)).as("once").hasSize(1);

        // The sandbox itself goes by the real clock.
        await().atMost(PATIENCE).until(() -> {
            clock.set(clock.instant().plus(Duration.ofHours(2)));
            return runner.run(merchant(), step.id()).isEmpty();
        });
        assertThat(steps(claim)).extracting(Step::state).containsExactly(Step.State.DONE);
        assertThat(payments.keys(order)).containsOnly(step.key());
        await().atMost(PATIENCE)
                .until(() ->
                        claims.find(merchant(), claim.id()).orElseThrow().state() instanceof ClaimState.FollowingUp);
        assertThat(transactions.call(
                        merchant(),
                        () -> jdbc.sql("SELECT count(*) FROM settlement.sandbox_effect")
                                .query(Integer.class)
                                .single()))
                .isEqualTo(1);
    }

    @Test
    void a_parcel_that_has_left_stays_with_the_customer_and_counts_as_given() {
        warehouse.hasSentAllOf(merchant());
        var order = fixtures().order(merchant(), "40.00");
        payments.meets(order, Accident.NO);
        var claim = fixtures().agreed(merchant(), order, refund("5.00"), goods(Remedy.Kind.RESHIP, RED_MUG));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(steps(claim))
                        .extracting(Step::state)
                        .containsExactlyInAnyOrder(Step.State.FAILED, Step.State.DONE));
        claims.handle(merchant(), claim.id(), new ClaimCommand.StopExecution("called"), AGENT, null);
        awaitState(claim, ClaimState.Name.ACCEPTED);
        var parcel = steps(claim).stream()
                .filter(step -> step.kind() == Remedy.Kind.RESHIP)
                .findFirst()
                .orElseThrow();
        assertThat(parcel.state()).isEqualTo(Step.State.DONE);
        assertThat(parcel.stop()).isEqualTo(Step.Stop.SETTLED);
        assertThat(Objects.requireNonNull(parcel.lastError()).detail()).isEqualTo("the parcel has left");
        var after = claims.find(merchant(), claim.id()).orElseThrow();
        assertThat(after.given())
                .singleElement()
                .satisfies(given -> assertThat(given.remedy().kind()).isEqualTo(Remedy.Kind.RESHIP));
        assertThat(after.owed().by()).isEqualTo(Owed.Party.AGENT);
        fixtures().agreedAgain(merchant(), claim.id(), refund("5.00"));
        awaitState(claim, ClaimState.Name.FOLLOW_UP);
        assertThat(transactions.call(
                        merchant(),
                        () -> jdbc.sql("SELECT work ->> '@type' FROM settlement.sandbox_effect ORDER BY 1")
                                .query(String.class)
                                .list()))
                .containsExactly("Refund", "Reshipment");
    }

    @Test
    void a_label_that_was_taken_back_is_not_waited_for_and_its_parcel_is_received_all_the_same() {
        var order = fixtures().order(merchant(), "40.00");
        payments.meets(order, Accident.NO);
        var claim = fixtures().agreed(merchant(), order, refund("40.00"), goods(Remedy.Kind.RETURN_LABEL, BLUE_MUG));
        await().atMost(PATIENCE)
                .until(() -> !returns.ofClaim(merchant(), claim.id()).isEmpty()
                        && steps(claim).stream().anyMatch(step -> step.state() == Step.State.FAILED));
        assertThat(expected()).hasSize(1);
        claims.handle(merchant(), claim.id(), new ClaimCommand.StopExecution("called"), AGENT, null);
        awaitState(claim, ClaimState.Name.ACCEPTED);
        var back = returns.ofClaim(merchant(), claim.id()).getFirst();
        assertThat(back.state()).isEqualTo(GoodsReturn.State.WITHDRAWN);
        assertThat(expected()).isEmpty();
        assertThat(returns.page(merchant(), true, null, 10).items()).isEmpty();

        var received = returns.receive(merchant(), back.id(), new Receipt(List.of(), null, "", false), AGENT);
        assertThat(received.isAwaited()).isFalse();
        assertThat(returns.page(merchant(), true, null, 10).items()).hasSize(1);
    }

    private List<GoodsReturn> expected() {
        return returns.page(merchant(), false, null, 10).items();
    }

    private StepRunner runner(SettableClock clock) {
        return new StepRunner(
                transactions,
                context.getBean(StepTable.class),
                context.getBean(EffectLedger.class),
                context.getBean(Partners.class),
                context.getBean(Orders.class),
                context.getBean(Stopping.class),
                context.getBean(Boundary.class),
                context.getBean(StepQueue.class),
                claims,
                context.getBean(Expecting.class),
                context.getBean(Merchants.class),
                context.getBean(Languages.class),
                clock);
    }

    private List<String> told(Claim claim) {
        return claims.timeline(merchant(), claim.id()).stream()
                .map(entry -> entry.event())
                .filter(ClaimEvent.StepFailed.class::isInstance)
                .map(event -> ((ClaimEvent.StepFailed) event).reason())
                .toList();
    }

    private List<Step> steps(Claim claim) {
        return settlement.steps(merchant(), claim.id());
    }

    private void awaitState(Claim claim, ClaimState.Name name) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(claims.find(merchant(), claim.id())
                                .orElseThrow()
                                .state()
                                .name())
                        .isEqualTo(name));
    }

    private AgreedClaims fixtures() {
        return Objects.requireNonNull(fixtures);
    }

    private MerchantId merchant() {
        return Objects.requireNonNull(founded);
    }
}
