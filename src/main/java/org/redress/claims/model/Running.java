package org.redress.claims.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Claim;
import org.redress.claims.ClaimClock;
import org.redress.claims.ClaimClock.Hours;
import org.redress.claims.ClaimClock.Party;
import org.redress.claims.ClaimClock.Promise;
import org.redress.claims.ClaimClock.Rung;
import org.redress.claims.ClaimClock.State;
import org.redress.claims.ClaimEvent;
import org.redress.claims.ClaimState;
import org.redress.claims.Offer;
import org.redress.claims.Owed;
import org.redress.kernel.Actor;
import org.redress.remedy.PolicySet;

/**
 * Which clocks of a claim start, pause, go on and end by a move. For each promise: what ends it, and whether it runs as the
 * claim stands now.
 */
public final class Running {
    private enum Wish {
        RUN,
        PAUSE,
        NONE
    }

    private final Claim claim;
    private final Ticking ticking;
    private final Spans spans;
    private final Instant now;
    private final List<ClaimClock> all;
    private final List<ClaimEvent> said = new ArrayList<>();

    private Running(Claim claim, List<ClaimClock> before, Ticking ticking, Spans spans, Instant now) {
        this.claim = claim;
        this.ticking = ticking;
        this.spans = spans;
        this.now = now;
        this.all = new ArrayList<>(before);
    }

    /**
     * @param clocks all of the claim's, changed or not
     * @param said promises that turned out to be broken before the move
     */
    public record After(List<ClaimClock> clocks, List<ClaimEvent> said) {}

    /** Whether a move can mean anything to the clocks: else nobody needs to read them. */
    public static boolean concerns(Claim before, Claim after, List<ClaimEvent> events) {
        return !before.state().equals(after.state())
                || !before.owed().equals(after.owed())
                || events.stream().anyMatch(Running::tellsTheCustomer);
    }

    /** The clocks of a claim that was filed now: it is acknowledged in the same moment. */
    public static List<ClaimClock> registered(Claim claim, Ticking ticking, Spans spans) {
        var now = claim.filedAt();
        var running = new Running(claim, List.of(), ticking, spans, now);
        running.start(Party.SYSTEM, Promise.ACKNOWLEDGE, Hours.WORKING, spans.within(now, Clocks.FIRST_RESPONSE));
        running.end(Party.SYSTEM, Promise.ACKNOWLEDGE, State.MET);
        running.start(Party.AGENT, Promise.FIRST_RESPONSE, Hours.WORKING, spans.within(now, Clocks.FIRST_RESPONSE));
        running.decision(List.of());
        running.feedback(List.of(), new Actor.Product());
        return List.copyOf(running.all);
    }

    /** The clocks after a move. */
    public static After after(
            List<ClaimClock> clocks,
            Claim before,
            Claim claim,
            List<ClaimEvent> events,
            Actor actor,
            Instant now,
            Ticking ticking,
            Spans spans) {
        var running = new Running(claim, clocks, ticking, spans, now);
        running.climb();
        running.firstResponse(events, actor);
        running.decision(events);
        running.execution();
        running.answers(before, events, actor);
        running.feedback(events, actor);
        return new After(List.copyOf(running.all), List.copyOf(running.said));
    }

    /** The customer has heard from us beside the moves. */
    public static After told(
            List<ClaimClock> clocks, Claim claim, Actor by, Instant now, Ticking ticking, Spans spans) {
        var running = new Running(claim, clocks, ticking, spans, now);
        running.climb();
        if (isPerson(by)) {
            running.end(Party.AGENT, Promise.FIRST_RESPONSE, State.MET);
        }
        if (by instanceof Actor.Staff) {
            running.end(Party.AGENT, Promise.REPLY, State.MET);
        }
        running.heard();
        return new After(List.copyOf(running.all), List.copyOf(running.said));
    }

    /** The customer wrote beside the moves. */
    public static After wrote(List<ClaimClock> clocks, Claim claim, Instant now, Ticking ticking, Spans spans) {
        var running = new Running(claim, clocks, ticking, spans, now);
        if (running.open(Party.AGENT, Promise.REPLY).isEmpty()) {
            running.start(Party.AGENT, Promise.REPLY, Hours.WORKING, spans.within(now, Clocks.FIRST_RESPONSE));
        }
        return new After(List.copyOf(running.all), List.of());
    }

