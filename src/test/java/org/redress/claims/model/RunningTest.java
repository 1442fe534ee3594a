package org.redress.claims.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.calendars.Shift;
import org.redress.calendars.WorkingTime;
import org.redress.claims.Claim;
import org.redress.claims.ClaimAct;
import org.redress.claims.ClaimClock;
import org.redress.claims.ClaimClock.Party;
import org.redress.claims.ClaimClock.Promise;
import org.redress.claims.ClaimClock.Rung;
import org.redress.claims.ClaimClock.State;
import org.redress.claims.ClaimCommand;
import org.redress.claims.ClaimEvent;
import org.redress.claims.ClaimState;
import org.redress.claims.Offer;
import org.redress.claims.Owed;
import org.redress.claims.ReturnMatch;
import org.redress.claims.model.ClaimLifecycle.Outcome;
import org.redress.kernel.Actor;

/** A claim's clocks as it is moved along. */
class RunningTest {
    private static final ClaimCommand ASK = new ClaimCommand.AskInformation(List.of("ITEM"), "A photo, please.");

    private static final Set<ClaimAct> EVER = EnumSet.of(
            ClaimAct.ADD_EVIDENCE,
            ClaimAct.RECORD_READING,
            ClaimAct.ASSESS,
            ClaimAct.RECORD_CAUSE,
            ClaimAct.RECORD_CONCLUSION,
            ClaimAct.RECORD_RETURN,
            ClaimAct.RECORD_STEP_FAILED,
            ClaimAct.RECORD_STEP_REVERSED,
            ClaimAct.RECORD_PART_DONE,
            ClaimAct.ASSIGN,
            ClaimAct.ESCALATE,
            ClaimAct.MERGE,
            ClaimAct.WITHDRAW);

    private Instant now = Sample.MONDAY;
    private WorkingTime working = WorkingTime.AROUND_THE_CLOCK;
    private Spans rules = Spans.USUAL;
    private Claim claim = Sample.submitted();
    private List<ClaimClock> clocks = List.of();
    private final List<ClaimEvent> said = new ArrayList<>();

    @BeforeEach
    void file() {
        begin();
    }

    private void begin() {
        var sample = Sample.submitted();
        claim = ClaimHistory.registered(
                sample.merchant(),
                sample.id(),
                sample.number(),
                sample.filing(),
                sample.verdict(),
                sample.severity(),
                Sample.MONDAY,
                spans());
        clocks = Running.registered(claim, ticking(), spans());
        said.clear();
        now = Sample.MONDAY;
    }

    private Spans spans() {
        return Spans.in(() -> working, rules);
    }

    private Ticking ticking() {
        return new Ticking(working);
    }

    private boolean tries(Actor actor, ClaimCommand command) {
        if (!(ClaimLifecycle.decide(claim, command, actor, now, spans())
                instanceof Outcome.Moved(var next, var events))) {
            return false;
        }
        var after = ClaimHistory.after(claim, next, events, now, spans());
        if (Running.concerns(claim, after, events)) {
            var ticked = Running.after(clocks, claim, after, events, actor, now, ticking(), spans());
            clocks = ticked.clocks();
            said.addAll(ticked.said());
        }
        claim = after;
        return true;
    }

    private void move(Actor actor, ClaimCommand command) {
        assertThat(tries(actor, command)).isTrue();
    }

    private void pass(Duration span) {
        now = now.plus(span);
    }

    private List<ClaimClock> all(Party party, Promise promise) {
        return clocks.stream()
                .filter(clock -> clock.party() == party && clock.promise() == promise)
                .toList();
    }

    private ClaimClock the(Party party, Promise promise) {
        return all(party, promise).getLast();
    }

    private Set<String> running() {
        return clocks.stream()
                .filter(clock -> clock.state() == State.RUNNING)
                .map(clock -> clock.party() + " " + clock.promise())
                .collect(Collectors.toSet());
    }

