package org.redress.correspondence.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.redress.claims.Claim;
import org.redress.claims.ClaimState;
import org.redress.claims.Given;
import org.redress.claims.Owed;
import org.redress.correspondence.Message;
import org.redress.kernel.Actor;
import org.redress.kernel.Phrase;
import org.redress.remedy.Remedy;
import org.redress.remedy.RemedyPlan;

/** What we ask by ourselves once all is carried out, until the customer says that it is right (domain.md R10, R18, R57). */
public enum FollowUp {
    /** Has it come, and is it right? By then money and parcels have usually arrived. */
    HAS_IT_COME,
    /** Before we take silence for an answer. */
    LAST_WORD;

    private static final double PARCELS_TAKE = 4.0 / 7;
    private static final double MONEY_TAKES = 3.0 / 7;
    private static final Duration BEFORE_THE_END = Duration.ofDays(1);

    /** When it is asked; empty where the claim does not wait for the customer's word, or there is no time left to ask in. */
    public Optional<Instant> at(Claim claim) {
        var owed = claim.owed();
        var due = owed.due();
        if (!isWaiting(claim) || due == null) {
            return Optional.empty();
        }
        var first = owed.since().plus(share(owed, due, areGoodsOnTheirWay(claim) ? PARCELS_TAKE : MONEY_TAKES));
        var last = due.minus(BEFORE_THE_END);
        return switch (this) {
            case HAS_IT_COME -> Optional.of(first);
            case LAST_WORD -> Optional.of(last).filter(first::isBefore);
        };
    }

    /**
     * What is still to be asked: of all whose time has passed meanwhile, as in an outage, the last only; nothing once the time
     * to answer is over.
     */
    public static List<FollowUp> due(Claim claim, Instant now) {
        var end = claim.owed().due();
        if (end == null || !now.isBefore(end)) {
            return List.of();
        }
        var asked = Arrays.stream(values())
                .filter(what -> what.at(claim).isPresent())
                .toList();
        var late = asked.stream()
                .filter(what -> !what.at(claim).orElseThrow().isAfter(now))
                .reduce((_, last) -> last);
        return asked.stream()
                .filter(what -> late.isEmpty() || what.compareTo(late.get()) >= 0)
                .toList();
    }

    private static Duration share(Owed owed, Instant due, double share) {
        return Duration.ofSeconds(Math.round(Duration.between(owed.since(), due).toSeconds() * share));
    }

    private static boolean isWaiting(Claim claim) {
        return claim.state() instanceof ClaimState.FollowingUp(var over)
                && !over
                && claim.satisfaction() == null
                && claim.owed().by() == Owed.Party.CUSTOMER;
    }

    private static boolean areGoodsOnTheirWay(Claim claim) {
        return lastGiven(claim).stream().map(Remedy::kind).anyMatch(FollowUp::isSent);
    }

    /** By what was agreed last: what a reopened claim was given before has been asked about. */
    private static List<Remedy> lastGiven(Claim claim) {
        return claim.given().stream()
                .filter(given -> given.offer().equals(claim.given().getLast().offer()))
                .map(Given::remedy)
                .toList();
    }

    static boolean isSent(Remedy.Kind kind) {
        return kind == Remedy.Kind.RESHIP || kind == Remedy.Kind.EXCHANGE;
    }

    public Letter letter(Claim claim) {
        var parts = new ArrayList<Letter.Part>();
        var due = claim.owed().due();
        switch (this) {
            case HAS_IT_COME -> {
                parts.add(said("correspondence.ask." + (areGoodsOnTheirWay(claim) ? "goods" : "money")));
                parts.add(new Letter.Part.Plan(new RemedyPlan(lastGiven(claim))));
                parts.add(said("correspondence.ask.how"));
            }
            case LAST_WORD -> {
                parts.add(said("correspondence.last.what"));
                if (due != null) {
                    parts.add(said("correspondence.last.then", due));
                }
            }
        }
        parts.add(said("correspondence.follow-up.not-right"));
        var subject = this == HAS_IT_COME ? "correspondence.ask.subject" : "correspondence.last.subject";
        return new Letter(
                Message.Direction.OUTBOUND,
                Message.Kind.FOLLOW_UP,
                new Actor.Product(),
                Phrase.of(subject, claim.number()),
                List.copyOf(parts));
    }

    private static Letter.Part said(String key, Object... gaps) {
        return new Letter.Part.Said(Phrase.of(key, gaps));
    }
}
