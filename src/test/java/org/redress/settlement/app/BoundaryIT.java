package org.redress.settlement.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.redress.settlement.app.AgreedClaims.BLUE_MUG;
import static org.redress.settlement.app.AgreedClaims.RED_MUG;
import static org.redress.settlement.app.AgreedClaims.goods;
import static org.redress.settlement.app.AgreedClaims.pounds;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.claims.Claim;
import org.redress.claims.ClaimAct;
import org.redress.claims.ClaimCommand;
import org.redress.claims.ClaimState;
import org.redress.claims.Claims;
import org.redress.claims.Given;
import org.redress.claims.Offer;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.Actor;
import org.redress.kernel.MerchantId;
import org.redress.remedy.Remedy;
import org.redress.remedy.RemedyPlan;
import org.redress.settlement.Settlement;
import org.redress.settlement.Step;
import org.redress.settlement.app.Boundary.Place;
import org.redress.settlement.app.DeadlyBoundary.Deadly;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever runs a plan dies at each boundary in turn; whoever comes after finds every effect to be there exactly once. */
@RedressTest
@Import(DeadlyBoundary.class)
class BoundaryIT {
    private static final Duration PATIENCE = Duration.ofSeconds(45);
    private static final Actor AGENT = new Actor.Staff(new UUID(1, 1), "Sam");
    private static final Set<Place> OF_STOPPING =
            EnumSet.of(Place.BEFORE_STOP, Place.STEP_STOPPED, Place.ALL_STOPPED, Place.BEFORE_END);
    private static final Set<Place> OF_STAGING = EnumSet.of(Place.BEFORE_STAGING, Place.STEP_STAGED, Place.ALL_STAGED);

    @Autowired
    ApplicationContext context;

    @Autowired
    Deadly boundary;

    @Autowired
    Claims claims;

    @Autowired
    Settlement settlement;

    @Autowired
    SettlementSweeps sweeps;

    @Autowired
    MerchantTransactions transactions;

    @Autowired
    JdbcClient jdbc;

    static Stream<Arguments> boundariesOfCarryingOut() {
        return Stream.of(Place.values())
                .filter(place -> !OF_STOPPING.contains(place))
                .flatMap(BoundaryIT::passes);
    }

    static Stream<Arguments> boundariesOfStopping() {
        return Stream.of(Place.values())
                .filter(place -> !OF_STAGING.contains(place))
                .flatMap(BoundaryIT::passes);
    }

    private static Stream<Arguments> passes(Place place) {
        return Stream.of(0, 3)
                .filter(passes -> passes == 0 || !OF_STAGING.contains(place))
                .map(passes -> Arguments.of(place, passes));
    }

    @ParameterizedTest(name = "{0}, passed {1} times before")
    @MethodSource("boundariesOfCarryingOut")
    void a_plan_is_carried_out_exactly_once_wherever_the_server_dies(Place place, int passes) {
        var fixtures = new AgreedClaims(context);
        var merchant = fixtures.merchant();
        boundary.trap(merchant, place, passes);
        var claim = fixtures.agreed(merchant, fixtures.order(merchant, "21.00", "19.00"), plan());
        recover(merchant, passes == 0);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(found(claim).state().name()).isEqualTo(ClaimState.Name.FOLLOW_UP));

        assertThat(settlement.steps(merchant, claim.id()))
                .hasSize(5)
                .allSatisfy(step -> assertThat(step.state()).isEqualTo(Step.State.DONE));
        assertThat(number(merchant, "SELECT count(*) FROM settlement.sandbox_effect"))
                .isEqualTo(5);
        assertThat(refunded(merchant)).isEqualTo(2_500);
        assertThat(number(merchant, "SELECT count(*) FROM settlement.effect WHERE what = 'CONFIRMED'"))
                .isEqualTo(5);
        assertThat(found(claim).given()).hasSize(4);
    }

    @ParameterizedTest(name = "{0}, passed {1} times before")
    @MethodSource("boundariesOfStopping")
    void a_stopped_plan_leaves_what_the_claim_says_wherever_the_server_dies(Place place, int passes) {
        var fixtures = new AgreedClaims(context);
        var merchant = fixtures.merchant();
        var claim = fixtures.agreed(merchant, fixtures.order(merchant, "21.00", "19.00"), plan());
        await().atMost(PATIENCE).until(() -> number(merchant, "SELECT count(*) FROM settlement.sandbox_effect") > 1);
        boundary.trap(merchant, place, passes);
        claims.handle(merchant, claim.id(), new ClaimCommand.StopExecution("the customer called"), AGENT, null);
        recover(merchant, OF_STOPPING.contains(place) && passes == 0);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(found(claim).state().name()).isEqualTo(ClaimState.Name.ACCEPTED));

        var after = found(claim);
        var given = new RemedyPlan(after.given().stream().map(Given::remedy).toList());
        assertThat(given.money(AgreedClaims.GBP).minor()).isEqualTo(refunded(merchant));
        assertThat(given.sendsGoods()).isFalse();
        assertThat(number(merchant, """
                        SELECT count(*) FROM settlement.sandbox_effect
                         WHERE work ->> '@type' <> 'Refund' AND cancelled_at IS NULL
                        """)).as("goods, labels and vouchers left").isZero();
        assertThat(settlement.steps(merchant, claim.id()))
                .hasSize(5)
                .allSatisfy(step -> assertThat(step.stop()).isEqualTo(Step.Stop.SETTLED));
        assertThat(after.offers().getLast().state()).isEqualTo(Offer.State.STOPPED);
        assertThat(claims.possible(after, new Actor.Product())).contains(ClaimAct.MAKE_OFFER);
    }

    private static Remedy[] plan() {
        return new Remedy[] {
            new Remedy(Remedy.Kind.PARTIAL_REFUND, pounds("25.00"), List.of()),
            goods(Remedy.Kind.RESHIP, RED_MUG),
            goods(Remedy.Kind.RETURN_LABEL, BLUE_MUG),
            new Remedy(Remedy.Kind.COMPENSATION, pounds("3.00"), List.of(), Remedy.Means.VOUCHER)
        };
    }

    /** The next server finds what the dead one left. */
    private void recover(MerchantId merchant, boolean certain) {
        if (certain) {
            await().atMost(PATIENCE).until(() -> boundary.isSprung(merchant));
        } else {
            await().pollDelay(Duration.ofMillis(1_500)).until(() -> true);
            boundary.clear(merchant);
        }
        transactions.run(merchant, () -> jdbc.sql("""
                                UPDATE settlement.step SET held_until = now(), next_at = now() - interval '1 minute'
                                 WHERE held_until IS NOT NULL
                                """).update());
        sweeps.stageUnheardAgreements(merchant);
        sweeps.requeueOverdueSteps(merchant);
    }

    private Claim found(Claim claim) {
        return claims.find(claim.merchant(), claim.id()).orElseThrow();
    }

    private long refunded(MerchantId merchant) {
        return number(merchant, """
                        SELECT coalesce(sum((work -> 'amount' ->> 'minor')::bigint), 0) FROM settlement.sandbox_effect
                         WHERE work ->> '@type' = 'Refund'
                        """);
    }

    private long number(MerchantId merchant, String sql) {
        return transactions.call(merchant, () -> jdbc.sql(sql).query(Long.class).single());
    }
}