    /** What the customer wrote needs no answer. */
    public static After needsNoReply(List<ClaimClock> clocks, Claim claim, Instant now, Ticking ticking, Spans spans) {
        var running = new Running(claim, clocks, ticking, spans, now);
        running.climb();
        running.end(Party.AGENT, Promise.REPLY, State.VOID);
        return new After(List.copyOf(running.all), List.copyOf(running.said));
    }

    /** What is late by now is broken before it ends. */
    private void climb() {
        all.replaceAll(clock -> {
            var climbed = ticking.climb(clock, Rung.BROKEN, now);
            if (climbed.isBroken() && !clock.isBroken()) {
                said.add(new ClaimEvent.PromiseBroken(clock.promise(), clock.party(), clock.dueAt()));
            }
            return climbed;
        });
    }

    private void firstResponse(List<ClaimEvent> events, Actor actor) {
        if (isPerson(actor) && events.stream().anyMatch(Running::tellsTheCustomer)) {
            end(Party.AGENT, Promise.FIRST_RESPONSE, State.MET);
        }
        if (actor instanceof Actor.Staff && events.stream().anyMatch(Running::isAnswer)) {
            end(Party.AGENT, Promise.REPLY, State.MET);
        }
        steer(Party.AGENT, Promise.FIRST_RESPONSE, isUndecided() ? ours() : Wish.NONE);
    }

    /** Until the customer knows whether it is ours to make right, and then until a remedy lies before them. */
    private void decision(List<ClaimEvent> events) {
        if (events.stream().anyMatch(Running::decides)) {
            end(Party.AGENT, Promise.DECISION, State.MET);
        }
        var wish = switch (claim.state()) {
            case ClaimState.Submitted _, ClaimState.Accepted _ -> Wish.RUN;
            case ClaimState.NeedsInformation _ -> claim.owed().by() == Owed.Party.AGENT ? Wish.RUN : Wish.PAUSE;
            case ClaimState.Offered(var offer) -> isAwaited(offer) ? Wish.PAUSE : Wish.NONE;
            case ClaimState.Rejected rejected -> rejected.isPending() ? Wish.PAUSE : Wish.NONE;
            case ClaimState.Merged _ -> Wish.PAUSE;
            case ClaimState.Executing _, ClaimState.FollowingUp _, ClaimState.Closed _ -> Wish.NONE;
        };
        steer(Party.AGENT, Promise.DECISION, wish);
        if (wish == Wish.RUN && open(Party.AGENT, Promise.DECISION).isEmpty()) {
            start(Party.AGENT, Promise.DECISION, Hours.WORKING, due(Owed.Party.AGENT, PolicySet.Clock.DECISION));
        }
    }

    /** As whose turn it is says, where that begins now: it is read from the rules only once. */
    private Instant due(Owed.Party party, PolicySet.Clock clock) {
        var due = claim.owed().due();
        var fresh = claim.owed().by() == party && claim.owed().since().equals(now);
        return fresh && due != null ? due : spans.due(now, clock);
    }

    private void execution() {
        if (claim.state() instanceof ClaimState.Executing) {
            if (open(Party.SYSTEM, Promise.EXECUTION).isEmpty()) {
                start(
                        Party.SYSTEM,
                        Promise.EXECUTION,
                        Hours.WORKING,
                        due(Owed.Party.SYSTEM, PolicySet.Clock.EXECUTION));
            }
        } else {
            end(
                    Party.SYSTEM,
                    Promise.EXECUTION,
                    claim.state() instanceof ClaimState.FollowingUp ? State.MET : State.VOID);
        }
    }

    private void answers(Claim before, List<ClaimEvent> events, Actor actor) {
        customers(before, events, actor);
        var due = claim.owed().due();
        var seniors = claim.owed().by() == Owed.Party.SUPERVISOR;
        if (events.stream().anyMatch(Running::reviews)) {
            end(Party.SUPERVISOR, Promise.ANSWER, State.MET);
        }
        ask(Party.SUPERVISOR, seniors, State.VOID, Hours.WORKING, due);
        var looked = claim.owed().by() == Owed.Party.AGENT && !isBeingDecided();
        ask(Party.AGENT, looked, State.MET, Hours.WORKING, due);
    }

    private void customers(Claim before, List<ClaimEvent> events, Actor actor) {
        var goesOn = before.owed().by() == Owed.Party.CUSTOMER
                && before.owed().equals(claim.owed())
                && before.state().name() == claim.state().name();
        if (goesOn) {
            return;
        }
        if (events.stream().anyMatch(Running::runsOut)) {
            replace(Party.CUSTOMER, Promise.ANSWER, clock -> ticking.runOut(clock, now));
        }
        end(
                Party.CUSTOMER,
                Promise.ANSWER,
                actor instanceof Actor.Customer || events.stream().anyMatch(Running::answers) ? State.MET : State.VOID);
        ask(
                Party.CUSTOMER,
                claim.owed().by() == Owed.Party.CUSTOMER,
                State.VOID,
                Hours.CALENDAR,
                claim.owed().due());
    }

