package org.redress.claims.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.claims.CauseCode;
import org.redress.claims.Claim;
import org.redress.claims.ClaimAct;
import org.redress.claims.ClaimCommand;
import org.redress.claims.ClaimEvent;
import org.redress.claims.ClaimState;
import org.redress.claims.ClosedBy;
import org.redress.claims.Conclusion;
import org.redress.claims.Given;
import org.redress.claims.Offer;
import org.redress.claims.Owed;
import org.redress.claims.model.ClaimLifecycle.Outcome;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.remedy.Remedy;
import org.redress.testing.Approved;

class ClaimLifecycleTest {
    private static final String NO = "·";
    private static final List<ClaimAct> ACTS = List.of(ClaimAct.values());

    @Test
    void every_state_and_command_is_in_the_approved_matrix() {
        Approved.check(Path.of("docs", "generated", "lifecycle.md"), matrix() + diagram());
    }

    private static Outcome blamed(String status, CauseCode code, @Nullable String note) {
        var concluded =
                new ClaimCommand.RecordConclusion(new Conclusion("PICK", "PA", status, Conclusion.Avoid.NOTHING));
        var claim = Sample.after(Sample.submitted(), Sample.PRODUCT, concluded);
        return ClaimLifecycle.decide(claim, new ClaimCommand.RecordCause(code, note), Sample.AGENT, Sample.MONDAY);
    }

    @Test
    void a_person_is_named_as_the_cause_before_it_is_established_only_with_a_reason() {
        for (var code : CauseCode.values()) {
            boolean person = Set.of("PE-01", "PE-02", "PE-03").contains(code.code());
            // A cause that somebody has confirmed before establishes nothing of another.
            for (var status : List.of("UNDETERMINED", "PROBABLE", "CONFIRMED")) {
                for (var note : Arrays.asList(null, "", " .. ", "ok")) {
                    assertThat(blamed(status, code, note) instanceof Outcome.Moved)
                            .as(code + " " + status + " " + note)
                            .isEqualTo(!person);
                }
                for (var note : List.of("He said so.", "看错了")) {
                    assertThat(blamed(status, code, note))
                            .isEqualTo(new Outcome.Moved(
                                    new ClaimState.Submitted(), List.of(new ClaimEvent.CauseRecorded(code, note))));
                }
            }
            assertThat(blamed("ESTABLISHED", code, null)).isInstanceOf(Outcome.Moved.class);
        }
        var nothingConcluded = new ClaimCommand.RecordCause(CauseCode.PE_01, null);
        assertThat(ClaimLifecycle.decide(Sample.submitted(), nothingConcluded, Sample.AGENT, Sample.MONDAY))
                .isInstanceOfSatisfying(
                        Outcome.No.class,
                        no -> assertThat(no.refusal())
                                .isEqualTo(
                                        Refusal.invalid("/note", "REASON_NEEDED", Phrase.of("claims.fault.blame", 3))));
    }

    private static SequencedMap<String, Claim> situations() {
        var situations = new LinkedHashMap<String, Claim>();
        situations.put("SUBMITTED", Sample.submitted());
        situations.put("NEEDS_INFORMATION", Sample.needsInformation());
        situations.put("ACCEPTED", Sample.accepted());
        situations.put("OFFERED, awaiting approval", Sample.awaitingApproval());
        situations.put("OFFERED, open", Sample.offered());
        situations.put("EXECUTING", Sample.executing());
        situations.put("FOLLOW_UP", Sample.followingUp());
        situations.put("CLOSED", Sample.closed());
        situations.put("CLOSED, withdrawn", Sample.withdrawn());
        situations.put("REJECTED, to be reviewed", Sample.rejectionPending());
        situations.put("REJECTED", Sample.rejected());
        situations.put("CLOSED, merged", Sample.merged());
        return situations;
    }