    @Test
    void a_claim_that_is_filed_is_acknowledged_at_once_and_an_agent_owes_an_answer_a_decision_and_word() {
        assertThat(the(Party.SYSTEM, Promise.ACKNOWLEDGE).state()).isEqualTo(State.MET);
        assertThat(running()).containsExactlyInAnyOrder("AGENT FIRST_RESPONSE", "AGENT DECISION", "AGENT FEEDBACK");
        assertThat(the(Party.AGENT, Promise.DECISION).dueAt())
                .isEqualTo(claim.owed().due());
    }

    @Test
    void a_decision_pauses_while_the_customer_is_asked_and_goes_on_where_it_stood() {
        pass(Duration.ofHours(3));
        move(Sample.AGENT, ASK);
        assertThat(running()).containsExactly("CUSTOMER ANSWER");
        assertThat(the(Party.AGENT, Promise.FIRST_RESPONSE).state()).isEqualTo(State.MET);
        var paused = the(Party.AGENT, Promise.DECISION);
        assertThat(paused.state()).isEqualTo(State.PAUSED);
        assertThat(paused.used()).isEqualTo(Duration.ofHours(3));

        pass(Duration.ofDays(2));
        move(Sample.CUSTOMER, new ClaimCommand.ProvideInformation("It is the red one."));
        assertThat(the(Party.CUSTOMER, Promise.ANSWER).state()).isEqualTo(State.MET);
        assertThat(the(Party.AGENT, Promise.DECISION).dueAt()).isEqualTo(now.plus(Duration.ofHours(21)));
        assertThat(running()).containsExactlyInAnyOrder("AGENT DECISION", "AGENT FEEDBACK");
    }

