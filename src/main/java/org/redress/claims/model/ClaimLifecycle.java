package org.redress.claims.model;

import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Claim;
import org.redress.claims.ClaimAct;
import org.redress.claims.ClaimCommand;
import org.redress.claims.ClaimCommand.Accept;
import org.redress.claims.ClaimCommand.AcceptOffer;
import org.redress.claims.ClaimCommand.AddEvidence;
import org.redress.claims.ClaimCommand.Appeal;
import org.redress.claims.ClaimCommand.AskInformation;
import org.redress.claims.ClaimCommand.Assess;
import org.redress.claims.ClaimCommand.Assign;
import org.redress.claims.ClaimCommand.Close;
import org.redress.claims.ClaimCommand.CounterOffer;
import org.redress.claims.ClaimCommand.DecideApproval;
import org.redress.claims.ClaimCommand.DeclineOffer;
import org.redress.claims.ClaimCommand.Escalate;
import org.redress.claims.ClaimCommand.ExpireOffer;
import org.redress.claims.ClaimCommand.MakeOffer;
import org.redress.claims.ClaimCommand.Merge;
import org.redress.claims.ClaimCommand.PickForAudit;
import org.redress.claims.ClaimCommand.ProvideInformation;
import org.redress.claims.ClaimCommand.RateSatisfaction;
import org.redress.claims.ClaimCommand.RecordCause;
import org.redress.claims.ClaimCommand.RecordConclusion;
import org.redress.claims.ClaimCommand.RecordPartDone;
import org.redress.claims.ClaimCommand.RecordReading;
import org.redress.claims.ClaimCommand.RecordReturn;
import org.redress.claims.ClaimCommand.RecordSilence;
import org.redress.claims.ClaimCommand.RecordStepDone;
import org.redress.claims.ClaimCommand.RecordStepFailed;
import org.redress.claims.ClaimCommand.RecordStepReversed;
import org.redress.claims.ClaimCommand.RecordStopped;
import org.redress.claims.ClaimCommand.Reject;
import org.redress.claims.ClaimCommand.Reopen;
import org.redress.claims.ClaimCommand.ReviewRejection;
import org.redress.claims.ClaimCommand.Separate;
import org.redress.claims.ClaimCommand.StopExecution;
import org.redress.claims.ClaimCommand.Withdraw;
import org.redress.claims.ClaimCommand.WithdrawOffer;
import org.redress.claims.ClaimEvent;
import org.redress.claims.ClaimEvent.ApprovalRefused;
import org.redress.claims.ClaimEvent.AuditPicked;
import org.redress.claims.ClaimEvent.CauseConcluded;
import org.redress.claims.ClaimEvent.CauseRecorded;
import org.redress.claims.ClaimEvent.ClaimAccepted;
import org.redress.claims.ClaimEvent.ClaimAppealed;
import org.redress.claims.ClaimEvent.ClaimAssessed;
import org.redress.claims.ClaimEvent.ClaimAssigned;
import org.redress.claims.ClaimEvent.ClaimClosed;
import org.redress.claims.ClaimEvent.ClaimEscalated;
import org.redress.claims.ClaimEvent.ClaimMerged;
import org.redress.claims.ClaimEvent.ClaimRejected;
import org.redress.claims.ClaimEvent.ClaimReopened;
import org.redress.claims.ClaimEvent.ClaimSeparated;
import org.redress.claims.ClaimEvent.ClaimWithdrawn;
import org.redress.claims.ClaimEvent.CustomerSilent;
import org.redress.claims.ClaimEvent.EvidenceAdded;
import org.redress.claims.ClaimEvent.ExecutionStopped;
import org.redress.claims.ClaimEvent.GoodsReturned;
import org.redress.claims.ClaimEvent.InformationProvided;
import org.redress.claims.ClaimEvent.InformationRequested;
import org.redress.claims.ClaimEvent.OfferApproved;
import org.redress.claims.ClaimEvent.OfferCountered;
import org.redress.claims.ClaimEvent.OfferDeclined;
import org.redress.claims.ClaimEvent.OfferExpired;
import org.redress.claims.ClaimEvent.OfferWithdrawn;
import org.redress.claims.ClaimEvent.PartDone;
import org.redress.claims.ClaimEvent.PlanEnded;
import org.redress.claims.ClaimEvent.RejectionConfirmed;
import org.redress.claims.ClaimEvent.RejectionOverruled;
import org.redress.claims.ClaimEvent.RemedyAgreed;
import org.redress.claims.ClaimEvent.RemedyOffered;
import org.redress.claims.ClaimEvent.SatisfactionRated;
import org.redress.claims.ClaimEvent.StepDone;
import org.redress.claims.ClaimEvent.StepFailed;
import org.redress.claims.ClaimEvent.StepReversed;
import org.redress.claims.ClaimEvent.VerdictReached;
import org.redress.claims.ClaimState;
import org.redress.claims.ClaimState.Accepted;
import org.redress.claims.ClaimState.Closed;
import org.redress.claims.ClaimState.Executing;
import org.redress.claims.ClaimState.FollowingUp;
import org.redress.claims.ClaimState.Merged;
import org.redress.claims.ClaimState.NeedsInformation;
import org.redress.claims.ClaimState.Offered;
import org.redress.claims.ClaimState.Rejected;
import org.redress.claims.ClaimState.Submitted;
import org.redress.claims.ClosedBy;
import org.redress.claims.Offer;
import org.redress.claims.OfferSeen;
import org.redress.claims.Owed;
import org.redress.kernel.Actor;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.remedy.PolicySet;
import org.redress.remedy.Remedy;