    /** @param as what it ends as where nobody is asked any more */
    private void ask(Party party, boolean asked, State as, Hours hours, @Nullable Instant due) {
        var merged = claim.state() instanceof ClaimState.Merged;
        if (!asked) {
            if (merged) {
                steer(party, Promise.ANSWER, Wish.PAUSE);
            } else {
                end(party, Promise.ANSWER, as);
            }
            return;
        }
        steer(party, Promise.ANSWER, Wish.RUN);
        if (open(party, Promise.ANSWER).isEmpty() && due != null) {
            start(party, Promise.ANSWER, hours, due);
        }
    }

    private void feedback(List<ClaimEvent> events, Actor actor) {
        if (!isOurs()) {
            var takenBack = events.stream().anyMatch(event -> event instanceof ClaimEvent.ClaimWithdrawn);
            end(Party.AGENT, Promise.FEEDBACK, takenBack ? State.VOID : State.MET);
            return;
        }
        if (!(actor instanceof Actor.Customer) && events.stream().anyMatch(Running::tellsTheCustomer)) {
            heard();
        }
        if (open(Party.AGENT, Promise.FEEDBACK).isEmpty()) {
            startFeedback();
        }
    }

    /** From the beginning; in the same row, unless it was broken and that is to be seen. */
    private void heard() {
        open(Party.AGENT, Promise.FEEDBACK).ifPresent(clock -> {
            if (clock.isBroken()) {
                end(Party.AGENT, Promise.FEEDBACK, State.MET);
            } else {
                all.remove(clock);
            }
            startFeedback();
        });
    }

    private void startFeedback() {
        start(Party.AGENT, Promise.FEEDBACK, Hours.WORKING, spans.within(now, Clocks.FEEDBACK));
    }

    private boolean isOurs() {
        return switch (claim.owed().by()) {
            case AGENT, SUPERVISOR, SYSTEM -> true;
            case CUSTOMER, NOBODY -> false;
        };
    }

    private Wish ours() {
        return isOurs() ? Wish.RUN : Wish.PAUSE;
    }

    private boolean isUndecided() {
        return switch (claim.state()) {
            case ClaimState.Submitted _,
                    ClaimState.NeedsInformation _,
                    ClaimState.Accepted _,
                    ClaimState.Offered _,
                    ClaimState.Merged _ -> true;
            case ClaimState.Rejected rejected -> rejected.isPending();
            case ClaimState.Executing _, ClaimState.FollowingUp _, ClaimState.Closed _ -> false;
        };
    }

    private boolean isBeingDecided() {
        return claim.state() instanceof ClaimState.Submitted
                || claim.state() instanceof ClaimState.Accepted
                || claim.state() instanceof ClaimState.NeedsInformation;
    }

    private static boolean isAwaited(Offer offer) {
        return offer.state() == Offer.State.AWAITING_APPROVAL;
    }

    /** A program stands for people. */
    private static boolean isPerson(Actor actor) {
        return actor instanceof Actor.Staff || actor instanceof Actor.Program;
    }

    private void steer(Party party, Promise promise, Wish wish) {
        switch (wish) {
            case RUN -> replace(party, promise, clock -> ticking.goOn(clock, now));
            case PAUSE -> replace(party, promise, clock -> ticking.pause(clock, now));
            case NONE -> end(party, promise, State.VOID);
        }
    }

    private void end(Party party, Promise promise, State as) {
        replace(party, promise, clock -> ticking.end(clock, as, now));
    }

    private void replace(Party party, Promise promise, UnaryOperator<ClaimClock> change) {
        open(party, promise).ifPresent(clock -> all.set(all.indexOf(clock), change.apply(clock)));
    }

    private Optional<ClaimClock> open(Party party, Promise promise) {
        return all.stream()
                .filter(clock -> clock.isOpen() && isIt(clock, party, promise))
                .findFirst();
    }

    private void start(Party party, Promise promise, Hours hours, Instant due) {
        int round = all.stream()
                        .filter(clock -> isIt(clock, party, promise))
                        .mapToInt(ClaimClock::round)
                        .max()
                        .orElse(0)
                + 1;
        all.add(ticking.start(claim.id(), party, promise, round, hours, now, due));
    }

