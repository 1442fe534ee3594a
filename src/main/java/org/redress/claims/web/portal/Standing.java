package org.redress.claims.web.portal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Claim;
import org.redress.claims.ClaimState;
import org.redress.claims.Offer;
import org.redress.claims.Owed;
import org.redress.ui.Words;

/**
 * Where a claim stands, for the customer: what happens next, who owes it, until when.
 *
 * @param title in a few words
 * @param sentence the promise, or what we ask for
 * @param doing what is under way, for the line of what happened
 * @param turn whose move it is
 * @param due until when, or null
 * @param ahead what is still to come, in a few words each
 */
public record Standing(
        String title,
        String sentence,
        String doing,
        Turn turn,
        @Nullable Instant due,
        List<String> ahead) {
    public enum Turn {
        OURS,
        YOURS,
        NOBODYS
    }

    static Standing of(Claim claim, Words words) {
        var key = key(claim);
        var due = claim.owed().due();
        var late = due != null && words.isPast(due) && turn(claim) == Turn.OURS;
        var when = due == null ? "" : words.moment(due);
        return new Standing(
                words.say("portal.now." + key, "", goesOnAs(claim)),
                words.say("portal.next." + key + (late ? ".late" : ""), when, goesOnAs(claim)),
                words.say("portal.doing." + doing(claim)),
                turn(claim),
                due,
                ahead(claim.state()).stream()
                        .map(step -> words.say("portal.ahead." + step))
                        .toList());
    }

    private static String goesOnAs(Claim claim) {
        return claim.state() instanceof ClaimState.Merged merged ? merged.number() : "";
    }

    private static Turn turn(Claim claim) {
        return switch (claim.owed().by()) {
            case CUSTOMER -> Turn.YOURS;
            case AGENT, SUPERVISOR, SYSTEM -> Turn.OURS;
            case NOBODY -> Turn.NOBODYS;
        };
    }

    private static String key(Claim claim) {
        return switch (claim.state()) {
            case ClaimState.Submitted() ->
                claim.escalated() ? "submitted.second" : claim.isOtherKind() ? "submitted.other" : "submitted";
            case ClaimState.NeedsInformation _ -> isOurs(claim) ? "needs-information.silent" : "needs-information";
            case ClaimState.Accepted() ->
                claim.offers().isEmpty()
                        ? "accepted"
                        : afterOffer(claim.offers().getLast());
            case ClaimState.Offered(var offer) ->
                offer.state() == Offer.State.AWAITING_APPROVAL ? "accepted" : "offered";
            case ClaimState.Executing _ -> isOurs(claim) ? "executing.stuck" : "executing";
            case ClaimState.FollowingUp(var over) ->
                over ? "follow-up.silent" : isOurs(claim) ? asked(claim) : "follow-up";
            case ClaimState.Closed(var by) -> "closed." + by;
            case ClaimState.Rejected rejected -> rejected.isPending() ? "rejected.pending" : "rejected";
            case ClaimState.Merged _ -> "merged";
        };
    }

    /** By the customer, who is not content; else by ourselves, about what came back. */
    private static String asked(Claim claim) {
        return claim.satisfaction() != null ? "follow-up.unhappy" : "follow-up.back";
    }

    private static boolean isOurs(Claim claim) {
        return claim.owed().by() == Owed.Party.AGENT;
    }

    private static String doing(Claim claim) {
        return switch (claim.state()) {
            case ClaimState.Submitted() -> "look";
            case ClaimState.NeedsInformation _ -> "your-answer";
            case ClaimState.Accepted() -> "offer";
            case ClaimState.Offered(var offer) ->
                offer.state() == Offer.State.AWAITING_APPROVAL ? "offer" : "your-decision";
            case ClaimState.Executing _ -> "carry-out";
            case ClaimState.FollowingUp(var over) -> isOurs(claim) && !over ? "look-again" : "your-view";
            case ClaimState.Rejected rejected -> rejected.isPending() ? "second" : "nothing";
            case ClaimState.Closed _, ClaimState.Merged _ -> "nothing";
        };
    }

    private static String afterOffer(Offer last) {
        return switch (last.state()) {
            case DECLINED -> "accepted.declined";
            case COUNTERED -> "accepted.countered";
            case EXPIRED -> "accepted.expired";
            case AWAITING_APPROVAL, OPEN, ACCEPTED, WITHDRAWN, STOPPED -> "accepted";
        };
    }

    private static List<String> ahead(ClaimState state) {
        return switch (state) {
            case ClaimState.Submitted() -> List.of("offer", "done", "follow-up");
            case ClaimState.NeedsInformation _ -> List.of("offer", "done", "follow-up");
            case ClaimState.Accepted() -> List.of("answer", "done", "follow-up");
            case ClaimState.Offered _ -> List.of("done", "follow-up");
            case ClaimState.Executing _ -> List.of("follow-up");
            case ClaimState.FollowingUp _, ClaimState.Closed _, ClaimState.Rejected _, ClaimState.Merged _ -> List.of();
        };
    }
}
