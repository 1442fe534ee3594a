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
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.access.Merchants;
import org.redress.claims.Claim;
import org.redress.claims.ClaimState;
import org.redress.claims.Claims;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.Actor;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Refused;
import org.redress.remedy.Remedy;
import org.redress.settlement.Comparison;
import org.redress.settlement.Difference;
import org.redress.settlement.Difference.Kind;
import org.redress.settlement.Effect;
import org.redress.settlement.Reconciliations;
import org.redress.settlement.Settlement;
import org.redress.settlement.Step;
import org.redress.settlement.Trouble;
import org.redress.settlement.app.ScriptedPartners.Accident;
import org.redress.settlement.app.ScriptedPartners.ScriptedPayments;
import org.redress.settlement.model.Listing;
import org.redress.settlement.store.StepTable;
import org.redress.testing.RedressTest;
import org.redress.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

@RedressTest
@Import(ScriptedPartners.class)
class ReconciliationIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Actor BOOKKEEPER = new Actor.Staff(new UUID(1, 2), "Kim");

    @Autowired
    ApplicationContext context;

    @Autowired
    ScriptedPayments payments;

    @Autowired
    Claims claims;

    @Autowired
    Settlement settlement;

    @Autowired
    Reconciliations reconciliations;

    @Autowired
    ReconciliationDesk desk;

    @Autowired
    StepTable steps;

    @Autowired
    Merchants merchants;

    @Autowired
    MerchantTransactions transactions;

    @Autowired
    JdbcClient jdbc;

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
    void a_clean_day_has_no_differences_with_any_partner() {
        var claim = fixtures()
                .agreed(
                        merchant(),
                        order("15.00", "25.00"),
                        refund("30.00"),
                        goods(Remedy.Kind.RETURN_LABEL, BLUE_MUG),
                        goods(Remedy.Kind.RESHIP, RED_MUG),
                        new Remedy(Remedy.Kind.COMPENSATION, pounds("5.00"), List.of(), Remedy.Means.VOUCHER));
        awaitState(claim, ClaimState.Name.FOLLOW_UP);
        var compared = compared(dayOf(claim));
        assertThat(compared)
                .extracting(comparison -> comparison.partner() + " " + comparison.compared())
                .containsExactly("PAYMENTS 2", "WAREHOUSE 1", "LABELS 1", "VOUCHERS 1");
        assertThat(compared).allSatisfy(comparison -> {
            assertThat(comparison.state()).isEqualTo(Comparison.State.DONE);
            assertThat(comparison.differences()).isZero();
            assertThat(comparison.askedBy()).isEqualTo("Kim");
        });
        assertThat(open()).isEmpty();
        assertThat(reconciliations.latest(merchant())).isEqualTo(compared);
    }

    @Test
    void money_that_moved_twice_under_another_key_is_found() {
        var claim = refunded();
        transactions.run(merchant(), () -> jdbc.sql("""
                                INSERT INTO settlement.sandbox_effect (
                                    merchant_id, idempotency_key, work, reference, done_at)
                                SELECT merchant_id, 'another-key', work, 'RF-TWICE', done_at
                                  FROM settlement.sandbox_effect
                                """).update());
        compared(dayOf(claim));
        assertThat(open()).singleElement().satisfies(difference -> {
            assertThat(difference.kind()).isEqualTo(Kind.UNKNOWN_TO_US);
            assertThat(difference.key()).isEqualTo("another-key");
            assertThat(difference.ours()).isNull();
            assertThat(theirs(difference).amount()).isEqualTo(pounds("40.00"));
            assertThat(theirs(difference).reference()).isEqualTo("RF-TWICE");
            assertThat(difference.claim()).isNull();
        });
    }

    @Test
    void an_amount_that_is_not_what_we_asked_for_is_found_and_told_on_its_claim() throws SQLException {
        var claim = refunded();
        asOwner("""
                UPDATE settlement.sandbox_effect SET work = jsonb_set(work, '{amount,minor}', '4001')
                """);
        compared(dayOf(claim));
        assertThat(open()).singleElement().satisfies(difference -> {
            assertThat(difference.kind()).isEqualTo(Kind.AMOUNT);
            assertThat(Objects.requireNonNull(difference.ours()).amount()).isEqualTo(pounds("40.00"));
            assertThat(theirs(difference).amount()).isEqualTo(pounds("40.01"));
            assertThat(difference.claimNumber()).isEqualTo(claim.number());
        });
        assertThat(reconciliations.open(merchant(), claim.id())).isEqualTo(open());
    }

    @Test
    void what_they_have_never_heard_of_and_what_they_took_back_is_found() throws SQLException {
        var lost = refunded();
        asOwner("DELETE FROM settlement.sandbox_effect");
        var cancelled = refunded();
        transactions.run(
                merchant(),
                () -> jdbc.sql("UPDATE settlement.sandbox_effect SET cancelled_at = now()")
                        .update());
        compared(dayOf(cancelled));
        assertThat(open())
                .extracting(difference -> difference.kind() + " " + difference.claim())
                .containsExactlyInAnyOrder("UNKNOWN_TO_THEM " + lost.id(), "CANCELLED_THERE " + cancelled.id());
    }

    @Test
    void what_is_done_under_another_day_in_their_book_is_no_difference() throws SQLException {
        var claim = refunded();
        asOwner("UPDATE settlement.sandbox_effect SET done_at = done_at - interval '3 days'");
        assertThat(compared(dayOf(claim)).getFirst().compared()).isEqualTo(1);
        assertThat(compared(dayOf(claim).minusDays(3)).getFirst().compared()).isEqualTo(1);
        assertThat(open()).isEmpty();
    }

    @Test
    void a_refund_that_we_gave_up_and_they_made_is_asked_about_and_taken_up() {
        var order = order("40.00");
        payments.meets(order, Accident.NO);
        var claim = fixtures().agreed(merchant(), order, refund("40.00"));
        awaitStep(claim, Step.State.FAILED);
        doneThere(claim, Duration.ZERO);
        var day = today();
        compared(day);
        awaitState(claim, ClaimState.Name.FOLLOW_UP);
        assertThat(ledger(claim)).containsExactly("STAGED", "REFUSED", "LATE");
        assertThat(payments.keys(order)).as("asked about, not asked for").hasSize(1);
        assertThat(open()).extracting(Difference::kind).containsExactly(Kind.DONE_THERE_ONLY);
        compared(day);
        assertThat(open()).isEmpty();
        assertThat(all()).singleElement().satisfies(gone -> {
            assertThat(gone.closedAt()).isNotNull();
            assertThat(gone.closedBy()).isNull();
        });
    }

    @Test
    void a_late_answer_is_taken_up_by_asking_at_once() {
        var order = order("40.00");
        payments.meets(order, Accident.LOST, Accident.LOST, Accident.LOST, Accident.LOST);
        var claim = fixtures().agreed(merchant(), order, refund("40.00"));
        await().atMost(PATIENCE)
                .until(() -> steps(claim).stream()
                        .anyMatch(step -> step.attempts() == 3 && step.state() == Step.State.PENDING));
        transactions.run(
                merchant(),
                () -> jdbc.sql("UPDATE settlement.step SET next_at = now() + interval '1 hour'")
                        .update());
        var ago = Duration.ofHours(2);
        doneThere(claim, ago);
        compared(LocalDate.ofInstant(Instant.now().minus(ago), zone()));
        awaitState(claim, ClaimState.Name.FOLLOW_UP);
        assertThat(payments.keys(order)).as("asked about before it is repeated").hasSize(3);
        assertThat(all()).extracting(Difference::kind).containsExactly(Kind.DONE_THERE_ONLY);
    }

    @Test
    void a_difference_closed_with_a_reason_stays_closed_until_a_side_changes() throws SQLException {
        var claim = refunded();
        asOwner("UPDATE settlement.sandbox_effect SET reference = 'RF-OTHER'");
        compared(dayOf(claim));
        var difference = open().getFirst();
        assertThat(difference.kind()).isEqualTo(Kind.REFERENCE);
        assertThatThrownBy(() -> reconciliations.close(merchant(), difference.id(), " ", BOOKKEEPER))
                .isInstanceOf(Refused.class);
        var closed = reconciliations.close(merchant(), difference.id(), "They renumbered.", BOOKKEEPER);
        assertThat(closed.closedBy()).isEqualTo("Kim");
        assertThat(closed.note()).isEqualTo("They renumbered.");
        assertThatThrownBy(() -> reconciliations.close(merchant(), difference.id(), "again", BOOKKEEPER))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.refusal().code()).isEqualTo("DIFFERENCE_CLOSED"));
        var stranger = fixtures().merchant();
        assertThatThrownBy(() -> reconciliations.close(stranger, difference.id(), "not mine", BOOKKEEPER))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.refusal().code()).isEqualTo("NOT_FOUND"));

        assertThat(compared(dayOf(claim)).getFirst().differences()).isZero();
        assertThat(open()).isEmpty();

        asOwner("UPDATE settlement.sandbox_effect SET reference = 'RF-THIRD'");
        compared(dayOf(claim));
        assertThat(open()).extracting(open -> theirs(open).reference()).containsExactly("RF-THIRD");
        assertThat(all()).hasSize(2).contains(closed);
    }

    @Test
    void a_partner_that_keeps_no_list_cannot_be_compared_and_one_that_is_away_is_tried_again() {
        var claim = refunded();
        payments.lists(merchant(), new Listing.NotKept());
        var day = dayOf(claim);
        assertThat(compared(day).getFirst().state()).isEqualTo(Comparison.State.NOT_COMPARABLE);

        payments.lists(merchant(), new Listing.Unreachable(new Trouble(Trouble.Kind.TIMEOUT, "")));
        var running = reconciliations.compare(merchant(), day, BOOKKEEPER).getFirst();
        await().atMost(PATIENCE).until(() -> found(running).trouble() != null);
        assertThat(found(running).state()).isEqualTo(Comparison.State.RUNNING);
        assertThat(compared(day).getFirst())
                .as("asked for again, the same one goes on at once")
                .satisfies(done -> {
                    assertThat(done.id()).isEqualTo(running.id());
                    assertThat(done.state()).isEqualTo(Comparison.State.DONE);
                    assertThat(done.trouble()).isNull();
                    assertThat(done.tries()).isEqualTo(2);
                });
    }

    @Test
    void a_list_out_of_order_or_without_end_is_not_believed() {
        var claim = refunded();
        var at = Instant.now();
        var a = new Effect("a", Effect.Kind.REFUND, Effect.State.CONFIRMED, pounds("1.00"), "RF-A", at);
        var b = new Effect("b", Effect.Kind.REFUND, Effect.State.CONFIRMED, pounds("1.00"), "RF-B", at);
        for (var parts : List.of(
                new Listing[] {new Listing.Part(List.of(b, a), null)},
                new Listing[] {new Listing.Part(List.of(), "on")},
                new Listing[] {new Listing.Part(List.of(b), "on"), new Listing.Part(List.of(b), "and on")})) {
            payments.lists(merchant(), parts);
            var comparison = reconciliations
                    .compare(merchant(), dayOf(claim), BOOKKEEPER)
                    .getFirst();
            await().atMost(PATIENCE).until(() -> found(comparison).trouble() != null);
            assertThat(Objects.requireNonNull(found(comparison).trouble()).kind())
                    .isEqualTo(Trouble.Kind.UNREADABLE_ANSWER);
            compared(dayOf(claim));
        }
        assertThat(all()).extracting(Difference::key).doesNotContain("a");
    }

    @Test
    void thousands_of_differences_are_found_and_read_page_by_page() {
        var claim = refunded();
        transactions.run(merchant(), () -> jdbc.sql("""
                                INSERT INTO settlement.sandbox_effect (
                                    merchant_id, idempotency_key, work, reference, done_at)
                                SELECT merchant_id, 'x-' || n, work, 'RF-' || n, done_at
                                  FROM settlement.sandbox_effect, generate_series(1, 1203) AS n
                                """).update());
        var first = compared(dayOf(claim)).getFirst();
        assertThat(first.compared()).isEqualTo(1_204);
        assertThat(first.differences()).isEqualTo(1_203);
        var read = new ArrayList<String>();
        String after = null;
        do {
            var page = reconciliations.differences(merchant(), first.id(), false, after, 200);
            page.items().forEach(difference -> read.add(difference.key()));
            after = page.next();
        } while (after != null);
        assertThat(read).hasSize(1_203).doesNotHaveDuplicates();
    }

    @Test
    void every_day_is_taken_up_once_by_itself_with_the_earlier_days_of_which_something_is_open() throws SQLException {
        var claim = refunded();
        asOwner("UPDATE settlement.sandbox_effect SET done_at = done_at - interval '3 days', reference = 'RF-OTHER'");
        var open = dayOf(claim).minusDays(3);
        asOwner("UPDATE settlement.step SET done_at = done_at - interval '3 days'");
        compared(open);
        assertThat(open()).hasSize(1);
        asOwner("UPDATE settlement.comparison SET started_at = started_at - interval '2 days'");
        var noon = today().atTime(12, 0).atZone(zone()).toInstant();
        var clock = new SettableClock(noon);
        var sweeps = new ComparisonSweeps(transactions, merchants, steps, desk, clock);
        var merchant = merchants.find(merchant());
        clock.set(today().atTime(0, 59).atZone(zone()).toInstant());
        sweeps.startDue(merchant);
        assertThat(byItself()).as("partners have not closed their day yet").isEmpty();
        clock.set(noon);
        sweeps.startDue(merchant);
        sweeps.startDue(merchant);
        assertThat(byItself())
                .containsExactlyInAnyOrder(
                        "PAYMENTS " + today().minusDays(1),
                        "WAREHOUSE " + today().minusDays(1),
                        "LABELS " + today().minusDays(1),
                        "VOUCHERS " + today().minusDays(1),
                        "PAYMENTS " + open);
        var stranger = fixtures().merchant();
        sweeps.startDue(merchants.find(stranger));
        assertThat(reconciliations.page(stranger, null, 10).items())
                .as("where nothing was ever asked for")
                .isEmpty();
    }

    @Test
    void only_days_that_have_begun_and_are_not_long_ago_are_compared() {
        for (var day : List.of(today().plusDays(2), today().minusDays(Reconciliations.DAYS_BACK + 2))) {
            assertThatThrownBy(() -> reconciliations.compare(merchant(), day, BOOKKEEPER))
                    .isInstanceOf(Refused.class);
        }
    }

    private List<String> byItself() {
        return reconciliations.page(merchant(), null, 50).items().stream()
                .filter(comparison -> comparison.askedBy() == null)
                .map(comparison -> comparison.partner() + " " + comparison.day())
                .toList();
    }

    /** With every partner, once it is over. */
    private List<Comparison> compared(LocalDate day) {
        var started = reconciliations.compare(merchant(), day, BOOKKEEPER);
        await().atMost(PATIENCE)
                .until(() -> started.stream()
                        .allMatch(comparison -> found(comparison).state() != Comparison.State.RUNNING));
        return started.stream().map(this::found).toList();
    }

    private Comparison found(Comparison comparison) {
        return reconciliations.find(merchant(), comparison.id()).orElseThrow();
    }

    private List<Difference> open() {
        return reconciliations.differences(merchant(), null, false, null, 50).items();
    }

    private List<Difference> all() {
        return reconciliations.differences(merchant(), null, true, null, 50).items();
    }

    private static Effect theirs(Difference difference) {
        return Objects.requireNonNull(difference.theirs());
    }

    private Claim refunded() {
        var claim = fixtures().agreed(merchant(), order("40.00"), refund("40.00"));
        awaitState(claim, ClaimState.Name.FOLLOW_UP);
        return claim;
    }

    /** The partner did what the claim's step asks for, without anybody here having heard. */
    private void doneThere(Claim claim, Duration ago) {
        transactions.run(
                merchant(),
                () -> jdbc.sql("""
                                INSERT INTO settlement.sandbox_effect (
                                    merchant_id, idempotency_key, work, reference, done_at)
                                SELECT merchant_id, idempotency_key, payload, 'RF-LATE', now() - make_interval(secs => ?)
                                  FROM settlement.step WHERE claim_id = ?
                                """)
                        .param(ago.toSeconds() + 2.0)
                        .param(claim.id())
                        .update());
    }

    private LocalDate dayOf(Claim claim) {
        var done = Objects.requireNonNull(steps(claim).getFirst().doneAt());
        return LocalDate.ofInstant(done, zone());
    }

    private LocalDate today() {
        return LocalDate.now(zone());
    }

    private ZoneId zone() {
        return merchants.find(merchant()).zone();
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

    private void awaitStep(Claim claim, Step.State state) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(steps(claim)).extracting(Step::state).containsExactly(state));
    }

    private List<String> ledger(Claim claim) {
        return transactions.call(
                merchant(),
                () -> jdbc.sql("SELECT what FROM settlement.effect WHERE claim_id = ? ORDER BY id")
                        .param(claim.id())
                        .query(String.class)
                        .list());
    }

    /** What a partner's book says can be changed by nobody of ours. */
    private void asOwner(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        environment.getRequiredProperty("spring.datasource.url"),
                        environment.getRequiredProperty("spring.flyway.user"),
                        environment.getRequiredProperty("spring.flyway.password"));
                var statement = connection.createStatement()) {
            statement.execute("SET redress.merchant = '" + merchant() + "'");
            statement.execute(sql);
        }
    }

    private String order(String... parts) {
        return fixtures().order(merchant(), parts);
    }

    private AgreedClaims fixtures() {
        return Objects.requireNonNull(fixtures);
    }

    private MerchantId merchant() {
        return Objects.requireNonNull(founded);
    }
}
