package org.redress.claims;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one party owes on a claim, and how much of the time for it is used. It runs beside the state and beside whose turn it
 * is ({@link Owed}).
 *
 * @param about the claim, or what is asked beside it, such as a question to the warehouse
 * @param round counts from 1: the same is promised again after a reopening
 * @param allowed how long, frozen when it starts: other rules change nothing of it
 * @param since when it began to run, to pause, or ended
 * @param used of the time allowed, up to {@code since}
 * @param dueAt when the time is over if it runs on; of a paused one as it stood
 * @param nextAt when something happens to it by itself; null where nothing does
 */
public record ClaimClock(
        UUID about,
        Party party,
        Promise promise,
        int round,
        Hours hours,
        Instant startedAt,
        Duration allowed,
        State state,
        Instant since,
        Duration used,
        Instant dueAt,
        Rung rung,
        @Nullable Instant nextAt) {

    /** Who owes it. */
    public enum Party {
        CUSTOMER,
        AGENT,
        SUPERVISOR,
        WAREHOUSE,
        SUPPLIER,
        CARRIER,
        /** The product and whoever it makes carry something out. */
        SYSTEM
    }

    /** What is owed. */
    public enum Promise {
        /** The customer knows that we have it (domain.md R15). */
        ACKNOWLEDGE,
        /** A person has looked, and the customer can see that. */
        FIRST_RESPONSE,
        /** Whether it is ours to make right, and then how (domain.md R16). */
        DECISION,
        /** From the customer's consent to the last step. */
        EXECUTION,
        /** The customer hears from us now and then, while it is ours to move (domain.md R17). */
        FEEDBACK,
        /** What the customer wrote of themselves is answered by a person (domain.md R15, R63). */
        REPLY,
        /** Whoever was asked answers. */
        ANSWER
    }

    /** In which time it runs. */
    public enum Hours {
        /** While people work, by the merchant's calendar. */
        WORKING,
        /** Always. */
        CALENDAR
    }

    public enum State {
        RUNNING,
        PAUSED,
        /** What was promised was done, in time or late. */
        MET,
        /** It ended otherwise: nobody owes it any more, or it ran out. */
        VOID
    }

    /** How far it has come by itself. */
    public enum Rung {
        ON_TIME,
        /** Three quarters of the time are used. */
        WARNED,
        BROKEN,
        /** Somebody senior was asked for. */
        ESCALATED
    }

    public boolean isOpen() {
        return state == State.RUNNING || state == State.PAUSED;
    }

    public boolean isBroken() {
        return rung.compareTo(Rung.BROKEN) >= 0;
    }
}
