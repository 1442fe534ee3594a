package org.redress.settlement.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.redress.settlement.app.AgreedClaims.BLUE_MUG;
import static org.redress.settlement.app.AgreedClaims.RED_MUG;
import static org.redress.settlement.app.AgreedClaims.goods;
import static org.redress.settlement.app.AgreedClaims.pounds;
import static org.redress.settlement.app.AgreedClaims.refund;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.claims.Claim;
import org.redress.claims.ClaimCommand;
import org.redress.claims.ClaimEvent;
import org.redress.claims.ClaimMoved;
import org.redress.claims.ClaimState;
import org.redress.claims.Claims;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.Actor;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Refused;
import org.redress.remedy.Remedy;
import org.redress.remedy.RemedyPlan;
import org.redress.settlement.Settlement;
import org.redress.settlement.Step;
import org.redress.settlement.Work;
import org.redress.settlement.app.ScriptedPartners.Accident;
import org.redress.settlement.app.ScriptedPartners.ScriptedPayments;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

@RedressTest
@Import(ScriptedPartners.class)
class SettlementIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Actor AGENT = new Actor.Staff(new UUID(1, 1), "Sam");

    @Autowired
    ApplicationContext context;

    @Autowired
    ScriptedPayments payments;

    @Autowired
    Claims claims;

    @Autowired
    Settlement settlement;

    @Autowired
    StepRunner runner;

    @Autowired
    SettlementSweeps sweeps;

    @Autowired
    MerchantTransactions transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Environment environment;

    private @Nullable AgreedClaims fixtures;
    private @Nullable MerchantId founded;

    @BeforeEach
    void found() {
        fixtures = new AgreedClaims(context);
        founded = fixtures.merchant();
    }

    @Test
    void an_agreed_refund_is_made_once_and_the_claim_goes_on_to_follow_up() {
        var order = order("40.00");
        var claim = agreed(order, refund("40.00"));
        awaitState(claim, ClaimState.Name.FOLLOW_UP);
        assertThat(steps(claim)).singleElement().satisfies(step -> {
            assertThat(step.state()).isEqualTo(Step.State.DONE);
            assertThat(step.kind()).isEqualTo(Remedy.Kind.REFUND);
            assertThat(step.reference()).startsWith("RF-");
            assertThat(step.attempts()).isEqualTo(1);
            assertThat(step.doneAt()).isNotNull();
        });
        assertThat(payments.keys(order)).containsExactly(steps(claim).getFirst().key());
        assertThat(effects()).isEqualTo(1);
        assertThat(ledger(claim)).containsExactly("STAGED", "PENDING", "CONFIRMED");
    }

    @Test
    void an_event_is_kept_for_those_who_hear_it_and_for_nobody_else() {
        var claim = agreed(order("40.00"), refund("40.00"));
        awaitState(claim, ClaimState.Name.FOLLOW_UP);
        assertThat(listeners(claim, "StepDone"))
                .hasSize(2)
                .anySatisfy(id -> assertThat(id).contains("Narrator"))
                .anySatisfy(id -> assertThat(id).contains("FollowUps"));
        assertThat(listeners(claim, "RemedyAgreed"))
                .hasSize(2)
                .anySatisfy(id -> assertThat(id).contains("AgreementListener"));
    }

    private List<@Nullable String> listeners(Claim claim, String event) {
        return jdbc.sql("""
                        SELECT listener_id FROM event_publication
                         WHERE serialized_event LIKE '%' || ? || '%' AND serialized_event LIKE '%"' || ? || '"%'
                        """)
                .params(claim.id().toString(), event)
                .query(String.class)
                .list();
    }

    @Test
    void goods_and_money_are_carried_out_side_by_side_and_keeping_an_article_needs_nothing() {
        var claim = agreed(
                order("40.00"),
                goods(Remedy.Kind.EXCHANGE, RED_MUG),
                goods(Remedy.Kind.RETURN_LABEL, BLUE_MUG),
                new Remedy(Remedy.Kind.COMPENSATION, pounds("5.00"), List.of()));
        awaitState(claim, ClaimState.Name.FOLLOW_UP);
        assertThat(steps(claim))
                .extracting(step -> step.kind() + " " + step.state() + " " + prefix(step))
                .containsExactlyInAnyOrder("EXCHANGE DONE SH-", "RETURN_LABEL DONE RL-", "COMPENSATION DONE RF-");
    }

    @Test
    void a_refund_goes_back_to_several_payments_and_counts_as_given_when_all_of_it_has() {
        var order = order("15.00", "25.00");
        payments.meets(order, Accident.LOST);
        var claim = agreed(order, refund("40.00"));
        awaitState(claim, ClaimState.Name.FOLLOW_UP);
        assertThat(steps(claim))
                .extracting(step -> ((Work.Refund) step.work()).amount())
                .containsExactly(pounds("25.00"), pounds("15.00"));
        assertThat(found(claim).given()).hasSize(1);
        assertThat(events(claim))
                .filteredOn(ClaimEvent.StepDone.class::isInstance)
                .hasSize(1);
    }

    @Test
    void a_request_that_gets_lost_is_repeated_under_the_same_key() {
        var order = order("40.00");
        payments.meets(order, Accident.LOST, Accident.LOST);
        var claim = agreed(order, refund("40.00"));
        awaitState(claim, ClaimState.Name.FOLLOW_UP);
        var step = steps(claim).getFirst();
        assertThat(payments.keys(order)).hasSize(3).containsOnly(step.key());
        assertThat(step.attempts()).isEqualTo(3);
        assertThat(step.lastError()).isNull();
        assertThat(effects()).isEqualTo(1);
        assertThat(ledger(claim)).startsWith("STAGED", "UNREACHABLE", "UNREACHABLE", "PENDING");
    }

    @Test
    void a_fault_between_the_effect_and_its_record_leads_to_one_effect() {
        var order = order("40.00");
        payments.meets(order, Accident.FAULT_AFTER_DOING);
        var claim = agreed(order, refund("40.00"));
        awaitState(claim, ClaimState.Name.FOLLOW_UP);
        assertThat(payments.keys(order)).as("asked about before it is repeated").hasSize(1);
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void a_death_between_the_effect_and_its_record_leads_to_one_effect_once_the_hold_is_over() {
        var order = order("40.00");
        payments.meets(order, Accident.DEATH_AFTER_DOING);
        var claim = agreed(order, refund("40.00"));
        await().atMost(PATIENCE).until(() -> effects() == 1);
        var held = steps(claim).getFirst();
        assertThat(held.state()).isEqualTo(Step.State.RUNNING);
        assertThat(runner.run(merchant(), held.id()))
                .as("nobody else takes it before")
                .hasValueSatisfying(at -> assertThat(at).isAfter(Instant.now()));
        loseJobsOf(held);
        endHold(held);
        sweeps.requeueOverdueSteps(merchant());
        awaitState(claim, ClaimState.Name.FOLLOW_UP);
        assertThat(payments.keys(order)).as("asked about before it is repeated").containsExactly(held.key());
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void a_step_is_never_run_twice_at_once() throws Exception {
        var order = order("40.00");
        payments.meets(order, Accident.HANG);
        var claim = agreed(order, refund("40.00"));
        payments.awaitHanging();
        var step = steps(claim).getFirst();
        try (var others = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 5; i++) {
                assertThat(others.submit(() -> runner.run(merchant(), step.id()))
                                .get())
                        .isPresent();
            }
        }
        assertThat(payments.keys(order)).hasSize(1);
        payments.release();
        awaitState(claim, ClaimState.Name.FOLLOW_UP);
        assertThat(payments.keys(order)).hasSize(1);
    }

    @Test
    void a_clear_no_fails_the_step_says_so_on_the_claim_and_waits_for_an_agent() {
        var order = order("40.00");
        payments.meets(order, Accident.NO);
        var claim = agreed(order, refund("40.00"));
        awaitStep(claim, Step.State.FAILED);
        assertThat(found(claim).state().name()).isEqualTo(ClaimState.Name.EXECUTING);
        assertThat(events(claim))
                .filteredOn(ClaimEvent.StepFailed.class::isInstance)
                .singleElement()
                .extracting(event -> ((ClaimEvent.StepFailed) event).reason())
                .isEqualTo("The other side said no (closed account)");

        var step = steps(claim).getFirst();
        settlement.tryAgain(merchant(), claim.id(), step.id(), AGENT);
        awaitState(claim, ClaimState.Name.FOLLOW_UP);
        assertThat(payments.keys(order)).hasSize(2).containsOnly(step.key());
        assertThat(ledger(claim)).containsExactly("STAGED", "REFUSED", "TRIED_AGAIN", "PENDING", "CONFIRMED");
    }

    @Test
    void only_a_failed_step_of_this_claim_and_merchant_is_tried_again() {
        var claim = agreed(order("40.00"), refund("40.00"));
        awaitState(claim, ClaimState.Name.FOLLOW_UP);
        var step = steps(claim).getFirst();
        assertThatThrownBy(() -> settlement.tryAgain(merchant(), claim.id(), step.id(), AGENT))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.refusal().code()).isEqualTo("STEP_NOT_FAILED"));
        assertThatThrownBy(() -> settlement.tryAgain(merchant(), new UUID(3, 4), step.id(), AGENT))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.refusal().code()).isEqualTo("NOT_FOUND"));
        var stranger = fixtures().merchant();
        assertThat(settlement.steps(stranger, claim.id())).isEmpty();
        assertThatThrownBy(() -> settlement.tryAgain(stranger, claim.id(), step.id(), AGENT))
                .isInstanceOf(Refused.class);
    }

    @Test
    void an_agreement_heard_again_and_again_is_staged_once() {
        var order = order("40.00");
        payments.meets(order, Accident.LOST);
        var claim = agreed(order, refund("40.00"));
        for (int i = 0; i < 3; i++) {
            transactions.run(
                    merchant(),
                    () -> events.publishEvent(new ClaimMoved(merchant().value(), claim.id(), 5, "RemedyAgreed")));
        }
        sweeps.stageUnheardAgreements(merchant());
        awaitState(claim, ClaimState.Name.FOLLOW_UP);
        sweeps.stageUnheardAgreements(merchant());
        assertThat(steps(claim)).hasSize(1);
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void an_agreement_that_nobody_heard_is_found_and_carried_out() throws SQLException {
        var order = order("40.00");
        payments.meets(order, Accident.NO);
        var claim = agreed(order, refund("40.00"));
        awaitStep(claim, Step.State.FAILED);
        forgetSteps();
        assertThat(steps(claim)).isEmpty();
        sweeps.stageUnheardAgreements(merchant());
        awaitState(claim, ClaimState.Name.FOLLOW_UP);
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void an_agreement_at_which_it_fails_keeps_no_other_from_being_carried_out() throws SQLException {
        var order = order("40.00");
        payments.meets(order, Accident.NO);
        var other = agreed(order, refund("40.00"));
        // The newest is looked at first.
        var bad = order("30.00");
        payments.meets(bad, Accident.NO);
        var poisoned = agreed(bad, refund("30.00"));
        awaitStep(other, Step.State.FAILED);
        awaitStep(poisoned, Step.State.FAILED);
        forgetSteps();
        transactions.run(
                merchant(),
                () -> jdbc.sql("UPDATE orders.customer_order SET currency = 'NONSENSE' WHERE order_number = ?")
                        .param(bad)
                        .update());
        sweeps.stageUnheardAgreements(merchant());
        awaitState(other, ClaimState.Name.FOLLOW_UP);
        assertThat(steps(poisoned)).isEmpty();
    }

    @Test
    void while_nobody_knows_whether_a_stopped_refund_was_made_no_other_money_is_promised() throws Exception {
        var order = order("40.00");
        payments.meets(order, Accident.HANG);
        var claim = agreed(order, refund("40.00"));
        payments.awaitHanging();
        claims.handle(merchant(), claim.id(), new ClaimCommand.StopExecution("called"), AGENT, null);
        await().atMost(PATIENCE).until(() -> steps(claim).getFirst().stop() == Step.Stop.AWAIT);
        var again = new RemedyPlan(List.of(refund("40.00")));
        assertThatThrownBy(() -> claims.offer(merchant(), claim.id(), again, AGENT, null))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.refusal().code()).isEqualTo("FATE_UNKNOWN"));
        payments.release();
        awaitState(claim, ClaimState.Name.FOLLOW_UP);
        assertThat(found(claim).given())
                .singleElement()
                .satisfies(given -> assertThat(given.remedy().amount()).isEqualTo(pounds("40.00")));
        assertThat(effects()).isEqualTo(1);
        var step = steps(claim).getFirst();
        assertThatThrownBy(() -> settlement.tryAgain(merchant(), claim.id(), step.id(), AGENT))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.refusal().code()).isEqualTo("STEP_STOPPED"));
    }

    @Test
    void what_was_refused_before_a_stop_is_not_given_and_can_be_promised_again() {
        var order = order("40.00");
        payments.meets(order, Accident.NO);
        var claim = agreed(order, refund("40.00"));
        awaitStep(claim, Step.State.FAILED);
        claims.handle(merchant(), claim.id(), new ClaimCommand.StopExecution(null), AGENT, null);
        awaitState(claim, ClaimState.Name.ACCEPTED);
        assertThat(found(claim).given()).isEmpty();
        fixtures().agreedAgain(merchant(), claim.id(), refund("40.00"));
        awaitState(claim, ClaimState.Name.FOLLOW_UP);
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void two_claims_of_one_order_agreed_at_once_bring_back_no_more_than_was_paid() throws Exception {
        var order = order("40.00");
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = both.submit(() -> agreed(order, refund("30.00")));
            var second = both.submit(() -> agreed(order, refund("30.00")));
            for (var claim : List.of(first.get(), second.get())) {
                await().atMost(PATIENCE)
                        .until(() -> !steps(claim).isEmpty()
                                && steps(claim).stream()
                                        .noneMatch(step -> step.state().isUnderWay()));
            }
        }
        var refunded = transactions.call(
                merchant(),
                () -> jdbc.sql("SELECT sum((work -> 'amount' ->> 'minor')::bigint) FROM settlement.sandbox_effect")
                        .query(Long.class)
                        .single());
        assertThat(refunded).isEqualTo(4_000);
    }

    @Test
    void the_ledger_of_effects_cannot_be_changed() {
        var claim = agreed(order("40.00"), refund("40.00"));
        awaitState(claim, ClaimState.Name.FOLLOW_UP);
        for (var change : List.of("UPDATE settlement.effect SET what = 'STAGED'", "DELETE FROM settlement.effect")) {
            assertThatThrownBy(() ->
                            transactions.run(merchant(), () -> jdbc.sql(change).update()))
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    private AgreedClaims fixtures() {
        return java.util.Objects.requireNonNull(fixtures);
    }

    private MerchantId merchant() {
        return java.util.Objects.requireNonNull(founded);
    }

    private String order(String... payments) {
        return fixtures().order(merchant(), payments);
    }

    private Claim agreed(String order, Remedy... remedies) {
        return fixtures().agreed(merchant(), order, remedies);
    }

    private List<Step> steps(Claim claim) {
        return settlement.steps(merchant(), claim.id());
    }

    private Claim found(Claim claim) {
        return claims.find(merchant(), claim.id()).orElseThrow();
    }

    private List<ClaimEvent> events(Claim claim) {
        return claims.timeline(merchant(), claim.id()).stream()
                .map(entry -> entry.event())
                .toList();
    }

    private void awaitState(Claim claim, ClaimState.Name name) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(found(claim).state().name()).isEqualTo(name));
    }

    private void awaitStep(Claim claim, Step.State state) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(steps(claim)).extracting(Step::state).containsExactly(state));
    }

    private static String prefix(Step step) {
        return String.valueOf(step.reference()).substring(0, 3);
    }

    /** What the sandbox has really done for this test's merchant. */
    private int effects() {
        return transactions.call(
                merchant(),
                () -> jdbc.sql("SELECT count(*) FROM settlement.sandbox_effect")
                        .query(Integer.class)
                        .single());
    }

    private List<String> ledger(Claim claim) {
        return transactions.call(
                merchant(),
                () -> jdbc.sql("SELECT what FROM settlement.effect WHERE claim_id = ? ORDER BY id")
                        .param(claim.id())
                        .query(String.class)
                        .list());
    }

    private void loseJobsOf(Step step) {
        jdbc.sql("DELETE FROM scheduled_tasks WHERE task_instance LIKE ?")
                .param("%" + step.id() + "%")
                .update();
    }

    private void endHold(Step step) {
        transactions.run(merchant(), () -> jdbc.sql("""
                                UPDATE settlement.step
                                   SET held_until = now(), next_at = now() - interval '1 minute'
                                 WHERE id = ?
                                """).param(step.id()).update());
    }

    /** The application's role may not delete steps; their owner may. */
    private void forgetSteps() throws SQLException {
        try (var connection = DriverManager.getConnection(
                        property("spring.datasource.url"),
                        property("spring.flyway.user"),
                        property("spring.flyway.password"));
                var statement = connection.createStatement()) {
            statement.execute("SET redress.merchant = '" + merchant() + "'");
            statement.execute("DELETE FROM settlement.step");
        }
    }

    private String property(String name) {
        return environment.getRequiredProperty(name);
    }
}
