package org.redress.claims.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.claims.Claim;
import org.redress.claims.ClaimCommand;
import org.redress.claims.ClaimEvent;
import org.redress.claims.ClaimState;
import org.redress.claims.Owed;
import org.redress.claims.Owed.Party;
import org.redress.claims.ReturnMatch;
import org.redress.kernel.Sku;
import org.redress.remedy.Remedy;

class ClocksTest {
    private static final Instant LATER = Sample.MONDAY.plus(Duration.ofHours(3));

    static Stream<Arguments> turns() {
        return Stream.of(
                Arguments.of(Sample.submitted(), Party.AGENT, Clocks.DECISION),
                Arguments.of(Sample.needsInformation(), Party.CUSTOMER, Clocks.INFORMATION),
                Arguments.of(Sample.accepted(), Party.AGENT, Clocks.DECISION),
                Arguments.of(Sample.awaitingApproval(), Party.SUPERVISOR, Clocks.APPROVAL),
                Arguments.of(Sample.offered(), Party.CUSTOMER, Clocks.OFFER),
                Arguments.of(Sample.executing(), Party.SYSTEM, Clocks.EXECUTION),
                Arguments.of(Sample.followingUp(), Party.CUSTOMER, Clocks.FOLLOW_UP));
    }

    @ParameterizedTest
    @MethodSource("turns")
    void somebody_owes_the_next_move_until_a_time(Claim claim, Party party, Duration span) {
        assertThat(claim.owed()).isEqualTo(new Owed(party, Sample.MONDAY, Sample.MONDAY.plus(span)));
    }

    @Test
    void at_rest_nobody_owes_anything() {
        assertThat(Stream.of(Sample.closed(), Sample.rejected(), Sample.withdrawn()))
                .allSatisfy(claim -> assertThat(claim.owed()).isEqualTo(new Owed(Party.NOBODY, Sample.MONDAY, null)));
    }

    @Test
    void what_changes_nothing_leaves_the_clock_running() {
        var running = Sample.accepted().owed();
        for (var event : Stream.<ClaimEvent>of(
                        new ClaimEvent.ClaimEscalated(null, false),
                        new ClaimEvent.ClaimAssigned(new UUID(1, 1)),
                        new ClaimEvent.CauseRecorded(org.redress.claims.CauseCode.WH_04, null),
                        new ClaimEvent.EvidenceAdded(java.util.Set.of()))
                .toList()) {
            assertThat(Clocks.after(
                            new ClaimState.Accepted(), event, running, new ClaimState.Accepted(), LATER, Spans.USUAL))
                    .isEqualTo(running);
        }
    }

    @Test
    void a_failed_step_is_somebody_s_to_look_at_soon_and_done_it_is_the_product_s_again() {
        var failed = Sample.after(
                Sample.executing(),
                Sample.PRODUCT,
                new ClaimCommand.RecordStepFailed(Sample.OFFER, 0, "card closed"),
                LATER);
        assertThat(failed.owed()).isEqualTo(new Owed(Party.AGENT, LATER, LATER.plus(Clocks.REPAIR)));
        var done = Clocks.after(
                new ClaimState.FollowingUp(false),
                new ClaimEvent.StepDone(Sample.OFFER, 0, "re_1"),
                failed.owed(),
                failed.state(),
                LATER,
                Spans.USUAL);
        assertThat(done.by()).isEqualTo(Party.CUSTOMER);
    }

