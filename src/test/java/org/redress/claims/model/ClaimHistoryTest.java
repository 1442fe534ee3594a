package org.redress.claims.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.redress.claims.CauseCode;
import org.redress.claims.Claim;
import org.redress.claims.ClaimCommand;
import org.redress.claims.ClaimEvent;
import org.redress.claims.ClaimState;
import org.redress.claims.Given;
import org.redress.claims.Offer;
import org.redress.claims.Owed;
import org.redress.claims.Verdict;
import org.redress.evidence.EvidenceId;
import org.redress.remedy.Remedy;

class ClaimHistoryTest {
    private static Offer.State only(Claim claim) {
        assertThat(claim.offers()).hasSize(1);
        return claim.offers().getFirst().state();
    }

    @Test
    void a_registered_claim_is_acknowledged_at_once_and_is_the_agent_s() {
        var claim = Sample.submitted();
        assertThat(claim.state()).isEqualTo(new ClaimState.Submitted());
        assertThat(claim.version()).isEqualTo(1);
        assertThat(claim.filedAt()).isEqualTo(Sample.MONDAY);
        assertThat(claim.owed().by()).isEqualTo(Owed.Party.AGENT);
        assertThat(claim.offers()).isEmpty();
        assertThat(claim.given()).isEmpty();
        assertThat(claim.escalated()).isFalse();
        assertThat(claim.assignee()).isNull();
        assertThat(claim.satisfaction()).isNull();
    }

    @Test
    void a_move_is_one_version_however_many_events_it_has() {
        var before = Sample.followingUp();
        var closed = Sample.after(before, Sample.CUSTOMER, new ClaimCommand.RateSatisfaction(5, "Thanks"));
        assertThat(closed.version()).isEqualTo(before.version() + 1);
        assertThat(closed.satisfaction()).isEqualTo(5);
    }

    @Test
    void what_was_said_of_the_last_time_does_not_stand_for_the_next() {
        var closed =
                Sample.after(Sample.followingUp(), Sample.CUSTOMER, new ClaimCommand.RateSatisfaction(5, "Thanks"));
        assertThat(Sample.after(closed, Sample.CUSTOMER, new ClaimCommand.Reopen("The second one leaks"))
                        .satisfaction())
                .isNull();
        assertThat(Sample.after(closed, Sample.CUSTOMER, new ClaimCommand.Appeal("It leaks"))
                        .satisfaction())
                .isNull();
        assertThat(Sample.after(closed, Sample.PRODUCT, new ClaimCommand.RecordCause(CauseCode.WH_01, "Seen"))
                        .satisfaction())
                .isEqualTo(5);
    }

    @Test
    void what_was_filed_is_never_rewritten() {
        var closed = Sample.closed();
        assertThat(closed.filing()).isEqualTo(Sample.filing());
        assertThat(closed.number()).isEqualTo(Sample.submitted().number());
        assertThat(closed.filedAt()).isEqualTo(Sample.MONDAY);
    }

    @Test
    void every_answer_to_an_offer_is_kept_on_it() {
        assertThat(only(Sample.offered())).isEqualTo(Offer.State.OPEN);
        assertThat(only(Sample.awaitingApproval())).isEqualTo(Offer.State.AWAITING_APPROVAL);
        assertThat(only(Sample.executing())).isEqualTo(Offer.State.ACCEPTED);
        assertThat(only(answered(new ClaimCommand.DeclineOffer(Sample.OFFER, null))))
                .isEqualTo(Offer.State.DECLINED);
        assertThat(only(answered(new ClaimCommand.WithdrawOffer(Sample.OFFER)))).isEqualTo(Offer.State.WITHDRAWN);
        assertThat(only(Sample.after(
                        Sample.offered(),
                        Sample.PRODUCT,
                        new ClaimCommand.ExpireOffer(Sample.OFFER),
                        Sample.MONDAY.plus(Clocks.OFFER))))
                .isEqualTo(Offer.State.EXPIRED);
        assertThat(only(Sample.after(
                        Sample.awaitingApproval(),
                        Sample.SUPERVISOR,
                        new ClaimCommand.DecideApproval(Sample.OFFER, false, null))))
                .isEqualTo(Offer.State.WITHDRAWN);
    }