/**
 * Every legal move of a claim, one a line (contract.md, States; domain.md R5-R10). What stands here can happen; nothing
 * else can. {@code docs/generated/lifecycle.md} is drawn from it.
 */
public final class ClaimLifecycle {
    private static final int SATISFIED_FROM = 4;

    /** Of what somebody writes who blames a person before the records do, in characters: two words, or a Chinese one. */
    private static final int SHORTEST_REASON = 3;

    private ClaimLifecycle() {}

    /** What comes of a command: a move with what has happened, or a refusal. */
    public sealed interface Outcome {
        record Moved(ClaimState next, List<ClaimEvent> events) implements Outcome {}

        record No(Refusal refusal) implements Outcome {}
    }

    private record Move(ClaimState from, ClaimCommand command) {}

    /** Decides a command at this moment: an offer's time and a customer's time may be over before anybody has noticed. */
    public static Outcome decide(Claim claim, ClaimCommand command, Actor actor, Instant now) {
        return decide(claim, command, actor, now, Spans.USUAL);
    }

    /** @param spans how long the customer may take to answer an offer that is approved only now */
    public static Outcome decide(Claim claim, ClaimCommand command, Actor actor, Instant now, Spans spans) {
        var outcome = outcome(claim, command, actor, now, spans);
        if (outcome instanceof Outcome.Moved && isLeftToOthers(claim, command, actor)) {
            return no("HANDLED_BEFORE", "claims.refusal.handled-before");
        }
        return outcome;
    }

    /** After an appeal, an escalation or an overruled rejection somebody decides who has not decided before. */
    private static boolean isLeftToOthers(Claim claim, ClaimCommand command, Actor actor) {
        if (command instanceof Assign(var account)) {
            return account != null && claim.isLeftToOthersBy(new Actor.Staff(account, ""));
        }
        return ClaimAct.of(command).isDecision() && claim.isLeftToOthersBy(actor);
    }