    private boolean isIt(ClaimClock clock, Party party, Promise promise) {
        return clock.party() == party && clock.promise() == promise && isOwn(clock, claim.id());
    }

    private static boolean isOwn(ClaimClock clock, UUID claim) {
        return clock.about().equals(claim);
    }

    private static boolean decides(ClaimEvent event) {
        return switch (event) {
            case ClaimEvent.ClaimAccepted _, ClaimEvent.RejectionConfirmed _, ClaimEvent.OfferApproved _ -> true;
            case ClaimEvent.ClaimRejected rejected -> !rejected.isPending();
            case ClaimEvent.RemedyOffered offered -> !offered.approvalNeeded();
            default -> false;
        };
    }

    private static boolean reviews(ClaimEvent event) {
        return event instanceof ClaimEvent.OfferApproved
                || event instanceof ClaimEvent.ApprovalRefused
                || event instanceof ClaimEvent.RejectionConfirmed
                || event instanceof ClaimEvent.RejectionOverruled;
    }

    private static boolean runsOut(ClaimEvent event) {
        return event instanceof ClaimEvent.OfferExpired || event instanceof ClaimEvent.CustomerSilent;
    }

    /** What only a customer says, whoever writes it down for them. */
    private static boolean answers(ClaimEvent event) {
        return event instanceof ClaimEvent.InformationProvided
                || event instanceof ClaimEvent.RemedyAgreed
                || event instanceof ClaimEvent.OfferDeclined
                || event instanceof ClaimEvent.OfferCountered
                || event instanceof ClaimEvent.SatisfactionRated;
    }

    /** Whether whoever decides this, and tells the customer, has read what they wrote before. */
    private static boolean isAnswer(ClaimEvent event) {
        return decides(event)
                || event instanceof ClaimEvent.InformationRequested
                || event instanceof ClaimEvent.OfferWithdrawn
                || event instanceof ClaimEvent.ClaimClosed
                || event instanceof ClaimEvent.ClaimReopened
                || event instanceof ClaimEvent.ErasureAnswered;
    }

    /** Whether the customer hears of it. */
    static boolean tellsTheCustomer(ClaimEvent event) {
        return switch (event) {
            case ClaimEvent.ClaimRegistered _,
                    ClaimEvent.ClaimAccepted _,
                    ClaimEvent.RejectionConfirmed _,
                    ClaimEvent.InformationRequested _,
                    ClaimEvent.OfferApproved _,
                    ClaimEvent.OfferWithdrawn _,
                    ClaimEvent.OfferExpired _,
                    ClaimEvent.StepDone _,
                    ClaimEvent.StepFailed _,
                    ClaimEvent.ExecutionStopped _,
                    ClaimEvent.PlanEnded _,
                    ClaimEvent.ClaimClosed _,
                    ClaimEvent.ClaimReopened _,
                    ClaimEvent.ClaimMerged _,
                    ClaimEvent.ClaimSeparated _,
                    ClaimEvent.ErasureRequested _,
                    ClaimEvent.ErasureAnswered _ -> true;
            case ClaimEvent.ClaimRejected rejected -> !rejected.isPending();
            case ClaimEvent.RemedyOffered offered -> !offered.approvalNeeded();
            case ClaimEvent.GoodsReturned returned -> !returned.amended();
            case ClaimEvent.RejectionOverruled _,
                    ClaimEvent.InformationProvided _,
                    ClaimEvent.CallTaken _,
                    ClaimEvent.EvidenceAdded _,
                    ClaimEvent.VerdictReached _,
                    ClaimEvent.ClaimAssessed _,
                    ClaimEvent.AuditPicked _,
                    ClaimEvent.CauseRecorded _,
                    ClaimEvent.CauseConcluded _,
                    ClaimEvent.ApprovalRefused _,
                    ClaimEvent.RemedyAgreed _,
                    ClaimEvent.OfferDeclined _,
                    ClaimEvent.OfferCountered _,
                    ClaimEvent.CustomerSilent _,
                    ClaimEvent.StepReversed _,
                    ClaimEvent.PartDone _,
                    ClaimEvent.SatisfactionRated _,
                    ClaimEvent.ClaimWithdrawn _,
                    ClaimEvent.ClaimAppealed _,
                    ClaimEvent.ClaimEscalated _,
                    ClaimEvent.ClaimAssigned _,
                    ClaimEvent.PromiseWarned _,
                    ClaimEvent.PromiseBroken _ -> false;
        };
    }
}