    private static String matrix() {
        var text = new StringBuilder("""
                # The lifecycle of a claim

                Drawn from `ClaimLifecycle` by `ClaimLifecycleTest`. A cell names the state that the act leads to; `%s` is a
                refusal. Offers are answered by whoever they lie before; step 0 of the plan is the last one owed.

                """.formatted(NO));
        var situations = situations();
        text.append("| act |");
        situations.keySet().forEach(name -> text.append(' ').append(name).append(" |"));
        text.append("\n|---|").append("---|".repeat(situations.size())).append('\n');
        for (var act : ClaimAct.values()) {
            text.append("| ").append(act).append(" |");
            situations
                    .values()
                    .forEach(claim -> text.append(' ').append(cell(claim, act)).append(" |"));
            text.append('\n');
        }
        return text.append('\n').toString();
    }

    private static String cell(Claim claim, ClaimAct act) {
        return switch (decide(claim, act)) {
            case Outcome.Moved(var next, var _) -> next.name().name();
            case Outcome.No _ -> NO;
        };
    }

    private static Outcome decide(Claim claim, ClaimAct act) {
        var command = act == ClaimAct.DECIDE_APPROVAL
                ? new ClaimCommand.DecideApproval(Sample.OFFER, true, null)
                : Specimens.of(act, claim);
        var late = command instanceof ClaimCommand.RecordStepDone
                ? new ClaimCommand.RecordStepDone(Sample.OFFER, 0, "re_1")
                : command;
        return ClaimLifecycle.decide(claim, late, Sample.SUPERVISOR, now(act));
    }

    /** What happens when a time is over is asked when it is. */
    private static Instant now(ClaimAct act) {
        return act == ClaimAct.EXPIRE_OFFER || act == ClaimAct.RECORD_SILENCE ? Instant.MAX : Sample.MONDAY;
    }

    private static String diagram() {
        var arrows = new TreeSet<String>();
        situations().forEach((_, claim) -> {
            for (var act : ClaimAct.values()) {
                if (decide(claim, act) instanceof Outcome.Moved(var next, var _)
                        && next.name() != claim.state().name()) {
                    arrows.add("    %s --> %s: %s".formatted(claim.state().name(), next.name(), act));
                }
            }
        });
        return "```mermaid\nstateDiagram-v2\n    [*] --> SUBMITTED\n" + String.join("\n", arrows) + "\n```\n";
    }

    @Test
    void a_proposer_cannot_approve_their_own_offer() {
        var own = new ClaimCommand.DecideApproval(Sample.OFFER, true, null);
        assertThat(ClaimLifecycle.decide(Sample.awaitingApproval(), own, Sample.AGENT, Sample.MONDAY))
                .isInstanceOfSatisfying(
                        Outcome.No.class, no -> assertThat(no.refusal().code()).isEqualTo("OWN_OFFER"));
    }

    @Test
    void an_offer_that_awaits_approval_cannot_be_answered_by_the_customer() {
        var answer = new ClaimCommand.AcceptOffer(Sample.OFFER, "yes");
        assertThat(ClaimLifecycle.decide(Sample.awaitingApproval(), answer, Sample.CUSTOMER, Sample.MONDAY))
                .isInstanceOfSatisfying(
                        Outcome.No.class, no -> assertThat(no.refusal().code()).isEqualTo("OFFER_NOT_OPEN"));
    }

    @Test
    void an_offer_can_be_answered_until_its_time_is_over_whether_or_not_anybody_has_noticed() {
        var end = Sample.MONDAY.plus(Clocks.OFFER);
        var answer = new ClaimCommand.AcceptOffer(Sample.OFFER, "yes");
        var expire = new ClaimCommand.ExpireOffer(Sample.OFFER);
        assertThat(ClaimLifecycle.decide(Sample.offered(), answer, Sample.CUSTOMER, end.minusNanos(1000)))
                .isInstanceOf(Outcome.Moved.class);
        assertThat(ClaimLifecycle.decide(Sample.offered(), expire, Sample.PRODUCT, end.minusNanos(1000)))
                .isInstanceOf(Outcome.No.class);
        assertThat(ClaimLifecycle.decide(Sample.offered(), answer, Sample.CUSTOMER, end))
                .isInstanceOfSatisfying(
                        Outcome.No.class, no -> assertThat(no.refusal().code()).isEqualTo("OFFER_NOT_OPEN"));
        assertThat(ClaimLifecycle.possible(Sample.offered(), Sample.CUSTOMER, end))
                .doesNotContain(ClaimAct.ACCEPT_OFFER, ClaimAct.DECLINE_OFFER, ClaimAct.COUNTER_OFFER);
    }

