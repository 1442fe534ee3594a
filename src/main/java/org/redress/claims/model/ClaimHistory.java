package org.redress.claims.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.claims.Claim;
import org.redress.claims.ClaimEvent;
import org.redress.claims.ClaimState;
import org.redress.claims.Filing;
import org.redress.claims.Given;
import org.redress.claims.Offer;
import org.redress.claims.Severity;
import org.redress.claims.Verdict;
import org.redress.kernel.Actor;
import org.redress.kernel.MerchantId;
import org.redress.remedy.Remedy;
import org.redress.remedy.RemedyPlan;

/** What an event leaves behind on the claim. Exhaustive: a new event breaks the build here, where someone must think. */
public final class ClaimHistory {
    private ClaimHistory() {}

    /** The claim after a move, one version further. */
    public static Claim after(Claim claim, ClaimState next, List<ClaimEvent> events, Instant now, Spans spans) {
        var offers = claim.offers();
        var given = claim.given();
        var owed = claim.owed();
        var escalated = claim.escalated();
        var assignee = claim.assignee();
        var cause = claim.cause();
        var conclusion = claim.conclusion();
        var verdict = claim.verdict();
        var severity = claim.severity();
        var satisfaction = claim.satisfaction();
        var decided = claim.decidedBefore();
        for (var event : events) {
            // Goods counted again answer what was asked about goods, and not a customer who is unhappy.
            var stays = event instanceof ClaimEvent.GoodsReturned(var _, var match, var _)
                    && !match.asksAgain()
                    && satisfaction != null;
            owed = stays ? owed : Clocks.after(next, event, owed, claim.state(), now, spans);
            switch (event) {
                case ClaimEvent.RemedyOffered _ -> offers = and(offers, offerOf(next));
                case ClaimEvent.OfferApproved(var id, var _, var _, var _) ->
                    offers = changed(offers, id, _ -> offerOf(next));
                case ClaimEvent.ApprovalRefused(var id, var _, var _) ->
                    offers = answered(offers, id, Offer.State.WITHDRAWN);
                case ClaimEvent.RemedyAgreed(var id, var _, var _) -> {
                    offers = answered(offers, id, Offer.State.ACCEPTED);
                    given = keeping(given, offer(offers, id));
                }
                case ClaimEvent.OfferDeclined(var id, var _) -> offers = answered(offers, id, Offer.State.DECLINED);
                case ClaimEvent.OfferCountered(var id, var wish, var _) -> offers = countered(offers, id, wish);
                case ClaimEvent.OfferWithdrawn(var id) -> offers = answered(offers, id, Offer.State.WITHDRAWN);
                case ClaimEvent.OfferExpired(var id) -> offers = answered(offers, id, Offer.State.EXPIRED);
                case ClaimEvent.StepDone(var id, var position, var _) ->
                    given = receiving(given, offer(offers, id), position);
                case ClaimEvent.StepReversed(var id, var position, var _) -> given = without(given, id, position);
                case ClaimEvent.PartDone(var id, var position, var remedy) ->
                    given = and(without(given, id, position), new Given(id, position, remedy));
                case ClaimEvent.PlanEnded(var id) -> offers = ended(offers, id, next);
                case ClaimEvent.ClaimWithdrawn _ -> offers = withdrawn(offers);
                case ClaimEvent.ClaimEscalated(var _, var late) when late -> escalated = true;
                case ClaimEvent.ClaimAppealed _, ClaimEvent.ClaimEscalated _ -> {
                    satisfaction = event instanceof ClaimEvent.ClaimAppealed ? null : satisfaction;
                    escalated = true;
                    assignee = null;
                    decided = and(decided, decidedOn(claim));
                }
                case ClaimEvent.RejectionOverruled _ -> {
                    var again = rejecters(claim, false);
                    decided = and(decided, again);
                    assignee = assignee != null && again.contains(new Actor.Staff(assignee, "").identity())
                            ? null
                            : assignee;
                }
                case ClaimEvent.ClaimAssigned(var account) -> assignee = account;
                case ClaimEvent.CauseRecorded(var code, var _) -> cause = code;
                case ClaimEvent.CauseConcluded(var concluded) -> conclusion = concluded;
                case ClaimEvent.VerdictReached(var _, var reached) -> verdict = reached;
                case ClaimEvent.ClaimAssessed(var found, var _) -> severity = found;
                case ClaimEvent.SatisfactionRated(var score, var _) -> satisfaction = score;
                // What was said of the last time says nothing of the next: the customer is asked anew.
                case ClaimEvent.ClaimReopened _ -> satisfaction = null;
                case ClaimEvent.ClaimRegistered _,
                        ClaimEvent.ClaimAccepted _,
                        ClaimEvent.ClaimRejected _,
                        ClaimEvent.RejectionConfirmed _,
                        ClaimEvent.ClaimMerged _,
                        ClaimEvent.ClaimSeparated _,
                        ClaimEvent.InformationRequested _,
                        ClaimEvent.InformationProvided _,
                        ClaimEvent.EvidenceAdded _,
                        ClaimEvent.AuditPicked _,
                        ClaimEvent.CustomerSilent _,
                        ClaimEvent.ErasureRequested _,
                        ClaimEvent.ErasureAnswered _,
                        ClaimEvent.CallTaken _,
                        ClaimEvent.StepFailed _,
                        ClaimEvent.ExecutionStopped _,
                        ClaimEvent.GoodsReturned _,
                        ClaimEvent.ClaimClosed _,
                        ClaimEvent.PromiseWarned _,
                        ClaimEvent.PromiseBroken _ -> {}
            }
        }
        return new Claim(
                claim.merchant(),
                claim.id(),
                claim.number(),
                next,
                claim.filing(),
                given,
                offers,
                owed,
                escalated,
                assignee,
                cause,
                conclusion,
                verdict,
                severity,
                satisfaction,
                claim.follows(),
                claim.filedAt(),
                decided,
                claim.version() + 1);
    }