    private static Outcome outcome(Claim claim, ClaimCommand command, Actor actor, Instant now, Spans spans) {
        return switch (new Move(claim.state(), command)) {
            // Is it ours to make right?
            case Move(Submitted _, Accept(var note)) -> to(new Accepted(), new ClaimAccepted(note));
            case Move(Submitted from, Reject reject) -> reject(from, reject, actor);
            case Move(Accepted from, Reject reject) -> reject(from, reject, actor);
            case Move(Submitted from, AskInformation ask) -> ask(from, ask);
            case Move(Accepted from, AskInformation ask) -> ask(from, ask);
            case Move(NeedsInformation(var from, var _, var _), ProvideInformation(var message)) ->
                to(from, new InformationProvided(message));
            case Move(NeedsInformation(var from, var _, var _), AddEvidence(var files)) ->
                to(from, new EvidenceAdded(files));
            case Move(NeedsInformation same, RecordSilence())
            when isSilent(claim, now) -> to(same, new CustomerSilent());

            // A rejection is nobody's alone, and the customer hears of it only when it stands.
            case Move(Rejected rejected, ReviewRejection _)
            when rejected.isPending() && actor.identity().equals(rejected.by()) ->
                no("OWN_REJECTION", "claims.refusal.own-rejection");
            case Move(Rejected rejected, ReviewRejection(var confirmed, var note))
            when rejected.isPending() && confirmed ->
                to(confirmed(rejected, actor), new RejectionConfirmed(rejected.reason(), rejected.seen(), note));
            case Move(Rejected rejected, ReviewRejection(var _, var note))
            when rejected.isPending() -> to(rejected.from(), new RejectionOverruled(note));
            case Move(Rejected rejected, Withdraw(var reason)) when rejected.isPending() -> withdraw(reason);
            case Move(Rejected rejected, Reopen _)
            when rejected.isPending() && actor instanceof Actor.Customer -> notNow(rejected);
            case Move(Rejected rejected, Appeal _)
            when rejected.isPending() && actor instanceof Actor.Customer -> notNow(rejected);

            // A remedy is put to the customer, who is free to say no.
            case Move(Accepted _, MakeOffer offer) -> offer(claim, offer, actor);
            case Move(Offered(var offer), DecideApproval(var id, var _, var _, var _))
            when isAwaiting(offer, id, now) && offer.proposer().equals(actor.identity()) ->
                no("OWN_OFFER", "claims.refusal.own-offer");
            case Move(Offered(var offer), DecideApproval(var id, var approved, var note, var seen))
            when isAwaiting(offer, id, now) && approved -> approve(offer, note, seen, now, spans);
            case Move(Offered(var offer), DecideApproval(var id, var _, var note, var seen))
            when isAwaiting(offer, id, now) -> to(new Accepted(), new ApprovalRefused(id, note, seen));
            case Move(Offered(var offer), AcceptOffer(var id, var text))
            when isOpen(offer, id, now) -> to(carryingOut(offer), new RemedyAgreed(id, offer.plan(), text));
            case Move(Offered(var offer), DeclineOffer(var id, var note))
            when isOpen(offer, id, now) -> to(new Accepted(), new OfferDeclined(id, note));
            case Move(Offered(var offer), CounterOffer(var id, var wish, var note))
            when isOpen(offer, id, now) -> to(new Accepted(), new OfferCountered(id, wish, note));
            case Move(Offered(var offer), WithdrawOffer(var id))
            when offer.id().equals(id) -> to(new Accepted(), new OfferWithdrawn(id));
            case Move(Offered(var offer), ExpireOffer(var id))
            when offer.id().equals(id) && offer.isOver(now) -> to(new Accepted(), new OfferExpired(id));

            // It is carried out; what has happened outside is never refused.
            case Move(Executing executing, RecordStepDone(var offer, var position, var reference))
            when executing.offer().equals(offer) ->
                to(without(executing, position), new StepDone(offer, position, reference));
            case Move(Executing executing, RecordStepFailed(var offer, var position, var reason))
            when executing.offer().equals(offer) ->
                to(failing(executing, position), new StepFailed(offer, position, reason));
            case Move(var anywhere, RecordStepDone(var offer, var position, var reference)) ->
                to(anywhere, new StepDone(offer, position, reference));
            case Move(var anywhere, RecordStepFailed(var offer, var position, var reason)) ->
                to(anywhere, new StepFailed(offer, position, reason));

            // Somebody stops it: what is not known yet could still move money, so no other offer can be made until it
            // is.
            case Move(Executing executing, StopExecution(var reason))
            when !executing.stopping() -> to(stopped(executing), new ExecutionStopped(executing.offer(), reason));
            case Move(Executing executing, MakeOffer _)
            when executing.stopping() -> no("FATE_UNKNOWN", "claims.refusal.fate-unknown");
            case Move(Executing executing, RecordStepReversed(var offer, var position, var reference))
            when executing.offer().equals(offer) ->
                to(owing(executing, position), new StepReversed(offer, position, reference));
            case Move(Executing executing, RecordStopped(var offer))
            when executing.stopping() && executing.offer().equals(offer) ->
                to(executing.owed().isEmpty() ? new FollowingUp(false) : new Accepted(), new PlanEnded(offer));
            case Move(var anywhere, RecordStepReversed(var offer, var position, var reference)) ->
                to(anywhere, new StepReversed(offer, position, reference));
            case Move(var anywhere, RecordPartDone(var offer, var position, var given)) ->
                to(anywhere, new PartDone(offer, position, given));

            // Is the customer satisfied?
            case Move(FollowingUp _, RateSatisfaction(var score, var comment))
            when score >= SATISFIED_FROM ->
                to(
                        new Closed(ClosedBy.SATISFIED),
                        new SatisfactionRated(score, comment),
                        new ClaimClosed(ClosedBy.SATISFIED));
            case Move(FollowingUp _, RateSatisfaction(var score, var comment)) ->
                to(new FollowingUp(false), new SatisfactionRated(score, comment));
            case Move(Closed same, RateSatisfaction(var score, var comment)) ->
                to(same, new SatisfactionRated(score, comment));
            case Move(FollowingUp(var over), RecordSilence())
            when !over && isSilent(claim, now) -> to(new FollowingUp(true), new CustomerSilent());
            case Move(FollowingUp(var over), Close()) ->
                close(over || isSilent(claim, now) ? ClosedBy.PERIOD_OVER : ClosedBy.AGENT);

            // The customer takes it back.
            case Move(Submitted _, Withdraw(var reason)) -> withdraw(reason);
            case Move(NeedsInformation _, Withdraw(var reason)) -> withdraw(reason);
            case Move(Accepted _, Withdraw(var reason)) -> withdraw(reason);
            case Move(Offered _, Withdraw(var reason)) -> withdraw(reason);

            // Nothing is final against the customer's will.
            case Move(Closed(var by), Reopen(var reason))
            when by == ClosedBy.WITHDRAWN -> to(new Submitted(), new ClaimReopened(reason));
            case Move(Closed _, Reopen(var reason)) -> to(new Accepted(), new ClaimReopened(reason));
            case Move(FollowingUp _, Reopen(var reason)) -> to(new Accepted(), new ClaimReopened(reason));
            case Move(Rejected _, Reopen(var reason)) -> to(new Submitted(), new ClaimReopened(reason));
            case Move(Rejected _, Appeal(var reason)) -> to(new Submitted(), new ClaimAppealed(reason));
            case Move(Closed _, Appeal(var reason)) -> to(new Submitted(), new ClaimAppealed(reason));

            // At any time.
            case Move(var same, AddEvidence(var files)) -> to(same, new EvidenceAdded(files));
            case Move(var same, RecordReading(var file, var verdict)) -> to(same, new VerdictReached(file, verdict));
            case Move(var same, RecordReturn(var goods, var match, var amended)) ->
                to(same, new GoodsReturned(goods, match, amended));
            case Move(var same, Assess(var severity, var hazards)) -> to(same, new ClaimAssessed(severity, hazards));
            case Move(Submitted same, PickForAudit()) -> to(same, new AuditPicked());
            case Move(var _, RecordCause(var code, var note))
            when code.blamesStaff() && !isEstablished(claim) && !isReason(note) ->
                new Outcome.No(
                        Refusal.invalid("/note", "REASON_NEEDED", Phrase.of("claims.fault.blame", SHORTEST_REASON)));
            case Move(var same, RecordCause(var code, var note)) -> to(same, new CauseRecorded(code, note));
            case Move(var same, RecordConclusion(var conclusion)) -> to(same, new CauseConcluded(conclusion));
            case Move(var same, Assign(var account)) -> to(same, new ClaimAssigned(account));
            case Move(var same, Escalate(var reason))
            when !(same instanceof Closed || same instanceof Merged) ->
                to(same, new ClaimEscalated(reason, actor instanceof Actor.Product));

            // The same trouble told twice goes on under one number, and can be taken apart again.
            case Move(var from, Merge(var into, var holdsOthers)) -> merge(claim, from, into, holdsOthers);
            case Move(Merged(var into, var number, var before, var _), Separate()) ->
                to(before, new ClaimSeparated(into, number));

            case Move(var from, AcceptOffer _) -> offerIsNotOpen(from);
            case Move(var from, DeclineOffer _) -> offerIsNotOpen(from);
            case Move(var from, CounterOffer _) -> offerIsNotOpen(from);
            case Move(var from, var _) -> notNow(from);
        };
    }