    @Test
    void a_proposal_that_is_over_cannot_be_approved() {
        var end = Sample.MONDAY.plus(Clocks.OFFER);
        var approve = new ClaimCommand.DecideApproval(Sample.OFFER, true, null);
        assertThat(ClaimLifecycle.decide(Sample.awaitingApproval(), approve, Sample.SUPERVISOR, end.minusSeconds(1)))
                .isInstanceOf(Outcome.Moved.class);
        assertThat(ClaimLifecycle.decide(Sample.awaitingApproval(), approve, Sample.SUPERVISOR, end))
                .isInstanceOf(Outcome.No.class);
    }

    @Test
    void the_customers_time_begins_when_the_offer_is_approved() {
        var approved = Sample.MONDAY.plus(Duration.ofHours(5));
        var open = Sample.after(
                Sample.awaitingApproval(),
                Sample.SUPERVISOR,
                new ClaimCommand.DecideApproval(Sample.OFFER, true, null),
                approved);
        assertThat(open.offers()).extracting(Offer::state).containsExactly(Offer.State.OPEN);
        assertThat(open.offers().getFirst().expiresAt()).isEqualTo(approved.plus(Clocks.OFFER));
        assertThat(open.owed().due()).isEqualTo(approved.plus(Clocks.OFFER));
    }

    @Test
    void information_leads_back_to_where_the_claim_came_from() {
        var back = Sample.after(
                Sample.needsInformation(), Sample.CUSTOMER, new ClaimCommand.ProvideInformation("Here it is"));
        assertThat(back.state()).isEqualTo(new ClaimState.Accepted());
    }

    @Test
    void keeping_an_article_needs_no_carrying_out() {
        var offered = Sample.after(Sample.accepted(), Sample.AGENT, Sample.offer(Sample.KEEP, false));
        var agreed = Sample.after(offered, Sample.CUSTOMER, new ClaimCommand.AcceptOffer(Sample.OFFER, "I keep it"));
        assertThat(agreed.state()).isEqualTo(new ClaimState.FollowingUp(false));
        assertThat(agreed.given()).hasSize(1);
    }

    @Test
    void the_same_step_reported_twice_is_recorded_and_counts_once() {
        var again = Sample.after(
                Sample.followingUp(), Sample.PRODUCT, new ClaimCommand.RecordStepDone(Sample.OFFER, 0, "re_1"));
        assertThat(again.given()).isEqualTo(Sample.followingUp().given()).hasSize(2);
        assertThat(again.state()).isEqualTo(new ClaimState.FollowingUp(false));
    }

    @Test
    void what_was_given_survives_reopening() {
        var reopened = Sample.after(Sample.closed(), Sample.CUSTOMER, new ClaimCommand.Reopen("It came again"));
        assertThat(reopened.given())
                .extracting(Given::remedy)
                .extracting(Remedy::kind)
                .containsExactly(Remedy.Kind.KEEP_ITEM, Remedy.Kind.REFUND);
    }

    @Test
    void an_unhappy_customer_keeps_the_claim_open_and_it_is_the_agents_turn() {
        var unhappy = Sample.after(
                Sample.followingUp(), Sample.CUSTOMER, new ClaimCommand.RateSatisfaction(2, "Took too long"));
        assertThat(unhappy.state()).isEqualTo(new ClaimState.FollowingUp(false));
        assertThat(unhappy.owed().by()).isEqualTo(Owed.Party.AGENT);
    }