    @Test
    void what_was_promised_stays_promised_when_the_rules_change() {
        rules = _ -> Duration.ofHours(1);
        move(Sample.AGENT, ASK);
        pass(Duration.ofDays(1));
        move(Sample.CUSTOMER, new ClaimCommand.ProvideInformation("Here."));
        assertThat(the(Party.AGENT, Promise.DECISION).allowed()).isEqualTo(Clocks.DECISION);
        assertThat(the(Party.AGENT, Promise.DECISION).dueAt()).isEqualTo(now.plus(Clocks.DECISION));
        move(Sample.AGENT, new ClaimCommand.Accept(null));
        assertThat(the(Party.AGENT, Promise.DECISION).allowed()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void carrying_out_runs_from_consent_to_the_last_step() {
        move(Sample.AGENT, new ClaimCommand.Accept(null));
        move(Sample.AGENT, Sample.offer(Sample.REFUND_AND_KEEP, false));
        assertThat(all(Party.AGENT, Promise.DECISION))
                .extracting(ClaimClock::state)
                .containsOnly(State.MET);
        assertThat(running()).containsExactly("CUSTOMER ANSWER");
        move(Sample.CUSTOMER, new ClaimCommand.AcceptOffer(Sample.OFFER, "We refund £12.50."));
        assertThat(running()).containsExactlyInAnyOrder("SYSTEM EXECUTION", "AGENT FEEDBACK");

        pass(Duration.ofHours(2));
        move(Sample.PRODUCT, new ClaimCommand.RecordStepFailed(Sample.OFFER, 0, "card closed"));
        assertThat(running()).containsExactlyInAnyOrder("SYSTEM EXECUTION", "AGENT ANSWER", "AGENT FEEDBACK");
        assertThat(the(Party.AGENT, Promise.ANSWER).dueAt()).isEqualTo(now.plus(Clocks.REPAIR));

        move(Sample.PRODUCT, new ClaimCommand.RecordStepDone(Sample.OFFER, 0, "re_1"));
        assertThat(the(Party.SYSTEM, Promise.EXECUTION).state()).isEqualTo(State.MET);
        assertThat(the(Party.SYSTEM, Promise.EXECUTION).used()).isEqualTo(Duration.ofHours(2));
        assertThat(the(Party.AGENT, Promise.ANSWER).state()).isEqualTo(State.MET);
        assertThat(running()).containsExactly("CUSTOMER ANSWER");
    }

    @Test
    void what_a_second_person_looks_at_is_owed_by_them_while_the_decision_waits() {
        move(Sample.AGENT, new ClaimCommand.Reject("The right article came."));
        assertThat(running()).containsExactlyInAnyOrder("SUPERVISOR ANSWER", "AGENT FIRST_RESPONSE", "AGENT FEEDBACK");
        move(Sample.SUPERVISOR, new ClaimCommand.ReviewRejection(false, null));
        assertThat(the(Party.SUPERVISOR, Promise.ANSWER).state()).isEqualTo(State.MET);
        assertThat(running()).containsExactlyInAnyOrder("AGENT DECISION", "AGENT FIRST_RESPONSE", "AGENT FEEDBACK");
        move(Sample.COLLEAGUE, new ClaimCommand.Reject("The right article came."));
        move(Sample.SUPERVISOR, new ClaimCommand.ReviewRejection(true, null));
        assertThat(running()).isEmpty();
        assertThat(clocks).noneMatch(ClaimClock::isOpen);
    }

    @Test
    void a_customer_who_lets_it_run_out_has_not_answered_and_the_agent_goes_on() {
        move(Sample.AGENT, ASK);
        pass(Clocks.INFORMATION);
        move(Sample.PRODUCT, new ClaimCommand.RecordSilence());
        var lapsed = the(Party.CUSTOMER, Promise.ANSWER);
        assertThat(lapsed.state()).isEqualTo(State.VOID);
        assertThat(lapsed.isBroken()).isTrue();
        assertThat(running()).contains("AGENT DECISION");
        assertThat(said).isEmpty();
    }

    @Test
    void what_is_done_late_was_broken_before_and_that_is_said_once() {
        pass(Clocks.DECISION.plusHours(1));
        move(Sample.AGENT, new ClaimCommand.Accept(null));
        var due = Sample.MONDAY.plus(Clocks.DECISION);
        assertThat(said)
                .containsExactlyInAnyOrder(
                        new ClaimEvent.PromiseBroken(Promise.DECISION, Party.AGENT, due),
                        new ClaimEvent.PromiseBroken(
                                Promise.FIRST_RESPONSE, Party.AGENT, Sample.MONDAY.plus(Clocks.FIRST_RESPONSE)));
        assertThat(all(Party.AGENT, Promise.DECISION).getFirst())
                .matches(ClaimClock::isBroken)
                .extracting(ClaimClock::state)
                .isEqualTo(State.MET);
        assertThat(the(Party.AGENT, Promise.DECISION).rung()).isEqualTo(Rung.ON_TIME);
    }

    @Test
    void word_to_the_customer_begins_anew_whenever_they_hear_from_us_and_stays_where_it_was_late() {
        pass(Duration.ofHours(40));
        var told = Running.told(clocks, claim, Sample.AGENT, now, ticking(), spans());
        clocks = told.clocks();
        assertThat(all(Party.AGENT, Promise.FEEDBACK)).hasSize(1);
        assertThat(the(Party.AGENT, Promise.FEEDBACK).dueAt()).isEqualTo(now.plus(Clocks.FEEDBACK));
        assertThat(the(Party.AGENT, Promise.FIRST_RESPONSE).state()).isEqualTo(State.MET);

        pass(Duration.ofHours(49));
        clocks = Running.told(clocks, claim, Sample.AGENT, now, ticking(), spans())
                .clocks();
        assertThat(all(Party.AGENT, Promise.FEEDBACK))
                .extracting(ClaimClock::state)
                .containsExactly(State.MET, State.RUNNING);
    }

    private void write() {
        clocks = Running.wrote(clocks, claim, now, ticking(), spans()).clocks();
    }

    @Test
    void who_writes_is_owed_one_answer_however_often_until_a_person_tells_them_something() {
        pass(Duration.ofHours(1));
        write();
        var due = now.plus(Clocks.FIRST_RESPONSE);
        pass(Duration.ofHours(2));
        write();
        assertThat(all(Party.AGENT, Promise.REPLY))
                .singleElement()
                .extracting(ClaimClock::dueAt)
                .isEqualTo(due);

        clocks = Running.told(clocks, claim, Sample.PRODUCT, now, ticking(), spans())
                .clocks();
        assertThat(the(Party.AGENT, Promise.REPLY).state()).isEqualTo(State.RUNNING);
        move(Sample.AGENT, ASK);
        assertThat(the(Party.AGENT, Promise.REPLY).state()).isEqualTo(State.MET);

        write();
        clocks = Running.told(clocks, claim, Sample.AGENT, now, ticking(), spans())
                .clocks();
        assertThat(all(Party.AGENT, Promise.REPLY))
                .extracting(ClaimClock::state)
                .containsExactly(State.MET, State.MET);
    }

    @Test
    void what_is_noted_merged_or_said_by_a_program_answers_nobody() {
        write();
        move(Sample.AGENT, new ClaimCommand.Merge(Specimens.twin(claim), false));
        assertThat(the(Party.AGENT, Promise.REPLY).state()).isEqualTo(State.RUNNING);
        move(Sample.AGENT, new ClaimCommand.Separate());
        move(Sample.AGENT, new ClaimCommand.RecordReturn(List.of(), ReturnMatch.SAME, false));
        assertThat(the(Party.AGENT, Promise.REPLY).state()).isEqualTo(State.RUNNING);
        var program = new Actor.Program(org.redress.kernel.Ids.next(), "Chat");
        move(program, new ClaimCommand.Withdraw(null));
        move(program, new ClaimCommand.Reopen("It is wrong after all."));
        assertThat(the(Party.AGENT, Promise.REPLY).state()).isEqualTo(State.RUNNING);
        move(Sample.AGENT, new ClaimCommand.Accept(null));
        assertThat(the(Party.AGENT, Promise.REPLY).state()).isEqualTo(State.MET);
    }

    @Test
    void what_needs_no_answer_waits_no_longer_and_what_was_late_by_then_stays_broken() {
        write();
        pass(Clocks.FIRST_RESPONSE.plusMinutes(1));
        var ended = Running.needsNoReply(clocks, claim, now, ticking(), spans());
        clocks = ended.clocks();
        assertThat(the(Party.AGENT, Promise.REPLY))
                .matches(ClaimClock::isBroken)
                .extracting(ClaimClock::state)
                .isEqualTo(State.VOID);
        assertThat(ended.said())
                .contains(new ClaimEvent.PromiseBroken(
                        Promise.REPLY, Party.AGENT, Sample.MONDAY.plus(Clocks.FIRST_RESPONSE)));
    }

    @Test
    void who_writes_on_a_closed_claim_is_owed_an_answer_too() {
        move(Sample.CUSTOMER, new ClaimCommand.Withdraw(null));
        write();
        assertThat(running()).containsExactly("AGENT REPLY");
    }

    @Test
    void a_claim_that_goes_on_under_another_pauses_and_goes_on_when_it_is_separated() {
        pass(Duration.ofHours(3));
        move(Sample.AGENT, new ClaimCommand.Merge(Specimens.twin(claim), false));
        assertThat(running()).isEmpty();
        pass(Duration.ofDays(3));
        move(Sample.AGENT, new ClaimCommand.Separate());
        assertThat(the(Party.AGENT, Promise.DECISION).dueAt()).isEqualTo(now.plus(Duration.ofHours(21)));
    }

    @Test
    void our_clocks_run_while_our_people_work_and_the_customer_s_always() {
        working = WorkingTime.of(ZoneId.of("UTC"), _ -> List.of(new Shift(9 * 60, 17 * 60)));
        begin();
        // Monday 09:00 and 24 hours of work: Wednesday 17:00.
        var due = Instant.parse("2026-11-25T17:00:00Z");
        assertThat(the(Party.AGENT, Promise.DECISION).dueAt()).isEqualTo(due);
        assertThat(the(Party.AGENT, Promise.DECISION).nextAt()).isEqualTo(Instant.parse("2026-11-25T11:00:00Z"));
        move(Sample.AGENT, ASK);
        assertThat(claim.owed()).isEqualTo(new Owed(Owed.Party.CUSTOMER, now, now.plus(Clocks.INFORMATION)));
        assertThat(the(Party.CUSTOMER, Promise.ANSWER).dueAt()).isEqualTo(now.plus(Clocks.INFORMATION));
    }

    @Test
    void a_clock_warns_breaks_and_is_escalated_each_in_its_time() {
        var decision = the(Party.AGENT, Promise.DECISION);
        var warned = ticking().climb(decision, Rung.ESCALATED, Sample.MONDAY.plus(Duration.ofHours(18)));
        assertThat(warned.rung()).isEqualTo(Rung.WARNED);
        assertThat(ticking()
                        .climb(
                                decision,
                                Rung.ESCALATED,
                                Sample.MONDAY.plus(Duration.ofHours(18)).minusMillis(1)))
                .isEqualTo(decision);
        var broken = ticking().climb(warned, Rung.ESCALATED, decision.dueAt());
        assertThat(broken.rung()).isEqualTo(Rung.BROKEN);
        assertThat(ticking()
                        .climb(broken, Rung.ESCALATED, decision.dueAt().plus(Clocks.ESCALATION))
                        .rung())
                .isEqualTo(Rung.ESCALATED);
        assertThat(ticking().climb(decision, Rung.ESCALATED, decision.dueAt().plus(Duration.ofDays(9))))
                .matches(clock -> clock.rung() == Rung.ESCALATED && clock.nextAt() == null);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void however_it_goes_no_promise_runs_twice_nothing_is_used_by_a_pause_and_what_is_broken_is_broken_once(long seed) {
        var random = new Random(seed);
        working = random.nextBoolean()
                ? WorkingTime.AROUND_THE_CLOCK
                : WorkingTime.of(
                        ZoneId.of("Europe/London"),
                        day -> day.getDayOfWeek().getValue() < 6
                                ? List.of(new Shift(540, 720), new Shift(780, 1080))
                                : List.of());
        int moves = 0;
        var seen = EnumSet.noneOf(ClaimState.Name.class);
        for (int walk = 0; walk < 25; walk++) {
            begin();
            for (int step = 0; step < 60; step++) {
                pass(Duration.ofMinutes(random.nextInt(20) == 0 ? random.nextInt(9000) : random.nextInt(300)));
                var before = clocks;
                if (random.nextInt(3) == 0) {
                    sweep();
                } else {
                    var actor = someone(random);
                    if (tries(actor, something(actor, random))) {
                        moves++;
                        seen.add(claim.state().name());
                    }
                }
                check(before);
            }
        }
        assertThat(moves).isGreaterThan(250);
        assertThat(seen)
                .contains(ClaimState.Name.EXECUTING, ClaimState.Name.NEEDS_INFORMATION, ClaimState.Name.REJECTED);
    }

    private void sweep() {
        clocks = clocks.stream()
                .map(clock -> {
                    var climbed = ticking().climb(clock, Rung.ESCALATED, now);
                    if (climbed.isBroken() && !clock.isBroken()) {
                        said.add(new ClaimEvent.PromiseBroken(clock.promise(), clock.party(), clock.dueAt()));
                    }
                    return climbed;
                })
                .toList();
    }

    private static Actor someone(Random random) {
        return List.of(Sample.AGENT, Sample.SUPERVISOR, Sample.COLLEAGUE, Sample.CUSTOMER, Sample.PRODUCT)
                .get(random.nextInt(5));
    }

    /** Mostly what leads on: else the walk stays near where it began. */
    private ClaimCommand something(Actor actor, Random random) {
        var possible = new ArrayList<>(ClaimLifecycle.possible(claim, actor, now));
        if (random.nextInt(5) > 0) {
            possible.removeAll(EVER);
        }
        var act = possible.isEmpty() ? ClaimAct.ESCALATE : possible.get(random.nextInt(possible.size()));
        return switch (act) {
            case MAKE_OFFER ->
                new ClaimCommand.MakeOffer(
                        org.redress.kernel.Ids.next(),
                        random.nextBoolean() ? Sample.REFUND_AND_KEEP : Sample.KEEP,
                        random.nextBoolean(),
                        now.plus(Clocks.OFFER));
            case DECIDE_APPROVAL -> {
                var offer = claim.currentOffer();
                yield new ClaimCommand.DecideApproval(
                        offer == null ? Sample.OFFER : offer.id(), random.nextBoolean(), null);
            }
            case RECORD_STEP_DONE ->
                claim.offers().stream()
                        .filter(offer -> offer.state() == Offer.State.ACCEPTED)
                        .reduce((_, last) -> last)
                        .<ClaimCommand>map(offer -> new ClaimCommand.RecordStepDone(offer.id(), 0, "re"))
                        .orElseGet(() -> new ClaimCommand.Escalate(null));
            case REVIEW_REJECTION -> new ClaimCommand.ReviewRejection(random.nextBoolean(), null);
            case RATE_SATISFACTION -> new ClaimCommand.RateSatisfaction(1 + random.nextInt(5), null);
            default -> Specimens.of(act, claim);
        };
    }

    private void check(List<ClaimClock> before) {
        var open = clocks.stream().filter(ClaimClock::isOpen).toList();
        assertThat(open)
                .extracting(clock -> clock.party() + " " + clock.promise())
                .doesNotHaveDuplicates();
        assertThat(clocks)
                .extracting(clock -> clock.party() + " " + clock.promise() + " " + clock.round())
                .doesNotHaveDuplicates();
        assertThat(clocks).allSatisfy(clock -> {
            assertThat(clock.used()).isGreaterThanOrEqualTo(Duration.ZERO);
            assertThat(clock.allowed()).isGreaterThanOrEqualTo(Duration.ZERO);
            assertThat(clock.state() == State.RUNNING || clock.nextAt() == null).isTrue();
        });
        // A pause adds nothing, and what has ended stays as it is.
        for (var was : before) {
            var is = clocks.stream().filter(clock -> isSame(clock, was)).findFirst();
            if (was.state() == State.PAUSED) {
                assertThat(is).get().extracting(ClaimClock::used).isEqualTo(was.used());
            } else if (!was.isOpen()) {
                assertThat(is).contains(was);
            }
        }
        assertThat(said).doesNotHaveDuplicates();
        assertThat(new HashSet<>(said)).hasSize((int) clocks.stream()
                .filter(clock -> clock.isBroken() && clock.party() != Party.CUSTOMER)
                .count());
        whoseTurnItIsOwesSomething();
    }

    private void whoseTurnItIsOwesSomething() {
        var parties = clocks.stream()
                .filter(clock -> clock.state() == State.RUNNING)
                .map(clock -> clock.party().name())
                .collect(Collectors.toSet());
        switch (claim.owed().by()) {
            case CUSTOMER -> assertThat(parties).contains("CUSTOMER");
            case AGENT -> assertThat(parties).contains("AGENT");
            case SUPERVISOR -> assertThat(parties).contains("SUPERVISOR");
            case SYSTEM -> assertThat(parties).contains("SYSTEM");
            case NOBODY -> assertThat(parties).isEmpty();
        }
    }

    private static boolean isSame(ClaimClock one, ClaimClock other) {
        return one.party() == other.party()
                && one.promise() == other.promise()
                && one.round() == other.round()
                && one.startedAt().equals(other.startedAt());
    }
}
