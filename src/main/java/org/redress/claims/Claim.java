package org.redress.claims;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Actor;
import org.redress.kernel.MerchantId;
import org.redress.remedy.RemedyPlan;

/**
 * One claim as it stands now.
 *
 * @param number short and speakable, with a check character; what customers and agents call it
 * @param given what the customer has already received from us on this claim; survives every round, so that nothing is
 *     given twice
 * @param offers all of them, the oldest first
 * @param conclusion where it went wrong, as far as the records tell
 * @param decidedBefore who decided on it before somebody else was asked for, by {@link Actor#identity()} (domain.md F6)
 * @param follows the earlier claim whose replacement it is about; null for almost all
 * @param version counts the moves; two commands that saw the same version collide
 */
public record Claim(
        MerchantId merchant,
        UUID id,
        String number,
        ClaimState state,
        Filing filing,
        List<Given> given,
        List<Offer> offers,
        Owed owed,
        boolean escalated,
        @Nullable UUID assignee,
        @Nullable CauseCode cause,
        @Nullable Conclusion conclusion,
        Verdict verdict,
        Severity severity,
        @Nullable Integer satisfaction,
        @Nullable UUID follows,
        Instant filedAt,
        Set<String> decidedBefore,
        int version) {

    /** The offer that lies before somebody now. */
    public @Nullable Offer currentOffer() {
        return state instanceof ClaimState.Offered(var offer) ? offer : null;
    }

    /** What the customer said they would rather have, where that was their last answer. */
    public @Nullable RemedyPlan wish() {
        return offers.isEmpty() ? null : offers.getLast().wish();
    }

    /**
     * Whether this actor has decided before and must leave it to somebody else. A program stands for many people: for it the
     * ledger says who acted, and nothing is refused.
     */
    public boolean isLeftToOthersBy(Actor actor) {
        return actor instanceof Actor.Staff && decidedBefore.contains(actor.identity());
    }

    /** The rejection, where it stands and the customer has been told. */
    public ClaimState.@Nullable Rejected rejection() {
        return state instanceof ClaimState.Rejected rejected && !rejected.isPending() ? rejected : null;
    }

    /** The same claim, known to be about what an earlier one was given. */
    public Claim following(UUID earlier, Owed sooner) {
        return new Claim(
                merchant,
                id,
                number,
                state,
                filing,
                given,
                offers,
                sooner,
                escalated,
                assignee,
                cause,
                conclusion,
                verdict,
                severity,
                satisfaction,
                earlier,
                filedAt,
                decidedBefore,
                version);
    }

    /** Whether every problem is one of damage, loss or delay: another kind of claim, not a mis-ship. */
    public boolean isOtherKind() {
        return !filing.lines().isEmpty()
                && filing.lines().stream().noneMatch(line -> line.problem().isWrongShipment());
    }
}