    @Test
    void closing_names_the_period_only_when_it_is_over() {
        var early = Sample.after(Sample.followingUp(), Sample.AGENT, new ClaimCommand.Close());
        var late = Sample.after(silent(Sample.followingUp()), Sample.AGENT, new ClaimCommand.Close());
        var unnoticed = Sample.after(
                Sample.followingUp(), Sample.AGENT, new ClaimCommand.Close(), Sample.MONDAY.plus(Clocks.FOLLOW_UP));
        assertThat(early.state()).isEqualTo(new ClaimState.Closed(ClosedBy.AGENT));
        assertThat(unnoticed.state()).isEqualTo(new ClaimState.Closed(ClosedBy.PERIOD_OVER));
        assertThat(late.state()).isEqualTo(new ClaimState.Closed(ClosedBy.PERIOD_OVER));
    }

    @Test
    void a_customer_who_lets_the_time_run_out_makes_it_the_agents_turn_and_can_still_speak() {
        for (var waiting : List.of(Sample.needsInformation(), Sample.followingUp())) {
            var silent = silent(waiting);
            assertThat(silent.state().name()).isEqualTo(waiting.state().name());
            assertThat(silent.owed().by()).isEqualTo(Owed.Party.AGENT);
        }
        var spoken = Sample.after(
                silent(Sample.followingUp()), Sample.CUSTOMER, new ClaimCommand.RateSatisfaction(2, "Not quite"));
        assertThat(spoken.state()).isEqualTo(new ClaimState.FollowingUp(false));
        var answered = Sample.after(
                silent(Sample.needsInformation()), Sample.CUSTOMER, new ClaimCommand.ProvideInformation("Here"));
        assertThat(answered.state()).isEqualTo(new ClaimState.Accepted());
    }

    @Test
    void a_customer_is_not_silent_before_the_time_is_over_nor_when_it_is_our_turn() {
        var silence = new ClaimCommand.RecordSilence();
        var late = Sample.MONDAY.plus(Clocks.FOLLOW_UP);
        var early = late.minusSeconds(1);
        var unhappy = Sample.after(Sample.followingUp(), Sample.CUSTOMER, new ClaimCommand.RateSatisfaction(1, "No"));
        assertThat(ClaimLifecycle.decide(Sample.followingUp(), silence, Sample.PRODUCT, early))
                .isInstanceOf(Outcome.No.class);
        assertThat(ClaimLifecycle.decide(unhappy, silence, Sample.PRODUCT, late))
                .isInstanceOf(Outcome.No.class);
        assertThat(ClaimLifecycle.decide(silent(Sample.followingUp()), silence, Sample.PRODUCT, late))
                .isInstanceOf(Outcome.No.class);
    }

    private static Claim silent(Claim claim) {
        return Sample.after(
                claim,
                Sample.PRODUCT,
                new ClaimCommand.RecordSilence(),
                Objects.requireNonNull(claim.owed().due()));
    }

    @Test
    void a_rejected_claim_that_is_reopened_is_decided_afresh() {
        var reopened = Sample.after(Sample.rejected(), Sample.CUSTOMER, new ClaimCommand.Reopen("Look at the photo"));
        assertThat(reopened.state()).isEqualTo(new ClaimState.Submitted());
    }

    @Test
    void a_failed_step_is_the_agents_turn_until_it_is_done() {
        var failed = Sample.after(
                Sample.executing(), Sample.PRODUCT, new ClaimCommand.RecordStepFailed(Sample.OFFER, 0, "card closed"));
        assertThat(failed.owed().by()).isEqualTo(Owed.Party.AGENT);
        assertThat(failed.state().name()).isEqualTo(ClaimState.Name.EXECUTING);
    }