    /** The acts that this claim allows this actor as it stands. By which role is {@link ClaimAct}'s to say. */
    public static Set<ClaimAct> possible(Claim claim, Actor actor, Instant now) {
        var acts = EnumSet.noneOf(ClaimAct.class);
        for (var act : ClaimAct.values()) {
            if (decide(claim, Specimens.of(act, claim), actor, now) instanceof Outcome.Moved) {
                acts.add(act);
            }
        }
        return acts;
    }

    private static Outcome reject(ClaimState from, Reject command, Actor actor) {
        var review = ClaimState.Review.PENDING;
        return to(
                new Rejected(command.reason(), command.seen(), review, actor.identity(), null, from),
                new ClaimRejected(command.reason(), command.seen(), review));
    }

    private static ClaimState confirmed(Rejected pending, Actor reviewer) {
        return new Rejected(
                pending.reason(),
                pending.seen(),
                ClaimState.Review.CONFIRMED,
                pending.by(),
                reviewer.identity(),
                pending.from());
    }

    private static Outcome merge(Claim claim, ClaimState from, Claim into, boolean holdsOthers) {
        var order = claim.filing().orderNumber();
        if (claim.id().equals(into.id())) {
            return no("MERGE_ITSELF", "claims.refusal.merge-itself");
        }
        if (order == null || !order.equals(into.filing().orderNumber())) {
            return no("MERGE_OTHER_ORDER", "claims.refusal.merge-other-order");
        }
        if (holdsOthers) {
            return no("MERGE_HOLDS_OTHERS", "claims.refusal.merge-holds-others");
        }
        if (into.state() instanceof Closed || into.state() instanceof Merged) {
            return notNow(into.state());
        }
        return switch (from) {
            case Executing _ -> no("MERGE_EXECUTING", "claims.refusal.merge-executing");
            case Offered _ -> no("MERGE_OFFERED", "claims.refusal.merge-offered");
            case Closed _, Merged _ -> notNow(from);
            case Submitted _, NeedsInformation _, Accepted _, FollowingUp _, Rejected _ ->
                to(new Merged(into.id(), into.number(), from, claim.owed()), new ClaimMerged(into.id(), into.number()));
        };
    }