    private static Claim answered(ClaimCommand answer) {
        return Sample.after(Sample.offered(), Sample.CUSTOMER, answer);
    }

    @Test
    void a_wish_is_kept_until_the_next_offer() {
        var countered = answered(new ClaimCommand.CounterOffer(Sample.OFFER, Sample.KEEP, "I keep it"));
        assertThat(only(countered)).isEqualTo(Offer.State.COUNTERED);
        assertThat(countered.wish()).isEqualTo(Sample.KEEP);
        var again = Sample.after(
                countered,
                Sample.AGENT,
                new ClaimCommand.MakeOffer(new UUID(8, 8), Sample.REFUND_AND_KEEP, false, Sample.MONDAY));
        assertThat(again.wish()).isNull();
        assertThat(again.offers()).extracting(Offer::version).containsExactly(1, 2);
        assertThat(again.offers().getFirst().state()).isEqualTo(Offer.State.COUNTERED);
    }

    @Test
    void an_article_to_keep_is_given_by_agreeing_and_the_rest_by_being_done() {
        assertThat(Sample.offered().given()).isEmpty();
        assertThat(Sample.executing().given())
                .extracting(Given::remedy)
                .extracting(Remedy::kind)
                .containsExactly(Remedy.Kind.KEEP_ITEM);
        assertThat(Sample.followingUp().given()).extracting(Given::position).containsExactly(1, 0);
    }

    @Test
    void a_step_that_failed_gives_nothing() {
        var failed = Sample.after(
                Sample.executing(), Sample.PRODUCT, new ClaimCommand.RecordStepFailed(Sample.OFFER, 0, "closed"));
        assertThat(failed.given()).isEqualTo(Sample.executing().given());
    }

    @Test
    void an_appeal_asks_for_another_pair_of_eyes_and_stays_so() {
        var appealed = Sample.after(Sample.rejected(), Sample.CUSTOMER, new ClaimCommand.Appeal("Look again"));
        assertThat(appealed.escalated()).isTrue();
        assertThat(Sample.after(appealed, Sample.COLLEAGUE, new ClaimCommand.Accept(null))
                        .escalated())
                .isTrue();
    }

    @Test
    void assignee_cause_and_verdict_are_the_last_that_were_told() {
        var account = new UUID(1, 1);
        var claim = Sample.after(Sample.submitted(), Sample.AGENT, new ClaimCommand.Assign(account));
        claim = Sample.after(claim, Sample.AGENT, new ClaimCommand.RecordCause(CauseCode.WH_01, null));
        claim = Sample.after(claim, Sample.AGENT, new ClaimCommand.RecordCause(CauseCode.WH_04, "on the lot"));
        claim = Sample.after(
                claim, Sample.PRODUCT, new ClaimCommand.RecordReading(new EvidenceId(new UUID(2, 2)), Verdict.LIKELY));
        assertThat(claim.assignee()).isEqualTo(account);
        assertThat(claim.cause()).isEqualTo(CauseCode.WH_04);
        assertThat(claim.verdict()).isEqualTo(Verdict.LIKELY);
        assertThat(claim.version()).isEqualTo(5);
        assertThat(claim.state()).isEqualTo(new ClaimState.Submitted());
        assertThat(Sample.after(claim, Sample.AGENT, new ClaimCommand.Assign(null))
                        .assignee())
                .isNull();
    }

    @Test
    void a_step_of_an_offer_that_never_was_is_a_fault_of_ours() {
        var claim = Sample.executing();
        var stray = List.<ClaimEvent>of(new ClaimEvent.StepDone(new UUID(9, 9), 0, "re_9"));
        assertThatThrownBy(() -> ClaimHistory.after(claim, claim.state(), stray, Sample.MONDAY, Spans.USUAL))
                .isInstanceOf(java.util.NoSuchElementException.class);
    }

    @Test
    void an_offer_leads_to_the_state_that_holds_it() {
        var claim = Sample.accepted();
        var offered = List.<ClaimEvent>of(
                new ClaimEvent.RemedyOffered(Sample.OFFER, 1, Sample.KEEP, false, Sample.MONDAY, null));
        assertThatThrownBy(() -> ClaimHistory.after(claim, claim.state(), offered, Sample.MONDAY, Spans.USUAL))
                .isInstanceOf(IllegalStateException.class);
    }
}