    @Test
    void a_taken_back_claim_takes_its_open_offer_with_it() {
        var taken = Sample.after(Sample.offered(), Sample.CUSTOMER, new ClaimCommand.Withdraw(null));
        assertThat(taken.offers()).extracting(Offer::state).containsExactly(Offer.State.WITHDRAWN);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void whatever_happens_the_ledger_and_the_claim_agree(long seed) {
        var random = new Random(seed);
        var claim = Sample.submitted();
        var happened = new ArrayList<ClaimEvent>();
        for (int step = 0; step < 3_000; step++) {
            var act = ACTS.get(random.nextInt(ACTS.size()));
            if ((act == ClaimAct.RECORD_STEP_FAILED || act == ClaimAct.RECORD_RETURN) && seed % 2 == 1) {
                continue;
            }
            var before = claim;
            var actor = List.of(Sample.AGENT, Sample.SUPERVISOR, Sample.CUSTOMER, Sample.PRODUCT)
                    .get(random.nextInt(4));
            var command = randomly(act, claim, random);
            if (ClaimLifecycle.decide(claim, command, actor, now(act)) instanceof Outcome.Moved(var next, var events)) {
                claim = ClaimHistory.after(claim, next, events, Sample.MONDAY, Spans.USUAL);
                happened.addAll(events);
                assertThat(events).isNotEmpty();
                assertThat(claim.version()).isEqualTo(before.version() + 1);
                assertThat(before.state() instanceof ClaimState.Closed && !(next instanceof ClaimState.Closed))
                        .isEqualTo(before.state() instanceof ClaimState.Closed
                                && (act == ClaimAct.REOPEN || act == ClaimAct.APPEAL));
                if (act != ClaimAct.RECORD_STEP_REVERSED) {
                    // Settlement may say more exactly what was given; it never takes it from the list.
                    assertThat(claim.given())
                            .extracting(Given::offer, Given::position)
                            .containsAll(before.given().stream()
                                    .map(given -> tuple(given.offer(), given.position()))
                                    .toList());
                }
            }
            assertThat(claim.offers().stream().filter(ClaimLifecycleTest::isLive))
                    .hasSizeLessThanOrEqualTo(1);
            assertThat(claim.offers().stream().anyMatch(ClaimLifecycleTest::isLive))
                    .isEqualTo(claim.state() instanceof ClaimState.Offered);
            // Only what settlement reports late leaves something to do on a claim that is at rest.
            assertThat(claim.owed().by() == Owed.Party.NOBODY || reportedLate(happened))
                    .isEqualTo(isAtRest(claim) || reportedLate(happened));
        }
        assertThat(happened.stream().map(Object::getClass).distinct().count()).isGreaterThan(15);
    }

    private static boolean isAtRest(Claim claim) {
        return claim.state().name() == ClaimState.Name.CLOSED || claim.rejection() != null;
    }

    private static boolean reportedLate(List<ClaimEvent> happened) {
        return happened.stream()
                .anyMatch(event -> event instanceof ClaimEvent.StepFailed || event instanceof ClaimEvent.GoodsReturned);
    }

    private static boolean isLive(Offer offer) {
        return offer.state() == Offer.State.OPEN || offer.state() == Offer.State.AWAITING_APPROVAL;
    }

    private static ClaimCommand randomly(ClaimAct act, Claim claim, Random random) {
        var current = claim.currentOffer();
        return switch (act) {
            case MAKE_OFFER ->
                new ClaimCommand.MakeOffer(
                        new java.util.UUID(claim.version(), 1),
                        random.nextBoolean() ? Sample.REFUND_AND_KEEP : Sample.KEEP,
                        random.nextInt(4) == 0,
                        Sample.MONDAY.plus(Clocks.OFFER));
            case DECIDE_APPROVAL ->
                current == null
                        ? Specimens.of(act, claim)
                        : new ClaimCommand.DecideApproval(current.id(), random.nextBoolean(), null);
            case REVIEW_REJECTION -> new ClaimCommand.ReviewRejection(random.nextBoolean(), null);
            case RATE_SATISFACTION -> new ClaimCommand.RateSatisfaction(1 + random.nextInt(5), null);
            case RECORD_STEP_DONE ->
                claim.offers().stream()
                        .filter(offer -> offer.state() == Offer.State.ACCEPTED)
                        .reduce((_, last) -> last)
                        .<ClaimCommand>map(offer -> new ClaimCommand.RecordStepDone(offer.id(), 0, "re"))
                        .orElseGet(() -> new ClaimCommand.Escalate(null));
            default -> Specimens.of(act, claim);
        };
    }
}