    private static Outcome notNow(ClaimState from) {
        return new Outcome.No(Refusal.conflict(
                "NOT_NOW", Phrase.of("claims.refusal.not-now", Phrase.of("claims.state." + from.name()))));
    }

    private static Outcome ask(ClaimState from, AskInformation ask) {
        return to(
                new NeedsInformation(from, ask.what(), ask.message()),
                new InformationRequested(ask.what(), ask.message()));
    }

    private static Outcome offer(Claim claim, MakeOffer command, Actor actor) {
        var offer = new Offer(
                command.offer(),
                claim.offers().size() + 1,
                command.approvalNeeded() ? Offer.State.AWAITING_APPROVAL : Offer.State.OPEN,
                command.plan(),
                command.expiresAt(),
                actor.identity(),
                null,
                command.note());
        return to(
                new Offered(offer),
                new RemedyOffered(
                        offer.id(),
                        offer.version(),
                        offer.plan(),
                        command.approvalNeeded(),
                        offer.expiresAt(),
                        offer.note()));
    }

    private static Outcome approve(
            Offer offer, @Nullable String note, @Nullable OfferSeen seen, Instant now, Spans spans) {
        var end = now.plus(spans.of(PolicySet.Clock.OFFER));
        return to(new Offered(offer.openUntil(end)), new OfferApproved(offer.id(), note, end, seen));
    }

