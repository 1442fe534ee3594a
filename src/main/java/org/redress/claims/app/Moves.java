package org.redress.claims.app;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Claim;
import org.redress.claims.ClaimCommand;
import org.redress.claims.ClaimEvent;
import org.redress.claims.ClaimMoved;
import org.redress.claims.model.ClaimHistory;
import org.redress.claims.model.ClaimLifecycle;
import org.redress.claims.model.Spans;
import org.redress.claims.store.ClaimLedger;
import org.redress.claims.store.ClaimTable;
import org.redress.claims.store.StumbleTable;
import org.redress.kernel.Actor;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Moves a claim within the transaction of whoever asks: what the lifecycle says, row, ledger entry, event. */
@Component
class Moves {
    private final ClaimTable claims;
    private final ClaimLedger ledger;
    private final CaseFile caseFile;
    private final DecisionDesk decisions;
    private final Clockwork clockwork;
    private final StumbleTable stumbles;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Moves(
            ClaimTable claims,
            ClaimLedger ledger,
            CaseFile caseFile,
            DecisionDesk decisions,
            Clockwork clockwork,
            StumbleTable stumbles,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.claims = claims;
        this.ledger = ledger;
        this.caseFile = caseFile;
        this.decisions = decisions;
        this.clockwork = clockwork;
        this.stumbles = stumbles;
        this.events = events;
        this.clock = clock;
    }

    /** To the microsecond, as the database keeps it: what is answered now reads the same tomorrow. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** The claim, where it is still as the actor saw it. */
    Claim seen(MerchantId merchant, UUID id, @Nullable Integer seen) {
        var claim = claims.find(merchant, id).orElseThrow(() -> new Refused(Refusal.absent()));
        requireSeen(claim, seen);
        return claim;
    }

    static void requireSeen(Claim claim, @Nullable Integer seen) {
        if (seen != null && seen != claim.version()) {
            throw new Refused(new Refusal(Refusal.Kind.STALE, "STALE", Phrase.of("claims.refusal.stale"), List.of()));
        }
    }

    /** Where somebody has decided on the claim, or passed it to somebody else, since it was read: whoever read it looks again. */
    static void requireUntouched(Claim before, Claim now) {
        var same = now.escalated() == before.escalated() && Objects.equals(now.assignee(), before.assignee());
        if (!same || !isStanding(before, now)) {
            throw collision();
        }
    }

    /** Asked for only where a clock starts. */
    Spans spans(Claim claim) {
        var channel = claim.filing().channel().name();
        return clockwork.spans(claim.merchant(), clock -> caseFile.policy(claim).clock(channel, clock));
    }

    /** @param asSeen whether the actor decided on this very version, so that any move in between is a collision */
    Claim move(Claim claim, ClaimCommand command, Actor actor, boolean asSeen) {
        var now = now();
        var spans = spans(claim);
        return switch (ClaimLifecycle.decide(claim, command, actor, now, spans)) {
            case ClaimLifecycle.Outcome.Moved(var next, var happened) -> {
                var after = ClaimHistory.after(claim, next, happened, now, spans);
                if (!claims.update(claim, after)) {
                    yield move(standing(claim, command, actor, asSeen), command, actor, asSeen);
                }
                stumbles.remove(claim.merchant(), claim.id());
                clockwork
                        .follow(claim, after, happened, actor, now, spans)
                        .forEach(said -> record(after, said, new Actor.Product(), now));
                happened.forEach(event -> record(after, event, actor, now));
                yield after;
            }
            case ClaimLifecycle.Outcome.No(var refusal) -> throw new Refused(refusal);
        };
    }

    /**
     * The claim as it stands now that another move came first. The product’s own facts are decided again on whatever
     * stands; a person’s command where it is about something else than the other move, and else they look again.
     */
    private Claim standing(Claim before, ClaimCommand command, Actor actor, boolean asSeen) {
        var now = claims.find(before.merchant(), before.id()).orElseThrow();
        // Whom a claim is given to is no fact: who has taken it meanwhile has it.
        var isFact = actor instanceof Actor.Product && !(command instanceof ClaimCommand.Assign);
        var holds = isFact || (!asSeen && isUntouched(command, before, now));
        if (!holds) {
            throw collision();
        }
        return now;
    }

    private static Refused collision() {
        return new Refused(Refusal.conflict("COLLISION", Phrase.of("claims.refusal.collision")));
    }

    private static boolean isStanding(Claim before, Claim now) {
        return now.state().equals(before.state()) && Objects.equals(now.satisfaction(), before.satisfaction());
    }

    /** Whether what a person decides with a command is as it was when they decided. */
    private static boolean isUntouched(ClaimCommand command, Claim before, Claim now) {
        return switch (command) {
            case ClaimCommand.AddEvidence _, ClaimCommand.RecordReturn _, ClaimCommand.Escalate _ -> true;
            case ClaimCommand.Assign _ -> Objects.equals(now.assignee(), before.assignee());
            case ClaimCommand.RecordCause _ -> Objects.equals(now.cause(), before.cause());
            default -> isStanding(before, now);
        };
    }

    void record(Claim claim, ClaimEvent event, Actor actor, Instant now) {
        int sequence = ledger.append(claim.merchant(), claim.id(), now, actor, event);
        events.publishEvent(new ClaimMoved(
                claim.merchant().value(), claim.id(), sequence, event.getClass().getSimpleName()));
        decisions.hear(claim, event);
    }
}
