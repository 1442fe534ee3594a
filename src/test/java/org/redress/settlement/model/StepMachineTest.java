package org.redress.settlement.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Money;
import org.redress.remedy.Remedy;
import org.redress.settlement.Step;
import org.redress.settlement.Trouble;
import org.redress.settlement.Work;

class StepMachineTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant ASKED = NOW.minusSeconds(2);
    private static final double MIDDLE = 0.5;
    private static final Trouble LATE = Trouble.of(Trouble.Kind.TIMEOUT);
    private static final Outcome UNREACHABLE = new Outcome.Unreachable(LATE);

    @Test
    void a_confirmed_step_is_done_with_its_reference_and_without_an_old_error() {
        var after = after(step(Step.State.RUNNING, null, 3, 0, LATE), new Outcome.Confirmed("RF-1"));
        assertThat(after.state()).isEqualTo(Step.State.DONE);
        assertThat(after.reference()).isEqualTo("RF-1");
        assertThat(after.doneAt()).isEqualTo(NOW);
        assertThat(after.lastError()).isNull();
    }

    @Test
    void a_step_that_was_taken_on_is_asked_for_again_in_a_second() {
        var after = after(step(Step.State.RUNNING, null, 1, 0, null), new Outcome.Pending("RF-1"));
        assertThat(after.state()).isEqualTo(Step.State.RUNNING);
        assertThat(after.reference()).isEqualTo("RF-1");
        assertThat(after.nextAt()).isEqualTo(NOW.plusSeconds(1));
    }

    @Test
    void a_step_that_nobody_answered_waits_and_keeps_its_key() {
        var before = step(Step.State.RUNNING, null, 3, 0, null);
        var after = after(before, UNREACHABLE);
        assertThat(after.state()).isEqualTo(Step.State.PENDING);
        assertThat(after.lastError()).isEqualTo(LATE);
        assertThat(after.nextAt()).isEqualTo(NOW.plusSeconds(4));
        assertThat(after.key()).isEqualTo(before.key());
    }

    @Test
    void a_step_that_was_taken_on_stays_so_when_the_other_side_is_silent_for_a_while() {
        var after = after(step(Step.State.RUNNING, "RF-1", 1, 2, null), UNREACHABLE);
        assertThat(after.state()).isEqualTo(Step.State.RUNNING);
        assertThat(after.reference()).isEqualTo("RF-1");
        assertThat(after.nextAt()).isEqualTo(NOW.plusSeconds(2));
    }

    @Test
    void a_step_that_the_other_side_has_forgotten_is_asked_for_anew() {
        var after = after(step(Step.State.RUNNING, "RF-1", 1, 1, null), new Outcome.Unknown());
        assertThat(after.state()).isEqualTo(Step.State.PENDING);
        assertThat(after.reference()).isNull();
    }

    @Test
    void a_clear_no_fails_the_step_until_somebody_wants_another_attempt() {
        var no = Trouble.of(Trouble.Kind.REFUSED);
        var failed = after(step(Step.State.RUNNING, null, 1, 0, null), new Outcome.Refused(no));
        assertThat(failed.state()).isEqualTo(Step.State.FAILED);
        assertThat(failed.lastError()).isEqualTo(no);
        var again = StepMachine.again(failed, NOW);
        assertThat(again.state()).isEqualTo(Step.State.PENDING);
        assertThat(again.nextAt()).isEqualTo(NOW);
        assertThat(again.key()).isEqualTo(failed.key());
    }

    @Test
    void what_is_done_or_failed_is_not_moved_by_an_answer_that_comes_late() {
        for (var state : List.of(Step.State.DONE, Step.State.FAILED, Step.State.REVERSED)) {
            var step = step(state, "RF-1", 1, 1, null);
            assertThat(after(step, UNREACHABLE)).isEqualTo(step);
            assertThat(after(step, new Outcome.Confirmed("RF-2"))).isEqualTo(step);
        }
    }

    @Test
    void of_a_stopped_plan_what_was_never_asked_for_is_not_done() {
        var stopped = StepMachine.stopped(step(Step.State.PENDING, null, 0, 0, null), NOW);
        assertThat(stopped.state()).isEqualTo(Step.State.FAILED);
        assertThat(stopped.stop()).isEqualTo(Step.Stop.SETTLED);
        assertThat(stopped.lastError()).isEqualTo(Trouble.of(Trouble.Kind.STOPPED));
    }

    @Test
    void of_a_stopped_plan_a_refund_that_was_asked_for_is_awaited_until_its_fate_is_known() {
        var stopped = StepMachine.stopped(step(Step.State.PENDING, null, 1, 0, LATE), NOW);
        assertThat(stopped.stop()).isEqualTo(Step.Stop.AWAIT);
        assertThat(after(stopped, UNREACHABLE).stop()).isEqualTo(Step.Stop.AWAIT);
        var never = after(stopped, new Outcome.Unknown());
        assertThat(never.state()).isEqualTo(Step.State.FAILED);
        assertThat(never.stop()).isEqualTo(Step.Stop.SETTLED);
        var done = after(stopped, new Outcome.Confirmed("RF-1"));
        assertThat(done.state()).isEqualTo(Step.State.DONE);
        assertThat(done.stop()).isEqualTo(Step.Stop.SETTLED);
    }

    @Test
    void a_rest_of_a_partner_costs_no_attempt() {
        var rest = after(step(Step.State.RUNNING, null, 3, 0, LATE), new Outcome.NotAsked(Duration.ofSeconds(30)));
        assertThat(rest.attempts()).isEqualTo(2);
        assertThat(rest.nextAt()).isEqualTo(NOW.plusSeconds(30));
        assertThat(rest.lastError()).isEqualTo(Trouble.of(Trouble.Kind.CIRCUIT_OPEN));
    }

    @Test
    void every_move_is_one_version_further() {
        var step = step(Step.State.RUNNING, null, 1, 0, null);
        for (var outcome :
                List.of(UNREACHABLE, new Outcome.Confirmed("R"), new Outcome.Pending("R"), new Outcome.Refused(LATE))) {
            assertThat(after(step, outcome).version()).isEqualTo(step.version() + 1);
        }
    }

    @Test
    void pauses_double_from_a_second_to_a_quarter_of_an_hour() {
        assertThat(List.of(1, 2, 3, 4, 5)).extracting(StepMachineTest::seconds).containsExactly(1L, 2L, 4L, 8L, 16L);
        assertThat(seconds(11)).isEqualTo(900);
        assertThat(seconds(Integer.MAX_VALUE)).isEqualTo(900);
        assertThat(seconds(0)).isEqualTo(1);
    }

    @Test
    void pauses_are_spread_by_a_quarter_so_that_retries_do_not_come_in_step() {
        var chance = new Random(7);
        for (int i = 0; i < 1_000; i++) {
            assertThat(StepMachine.pause(4, StepMachine.LONGEST, chance.nextDouble()))
                    .isBetween(Duration.ofSeconds(6), Duration.ofSeconds(10));
        }
        assertThat(StepMachine.pause(4, StepMachine.LONGEST, 0)).isEqualTo(Duration.ofSeconds(6));
        assertThat(StepMachine.pause(4, StepMachine.LONGEST, 1)).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void an_answer_is_late_sooner_where_there_was_none_than_where_it_was_taken_on() {
        var silent = step(Step.State.PENDING, null, 9, 0, LATE);
        assertThat(silent.isOverdue(ASKED.plus(Step.UNHEARD))).isFalse();
        assertThat(silent.isOverdue(ASKED.plus(Step.UNHEARD).plusSeconds(1))).isTrue();
        var takenOn = step(Step.State.RUNNING, "RF-1", 1, 9, null);
        assertThat(takenOn.isOverdue(ASKED.plus(Step.UNDONE))).isFalse();
        assertThat(takenOn.isOverdue(ASKED.plus(Step.UNDONE).plusSeconds(1))).isTrue();
        for (var over : List.of(Step.State.DONE, Step.State.FAILED, Step.State.REVERSED)) {
            assertThat(step(over, "RF-1", 1, 9, null).isOverdue(ASKED.plus(Duration.ofDays(99))))
                    .isFalse();
        }
    }

    @Test
    void what_is_late_is_asked_for_at_least_every_hour_and_never_given_up() {
        var later = ASKED.plus(Step.UNHEARD).plusSeconds(1);
        var silent = step(Step.State.PENDING, null, 40, 0, LATE);
        var after = StepMachine.after(silent, UNREACHABLE, later, MIDDLE);
        assertThat(after.state()).isEqualTo(Step.State.PENDING);
        assertThat(after.nextAt()).isEqualTo(later.plus(Duration.ofHours(1)));
        assertThat(StepMachine.after(silent, UNREACHABLE, NOW, MIDDLE).nextAt())
                .isEqualTo(NOW.plus(Duration.ofMinutes(15)));
    }

    @Test
    void who_wants_it_again_or_stops_it_starts_the_waiting_anew() {
        var later = NOW.plus(Duration.ofDays(9));
        assertThat(StepMachine.again(step(Step.State.FAILED, null, 3, 0, LATE), later)
                        .askedAt())
                .isNull();
        assertThat(StepMachine.stopped(step(Step.State.RUNNING, "RF-1", 3, 0, null), later)
                        .askedAt())
                .isEqualTo(later);
    }

    private static long seconds(int tries) {
        return StepMachine.pause(tries, StepMachine.LONGEST, MIDDLE).toSeconds();
    }

    private static Step after(Step step, Outcome outcome) {
        return StepMachine.after(step, outcome, NOW, MIDDLE);
    }

    private static Step step(
            Step.State state, @Nullable String reference, int attempts, int polls, @Nullable Trouble lastError) {
        var id = new UUID(1, 2);
        return new Step(
                new MerchantId(id),
                id,
                id,
                id,
                0,
                0,
                Remedy.Kind.REFUND,
                state,
                new Work.Refund("A-1", null, new Money(100, Currency.getInstance("GBP"))),
                reference,
                attempts,
                polls,
                lastError,
                NOW.minusSeconds(1),
                NOW.minusSeconds(2),
                null,
                4,
                false,
                null,
                ASKED);
    }
}