    private static boolean isSilent(Claim claim, Instant at) {
        return claim.owed().by() == Owed.Party.CUSTOMER && claim.owed().isOver(at);
    }

    /** By the records. That a person has confirmed some cause does not establish that it was another person. */
    private static boolean isEstablished(Claim claim) {
        return claim.conclusion() != null && claim.conclusion().status().equals("ESTABLISHED");
    }

    private static boolean isReason(@Nullable String note) {
        return note != null
                && note.codePoints().filter(Character::isLetterOrDigit).count() >= SHORTEST_REASON;
    }

    private static boolean isAwaiting(Offer offer, UUID id, Instant now) {
        return offer.id().equals(id) && offer.state() == Offer.State.AWAITING_APPROVAL && !offer.isOver(now);
    }

    private static boolean isOpen(Offer offer, UUID id, Instant now) {
        return offer.id().equals(id) && offer.state() == Offer.State.OPEN && !offer.isOver(now);
    }

    /** A plan that moves nothing, such as keeping the item, is carried out by agreeing to it. */
    private static ClaimState carryingOut(Offer offer) {
        var plan = offer.plan();
        var owed = new LinkedHashSet<Integer>();
        for (int position = 0; position < plan.remedies().size(); position++) {
            if (plan.remedies().get(position).kind() != Remedy.Kind.KEEP_ITEM) {
                owed.add(position);
            }
        }
        return owed.isEmpty() ? new FollowingUp(false) : new Executing(offer.id(), plan, Set.copyOf(owed), Set.of());
    }

    private static ClaimState without(Executing executing, int position) {
        var owed = minus(executing.owed(), position);
        var failed = minus(executing.failed(), position);
        return owed.isEmpty() && !executing.stopping()
                ? new FollowingUp(false)
                : new Executing(executing.offer(), executing.plan(), owed, failed, executing.stopping());
    }

    private static ClaimState stopped(Executing executing) {
        return new Executing(executing.offer(), executing.plan(), executing.owed(), Set.of(), true);
    }

    private static ClaimState owing(Executing executing, int position) {
        var owed = new LinkedHashSet<>(executing.owed());
        owed.add(position);
        return new Executing(
                executing.offer(), executing.plan(), Set.copyOf(owed), executing.failed(), executing.stopping());
    }

    private static Set<Integer> minus(Set<Integer> positions, int position) {
        return positions.stream().filter(each -> each != position).collect(Collectors.toUnmodifiableSet());
    }

    private static ClaimState failing(Executing executing, int position) {
        var failed = new LinkedHashSet<>(executing.failed());
        failed.add(position);
        failed.retainAll(executing.owed());
        return new Executing(
                executing.offer(), executing.plan(), executing.owed(), Set.copyOf(failed), executing.stopping());
    }

    private static Outcome close(ClosedBy by) {
        return to(new Closed(by), new ClaimClosed(by));
    }

    private static Outcome withdraw(@Nullable String reason) {
        return to(new Closed(ClosedBy.WITHDRAWN), new ClaimWithdrawn(reason));
    }

    private static Outcome to(ClaimState next, ClaimEvent... events) {
        return new Outcome.Moved(next, List.of(events));
    }

    private static Outcome no(String code, String reason) {
        return new Outcome.No(Refusal.conflict(code, Phrase.of(reason)));
    }

    private static Outcome offerIsNotOpen(ClaimState from) {
        return new Outcome.No(Refusal.conflict(
                "OFFER_NOT_OPEN",
                Phrase.of("claims.refusal.offer-not-open", Phrase.of("claims.state." + from.name()))));
    }
}
