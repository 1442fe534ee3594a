package org.redress.settlement.model;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.redress.settlement.Step;
import org.redress.settlement.Trouble;

/** How a step moves. */
public final class StepMachine {
    static final Duration FIRST = Duration.ofSeconds(1);
    static final Duration LONGEST = Duration.ofMinutes(15);
    static final Duration LONGEST_OVERDUE = Duration.ofHours(1);
    private static final double JITTER = 0.25;

    private StepMachine() {}

    /** The step when somebody stops its plan: what was never asked for is not, and what was is taken back or awaited. */
    public static Step stopped(Step step, Instant now) {
        var asked = step.attempts() > 0 || step.state() == Step.State.RUNNING;
        return switch (step.state()) {
            case REVERSED, FAILED -> stop(step, step.state(), Step.Stop.SETTLED, step.lastError(), now);
            case DONE ->
                step.work().mayBeTakenBack()
                        ? asked(stop(step, Step.State.DONE, Step.Stop.CANCEL, null, now), now)
                        : stop(step, Step.State.DONE, Step.Stop.SETTLED, null, now);
            case PENDING, RUNNING -> {
                if (!asked) {
                    var why = Trouble.of(Trouble.Kind.STOPPED);
                    yield stop(step, Step.State.FAILED, Step.Stop.SETTLED, why, now);
                }
                var next = step.work().mayBeTakenBack() ? Step.Stop.CANCEL : Step.Stop.AWAIT;
                yield asked(stop(step, step.state(), next, step.lastError(), now), now);
            }
        };
    }

    private static Step stop(Step step, Step.State state, Step.Stop stop, @Nullable Trouble trouble, Instant now) {
        return with(step, state, step.reference(), trouble, now, step.doneAt(), stop);
    }

    /** The step after the other side was asked to take it back. */
    public static Step afterCancel(Step step, Outcome outcome, Instant now, double chance) {
        var again = now.plus(pause(step, Math.max(1, step.polls()), now, chance));
        return switch (outcome) {
            case Outcome.Confirmed _ -> stop(step, Step.State.REVERSED, Step.Stop.SETTLED, null, now);
            case Outcome.Unknown() -> neverDone(step, now);
            case Outcome.Refused(var why) ->
                step.state() == Step.State.DONE
                        ? stop(step, Step.State.DONE, Step.Stop.SETTLED, why, now)
                        : stop(step, step.state(), Step.Stop.AWAIT, why, now);
            case Outcome.Pending _ -> stop(step, step.state(), Step.Stop.CANCEL, null, again);
            case Outcome.Unreachable(var why) -> stop(step, step.state(), Step.Stop.CANCEL, why, again);
            case Outcome.NotAsked(var pause) ->
                stop(step, step.state(), Step.Stop.CANCEL, Trouble.of(Trouble.Kind.CIRCUIT_OPEN), now.plus(pause));
        };
    }

    private static Step neverDone(Step step, Instant now) {
        return stop(step, Step.State.FAILED, Step.Stop.SETTLED, Trouble.of(Trouble.Kind.STOPPED), now);
    }

    /** The step that was given up, and now the other side says that it was done after all. */
    public static Step late(Step step, Outcome.Confirmed fact, Instant now) {
        return with(step, Step.State.DONE, fact.reference(), null, now, now, step.stop());
    }

    /**
     * The step after an answer; its attempt or poll has been counted already.
     *
     * @param chance from 0 to 1: spreads retries so that they do not come in step
     */
    public static Step after(Step step, Outcome outcome, Instant now, double chance) {
        if (!step.state().isUnderWay()) {
            return step;
        }
        if (step.stop() == Step.Stop.AWAIT && outcome instanceof Outcome.Unknown) {
            return neverDone(step, now);
        }
        return switch (outcome) {
            case Outcome.Confirmed(var reference) -> to(step, Step.State.DONE, reference, null, now, now);
            case Outcome.Pending(var reference) ->
                to(
                        step,
                        Step.State.RUNNING,
                        reference,
                        null,
                        now.plus(pause(step, step.polls() + 1, now, chance)),
                        null);
            case Outcome.Refused(var why) -> to(step, Step.State.FAILED, step.reference(), why, now, null);
            case Outcome.Unreachable(var why) -> {
                var waiting = step.reference() != null;
                var pause = pause(step, waiting ? step.polls() : step.attempts(), now, chance);
                var state = waiting ? Step.State.RUNNING : Step.State.PENDING;
                yield to(step, state, step.reference(), why, now.plus(pause), null);
            }
            case Outcome.NotAsked(var pause) ->
                to(
                        step,
                        step.reference() == null ? Step.State.PENDING : Step.State.RUNNING,
                        step.reference(),
                        Trouble.of(Trouble.Kind.CIRCUIT_OPEN),
                        now.plus(pause),
                        null);
            case Outcome.Unknown() ->
                to(step, Step.State.PENDING, null, null, now.plus(pause(step, step.attempts(), now, chance)), null);
        };
    }

    /** A failed step that somebody wants tried again. */
    public static Step again(Step step, Instant now) {
        return asked(to(step, Step.State.PENDING, null, step.lastError(), now, null), null);
    }

    static Duration pause(int tries, double chance) {
        return pause(tries, LONGEST, chance);
    }

    private static Duration pause(Step step, int tries, Instant now, double chance) {
        return pause(tries, step.isOverdue(now) ? LONGEST_OVERDUE : LONGEST, chance);
    }

    /** 1 s, 2 s, 4 s and so on to the longest, each a quarter more or less. */
    static Duration pause(int tries, Duration longest, double chance) {
        var doublings = Math.clamp(tries - 1, 0, 20);
        var exact = Math.min(FIRST.toMillis() << doublings, longest.toMillis());
        return Duration.ofMillis(Math.round(exact * (1 - JITTER + 2 * JITTER * chance)));
    }

    private static Step to(
            Step step,
            Step.State state,
            @Nullable String reference,
            @Nullable Trouble trouble,
            Instant nextAt,
            @Nullable Instant doneAt) {
        var stop = step.stop();
        var over = state == Step.State.FAILED || (state == Step.State.DONE && stop != Step.Stop.CANCEL);
        return with(step, state, reference, trouble, nextAt, doneAt, over && stop != null ? Step.Stop.SETTLED : stop);
    }

    private static Step with(
            Step step,
            Step.State state,
            @Nullable String reference,
            @Nullable Trouble trouble,
            Instant nextAt,
            @Nullable Instant doneAt,
            Step.@Nullable Stop stop) {
        var notAsked = trouble != null && trouble.kind() == Trouble.Kind.CIRCUIT_OPEN && stop == null;
        return new Step(
                step.merchant(),
                step.id(),
                step.claim(),
                step.offer(),
                step.position(),
                step.part(),
                step.kind(),
                state,
                step.work(),
                reference,
                notAsked && reference == null ? Math.max(0, step.attempts() - 1) : step.attempts(),
                step.polls(),
                trouble,
                nextAt,
                step.createdAt(),
                doneAt,
                step.version() + 1,
                step.unsure(),
                stop,
                step.askedAt());
    }

    private static Step asked(Step step, @Nullable Instant askedAt) {
        return new Step(
                step.merchant(),
                step.id(),
                step.claim(),
                step.offer(),
                step.position(),
                step.part(),
                step.kind(),
                step.state(),
                step.work(),
                step.reference(),
                step.attempts(),
                step.polls(),
                step.lastError(),
                step.nextAt(),
                step.createdAt(),
                step.doneAt(),
                step.version(),
                step.unsure(),
                step.stop(),
                askedAt);
    }
}
