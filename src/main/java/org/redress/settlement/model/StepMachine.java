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
    private static final double JITTER = 0.25;

    private StepMachine() {}

    /**
     * The step after an answer; its attempt or poll has been counted already.
     *
     * @param chance from 0 to 1: spreads retries so that they do not come in step
     */
    public static Step after(Step step, Outcome outcome, Instant now, double chance) {
        if (!step.state().isUnderWay()) {
            return step;
        }
        return switch (outcome) {
            case Outcome.Confirmed(var reference) -> to(step, Step.State.DONE, reference, null, now, now);
            case Outcome.Pending(var reference) ->
                to(step, Step.State.RUNNING, reference, null, now.plus(pause(step.polls() + 1, chance)), null);
            case Outcome.Refused(var why) -> to(step, Step.State.FAILED, step.reference(), why, now, null);
            case Outcome.Unreachable(var why) -> {
                var waiting = step.reference() != null;
                var pause = pause(waiting ? step.polls() : step.attempts(), chance);
                var state = waiting ? Step.State.RUNNING : Step.State.PENDING;
                yield to(step, state, step.reference(), why, now.plus(pause), null);
            }
            case Outcome.Unknown() ->
                to(step, Step.State.PENDING, null, null, now.plus(pause(step.attempts(), chance)), null);
        };
    }

    /** A failed step that somebody wants tried again. */
    public static Step again(Step step, Instant now) {
        return to(step, Step.State.PENDING, null, step.lastError(), now, null);
    }

    /** 1 s, 2 s, 4 s and so on to a quarter of an hour, each a quarter more or less. */
    static Duration pause(int tries, double chance) {
        var doublings = Math.clamp(tries - 1, 0, 20);
        var exact = Math.min(FIRST.toMillis() << doublings, LONGEST.toMillis());
        return Duration.ofMillis(Math.round(exact * (1 - JITTER + 2 * JITTER * chance)));
    }

    private static Step to(
            Step step,
            Step.State state,
            @Nullable String reference,
            @Nullable Trouble trouble,
            Instant nextAt,
            @Nullable Instant doneAt) {
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
                step.attempts(),
                step.polls(),
                trouble,
                nextAt,
                step.createdAt(),
                doneAt,
                step.version() + 1);
    }
}
