package org.redress.settlement.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.redress.settlement.Step;
import org.redress.settlement.StockCorrection;
import org.redress.settlement.Trouble;

/** How the telling of a correction moves: as a step does. */
public final class StockMachine {
    private StockMachine() {}

    /** @param chance from 0 to 1: spreads retries */
    public static StockCorrection after(StockCorrection told, Outcome outcome, Instant now, double chance) {
        if (!told.state().isUnderWay()) {
            return told;
        }
        return switch (outcome) {
            case Outcome.Confirmed(var reference) -> to(told, Step.State.DONE, reference, null, now, now);
            case Outcome.Pending(var reference) -> {
                var again = now.plus(StepMachine.pause(told.polls() + 1, chance));
                yield to(told, Step.State.RUNNING, reference, null, again, null);
            }
            case Outcome.Refused(var why) -> to(told, Step.State.FAILED, told.reference(), why, now, null);
            case Outcome.Unreachable(var why) -> {
                var waiting = told.reference() != null;
                var again = now.plus(StepMachine.pause(waiting ? told.polls() : told.attempts(), chance));
                yield to(told, waiting ? Step.State.RUNNING : Step.State.PENDING, told.reference(), why, again, null);
            }
            case Outcome.NotAsked(var pause) ->
                to(told, told.state(), told.reference(), told.lastError(), now.plus(pause), null);
            case Outcome.Unknown() -> {
                var again = now.plus(StepMachine.pause(told.attempts(), chance));
                yield to(told, Step.State.PENDING, null, told.lastError(), again, null);
            }
        };
    }

    /** One that was refused, and is told again under the same key. */
    public static StockCorrection again(StockCorrection refused, Instant now) {
        return to(refused, Step.State.PENDING, null, refused.lastError(), now, null);
    }

    /** One that was refused or never asked for, and that a later receipt has made void. */
    public static StockCorrection withdrawn(StockCorrection untaken, Instant now) {
        return to(untaken, Step.State.REVERSED, null, untaken.lastError(), now, null);
    }

    private static StockCorrection to(
            StockCorrection told,
            Step.State state,
            @Nullable String reference,
            @Nullable Trouble trouble,
            Instant nextAt,
            @Nullable Instant doneAt) {
        return new StockCorrection(
                told.merchant(),
                told.id(),
                told.returned(),
                told.receipt(),
                told.claim(),
                told.claimNumber(),
                told.sku(),
                told.units(),
                told.stock(),
                told.reason(),
                state,
                reference,
                told.attempts(),
                told.polls(),
                trouble,
                nextAt,
                told.createdAt(),
                doneAt,
                told.version() + 1);
    }
}