    /** A claim as it stands the moment it is registered, on the usual clocks. */
    public static Claim registered(
            MerchantId merchant,
            UUID id,
            String number,
            Filing filing,
            Verdict verdict,
            Severity severity,
            Instant now) {
        return registered(merchant, id, number, filing, verdict, severity, now, Spans.USUAL);
    }

    /** A claim as it stands the moment it is registered. */
    public static Claim registered(
            MerchantId merchant,
            UUID id,
            String number,
            Filing filing,
            Verdict verdict,
            Severity severity,
            Instant now,
            Spans spans) {
        var state = new ClaimState.Submitted();
        return new Claim(
                merchant,
                id,
                number,
                state,
                filing,
                List.of(),
                List.of(),
                Clocks.owed(state, now, spans),
                false,
                null,
                null,
                null,
                verdict,
                severity,
                null,
                null,
                now,
                Set.of(),
                1);
    }

    /** Who decided on the claim so far: turned it down, confirmed that, or made the last offer. */
    private static Set<String> decidedOn(Claim claim) {
        var who = new HashSet<>(rejecters(claim, true));
        if (!claim.offers().isEmpty()) {
            who.add(claim.offers().getLast().proposer());
        }
        return who;
    }

    private static Set<String> rejecters(Claim claim, boolean withReviewer) {
        return claim.state() instanceof ClaimState.Rejected rejected
                ? Stream.of(rejected.by(), withReviewer ? rejected.reviewer() : null)
                        .flatMap(Stream::ofNullable)
                        .collect(Collectors.toSet())
                : Set.of();
    }

    private static Set<String> and(Set<String> one, Set<String> other) {
        return Stream.concat(one.stream(), other.stream()).collect(Collectors.toUnmodifiableSet());
    }

    private static Offer offerOf(ClaimState state) {
        if (state instanceof ClaimState.Offered(var offer)) {
            return offer;
        }
        throw new IllegalStateException("An offer leads to the state Offered");
    }

    private static List<Offer> answered(List<Offer> offers, UUID id, Offer.State state) {
        return changed(offers, id, offer -> offer.in(state));
    }

    private static List<Offer> countered(List<Offer> offers, UUID id, RemedyPlan wish) {
        return changed(offers, id, offer -> offer.counteredBy(wish));
    }

    private static List<Offer> changed(List<Offer> offers, UUID id, UnaryOperator<Offer> change) {
        return offers.stream()
                .map(offer -> offer.id().equals(id) ? change.apply(offer) : offer)
                .toList();
    }

    private static List<Offer> withdrawn(List<Offer> offers) {
        return offers.stream()
                .map(offer -> offer.state() == Offer.State.OPEN || offer.state() == Offer.State.AWAITING_APPROVAL
                        ? offer.in(Offer.State.WITHDRAWN)
                        : offer)
                .toList();
    }

    /** Keeping an article needs no carrying out: it is received by agreeing. */
    private static List<Given> keeping(List<Given> given, Offer offer) {
        var all = given;
        for (int position = 0; position < offer.plan().remedies().size(); position++) {
            if (offer.plan().remedies().get(position).kind() == Remedy.Kind.KEEP_ITEM) {
                all = receiving(all, offer, position);
            }
        }
        return all;
    }

    /** The same step reported twice counts once. */
    private static List<Given> receiving(List<Given> given, Offer offer, int position) {
        var received = new Given(offer.id(), position, offer.plan().remedies().get(position));
        return given.contains(received) ? given : and(without(given, offer.id(), position), received);
    }

    private static List<Given> without(List<Given> given, UUID offer, int position) {
        return given.stream()
                .filter(each -> !each.offer().equals(offer) || each.position() != position)
                .toList();
    }

    /** A plan that was done before it could be stopped is one that was carried out. */
    private static List<Offer> ended(List<Offer> offers, UUID id, ClaimState next) {
        return next instanceof ClaimState.Accepted ? answered(offers, id, Offer.State.STOPPED) : offers;
    }

    private static Offer offer(List<Offer> offers, UUID id) {
        return offers.stream()
                .filter(offer -> offer.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static <T> List<T> and(List<T> list, T last) {
        var all = new ArrayList<>(list);
        all.add(last);
        return List.copyOf(all);
    }
}
