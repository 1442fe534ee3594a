package org.redress.claims;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.remedy.RemedyPlan;

/**
 * What we put to the customer.
 *
 * @param version 1 for the first offer of a claim, counting up
 * @param expiresAt until when the customer can answer; before approval, until when the proposal stands
 * @param wish what the customer would rather have, once {@link State#COUNTERED}
 * @param proposer {@link org.redress.kernel.Actor#identity()}: an approver must be somebody else
 * @param note why this, in the proposer’s words; both sides read it
 */
public record Offer(
        UUID id,
        int version,
        State state,
        RemedyPlan plan,
        Instant expiresAt,
        String proposer,
        @Nullable RemedyPlan wish,
        @Nullable String note) {
    public enum State {
        AWAITING_APPROVAL,
        OPEN,
        ACCEPTED,
        DECLINED,
        COUNTERED,
        EXPIRED,
        WITHDRAWN,
        /** Agreed, and not carried out to its end. */
        STOPPED
    }

    public Offer in(State next) {
        return new Offer(id, version, next, plan, expiresAt, proposer, wish, note);
    }

    /** Approved: the customer's time begins only now. */
    public Offer openUntil(Instant end) {
        return new Offer(id, version, State.OPEN, plan, end, proposer, wish, note);
    }

    public boolean isOver(Instant now) {
        return !now.isBefore(expiresAt);
    }

    public Offer counteredBy(RemedyPlan other) {
        return new Offer(id, version, State.COUNTERED, plan, expiresAt, proposer, other, note);
    }
}