    @Test
    void other_goods_than_claimed_are_somebody_s_to_look_at_whatever_else_gets_done_meanwhile() {
        var executing = Sample.executing();
        var other = new ClaimCommand.RecordReturn(
                List.of(new Remedy.Goods(new Sku("MUG-GRN"), 1)), ReturnMatch.OTHER_ARTICLE, false);
        var asked = Sample.after(executing, Sample.PRODUCT, other, LATER);
        assertThat(asked.state()).isEqualTo(executing.state());
        assertThat(asked.given()).isEqualTo(executing.given());
        assertThat(asked.owed()).isEqualTo(new Owed(Party.AGENT, LATER, LATER.plus(Clocks.REPAIR)));
        var done = Sample.after(asked, Sample.PRODUCT, new ClaimCommand.RecordStepDone(Sample.OFFER, 0, "re_1"), LATER);
        assertThat(done.owed()).isEqualTo(asked.owed());

        var same = new ClaimCommand.RecordReturn(List.of(), ReturnMatch.SAME, false);
        assertThat(Sample.after(executing, Sample.PRODUCT, same, LATER).owed()).isEqualTo(executing.owed());

        var right = new ClaimCommand.RecordReturn(List.of(), ReturnMatch.SAME, true);
        assertThat(Sample.after(asked, Sample.PRODUCT, right, LATER).owed())
                .isEqualTo(Clocks.owed(executing.state(), LATER, Spans.USUAL));
        assertThat(Sample.after(executing, Sample.PRODUCT, right, LATER).owed()).isEqualTo(executing.owed());
    }

    @Test
    void an_unhappy_customer_is_looked_at_soon_and_a_happy_one_is_left_in_peace() {
        var unhappy = Sample.after(Sample.followingUp(), Sample.CUSTOMER, new ClaimCommand.RateSatisfaction(3, null));
        assertThat(unhappy.owed()).isEqualTo(new Owed(Party.AGENT, Sample.MONDAY, Sample.MONDAY.plus(Clocks.REPAIR)));
        var happy = Sample.after(Sample.followingUp(), Sample.CUSTOMER, new ClaimCommand.RateSatisfaction(4, null));
        assertThat(happy.owed().by()).isEqualTo(Party.NOBODY);
    }

    @Test
    void the_answer_to_a_question_starts_the_clock_of_the_state_it_leads_back_to() {
        var back = Sample.after(
                Sample.needsInformation(), Sample.CUSTOMER, new ClaimCommand.ProvideInformation("Here it is."));
        assertThat(back.owed().by()).isEqualTo(Party.AGENT);
    }

    @Test
    void an_approved_offer_is_the_customer_s_until_it_expires() {
        var approved = Sample.after(
                Sample.awaitingApproval(),
                Sample.SUPERVISOR,
                new ClaimCommand.DecideApproval(Sample.OFFER, true, null));
        assertThat(approved.owed())
                .isEqualTo(new Owed(Party.CUSTOMER, Sample.MONDAY, Sample.MONDAY.plus(Clocks.OFFER)));
    }

    @Test
    void where_the_customer_is_silent_it_is_the_agent_s_turn() {
        var waiting = Sample.offered();
        var turned = Clocks.after(
                waiting.state(), new ClaimEvent.CustomerSilent(), waiting.owed(), waiting.state(), LATER, Spans.USUAL);
        assertThat(turned).isEqualTo(new Owed(Party.AGENT, LATER, LATER.plus(Clocks.DECISION)));
    }

    @Test
    void a_clock_runs_as_long_as_the_claims_policy_says() {
        Spans hasty = clock -> Spans.USUAL.of(clock).dividedBy(4);
        assertThat(Clocks.owed(new ClaimState.Submitted(), Sample.MONDAY, hasty).due())
                .isEqualTo(Sample.MONDAY.plus(Clocks.DECISION.dividedBy(4)));
        var approval = new ClaimCommand.DecideApproval(Sample.OFFER, true, null);
        var moved = (ClaimLifecycle.Outcome.Moved)
                ClaimLifecycle.decide(Sample.awaitingApproval(), approval, Sample.SUPERVISOR, Sample.MONDAY, hasty);
        assertThat(moved.next())
                .isInstanceOfSatisfying(
                        ClaimState.Offered.class,
                        offered -> assertThat(offered.offer().expiresAt())
                                .isEqualTo(Sample.MONDAY.plus(Clocks.OFFER.dividedBy(4))));
    }
}
