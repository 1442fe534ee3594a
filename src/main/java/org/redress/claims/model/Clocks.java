package org.redress.claims.model;

import java.time.Duration;
import java.time.Instant;
import org.redress.claims.ClaimEvent;
import org.redress.claims.ClaimState;
import org.redress.claims.Offer;
import org.redress.claims.Owed;
import org.redress.claims.Owed.Party;
import org.redress.remedy.PolicySet.Clock;

/** Who owes the next move, and until when: plain spans, the strictest platform's as the measure (domain.md S32). */
public final class Clocks {
    /** A decision on a fresh or reopened claim, an offer on an accepted one, and a next step where the customer is silent. */
    public static final Duration DECISION = Duration.ofHours(24);

    /** A look at an offer above an agent's limit, or at a rejection. */
    public static final Duration APPROVAL = Duration.ofHours(8);

    /** The customer's time to send what is missing. */
    public static final Duration INFORMATION = Duration.ofDays(7);

    /** The customer's time to answer an offer. */
    public static final Duration OFFER = Duration.ofDays(7);

    /** Carrying out an agreed remedy. */
    public static final Duration EXECUTION = Duration.ofHours(24);

    /** A look at a step that failed, at a customer who is not satisfied, or at other goods coming back than expected. */
    public static final Duration REPAIR = Duration.ofHours(4);

    /** The customer's time to say whether all is well, before an agent may close. */
    public static final Duration FOLLOW_UP = Duration.ofDays(7);

    /** A person's first answer. */
    public static final Duration FIRST_RESPONSE = Duration.ofHours(8);

    /** Until the customer hears from us again, while it is ours to move. */
    public static final Duration FEEDBACK = Duration.ofHours(48);

    /** From a broken promise that still runs to somebody senior. */
    public static final Duration ESCALATION = Duration.ofHours(4);

    private Clocks() {}

    /** Whose turn it is after this event. A move that changes neither state nor turn leaves the clock running. */
    public static Owed after(
            ClaimState state, ClaimEvent event, Owed before, ClaimState stateBefore, Instant now, Spans spans) {
        if (event instanceof ClaimEvent.StepFailed) {
            return new Owed(Party.AGENT, now, spans.due(now, Clock.REPAIR));
        }
        if (event instanceof ClaimEvent.GoodsReturned(var _, var match, var _) && match.asksAgain()) {
            return new Owed(Party.AGENT, now, spans.due(now, Clock.REPAIR));
        }
        if (event instanceof ClaimEvent.GoodsReturned(var _, var _, var amended)
                && amended
                && isAboutGoods(before, state)) {
            return owed(state, now, spans);
        }
        if (event instanceof ClaimEvent.CustomerSilent) {
            return new Owed(Party.AGENT, now, spans.due(now, Clock.DECISION));
        }
        if (event instanceof ClaimEvent.SatisfactionRated && state instanceof ClaimState.FollowingUp) {
            return new Owed(Party.AGENT, now, spans.due(now, Clock.REPAIR));
        }
        if (event instanceof ClaimEvent.ClaimSeparated && stateBefore instanceof ClaimState.Merged merged) {
            return merged.owed();
        }
        var stillFailed = state instanceof ClaimState.Executing executing
                && !executing.failed().isEmpty();
        return state.equals(stateBefore) || stillFailed || isAskedOtherwise(event, before, stateBefore)
                ? before
                : owed(state, now, spans);
    }

    /** Another step done does not answer what is asked about the goods that came back. */
    private static boolean isAskedOtherwise(ClaimEvent event, Owed before, ClaimState stateBefore) {
        return event instanceof ClaimEvent.StepDone
                && stateBefore instanceof ClaimState.Executing
                && isAboutGoods(before, stateBefore);
    }

    /** An agent's turn while nothing has failed and the customer may still answer is about the goods that came back. */
    private static boolean isAboutGoods(Owed owed, ClaimState state) {
        return owed.by() == Party.AGENT
                && switch (state) {
                    case ClaimState.Executing executing -> executing.failed().isEmpty();
                    case ClaimState.FollowingUp(var over) -> !over;
                    default -> false;
                };
    }

    /** What a fresh claim owes where it is about a replacement: whoever was sent the wrong goods twice has waited once already. */
    public static Owed secondTime(Owed owed) {
        return owed.by() == Party.AGENT && owed.due() != null
                ? new Owed(
                        owed.by(),
                        owed.since(),
                        owed.since()
                                .plus(Duration.between(owed.since(), owed.due()).dividedBy(2)))
                : owed;
    }

    public static Owed owed(ClaimState state, Instant now, Spans spans) {
        return switch (state) {
            case ClaimState.Submitted() -> new Owed(Party.AGENT, now, spans.due(now, Clock.DECISION));
            case ClaimState.NeedsInformation _ -> new Owed(Party.CUSTOMER, now, spans.due(now, Clock.INFORMATION));
            case ClaimState.Accepted() -> new Owed(Party.AGENT, now, spans.due(now, Clock.DECISION));
            case ClaimState.Offered(var offer) ->
                offer.state() == Offer.State.AWAITING_APPROVAL
                        ? new Owed(Party.SUPERVISOR, now, spans.due(now, Clock.APPROVAL))
                        : new Owed(Party.CUSTOMER, now, offer.expiresAt());
            case ClaimState.Executing _ -> new Owed(Party.SYSTEM, now, spans.due(now, Clock.EXECUTION));
            case ClaimState.FollowingUp _ -> new Owed(Party.CUSTOMER, now, spans.due(now, Clock.FOLLOW_UP));
            case ClaimState.Rejected rejected
            when rejected.isPending() -> new Owed(Party.SUPERVISOR, now, spans.due(now, Clock.APPROVAL));
            case ClaimState.Closed _, ClaimState.Rejected _, ClaimState.Merged _ -> new Owed(Party.NOBODY, now, null);
        };
    }
}
