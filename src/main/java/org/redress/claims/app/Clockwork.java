package org.redress.claims.app;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.redress.calendars.Calendars;
import org.redress.claims.Claim;
import org.redress.claims.ClaimClock;
import org.redress.claims.ClaimClock.Promise;
import org.redress.claims.ClaimEvent;
import org.redress.claims.model.Running;
import org.redress.claims.model.Spans;
import org.redress.claims.model.Ticking;
import org.redress.claims.store.ClockTable;
import org.redress.kernel.Actor;
import org.redress.kernel.MerchantId;
import org.springframework.stereotype.Component;

/** The clocks of claims follow their moves, within the transaction of whoever moves and holds the claim. */
@Component
class Clockwork {
    private final ClockTable clocks;
    private final Calendars calendars;

    Clockwork(ClockTable clocks, Calendars calendars) {
        this.clocks = clocks;
        this.calendars = calendars;
    }

    Ticking ticking(MerchantId merchant) {
        return new Ticking(calendars.of(merchant));
    }

    /** These spans in the hours in which the merchant's people work. */
    Spans spans(MerchantId merchant, Spans byRules) {
        return Spans.in(() -> calendars.of(merchant), byRules);
    }

    void begin(Claim claim, Spans spans) {
        clocks.save(claim.merchant(), claim.id(), Running.registered(claim, ticking(claim.merchant()), spans));
    }

    /** Returns what turned out to be broken before the move. */
    List<ClaimEvent> follow(
            Claim before, Claim after, List<ClaimEvent> happened, Actor actor, Instant now, Spans spans) {
        if (!Running.concerns(before, after, happened)) {
            return List.of();
        }
        var running = clocks.of(after.merchant(), after.id());
        return write(
                after,
                running,
                Running.after(running, before, after, happened, actor, now, ticking(after.merchant()), spans));
    }

    /** The customer has heard from us beside the moves. Returns what turned out to be broken before. */
    List<ClaimEvent> told(Claim claim, Actor by, Instant now, Spans spans) {
        var running = clocks.of(claim.merchant(), claim.id());
        return write(claim, running, Running.told(running, claim, by, now, ticking(claim.merchant()), spans));
    }

    void wrote(Claim claim, Instant now, Spans spans) {
        var running = clocks.of(claim.merchant(), claim.id());
        write(claim, running, Running.wrote(running, claim, now, ticking(claim.merchant()), spans));
    }

    List<ClaimEvent> needsNoReply(Claim claim, Instant now, Spans spans) {
        var running = clocks.of(claim.merchant(), claim.id());
        return write(claim, running, Running.needsNoReply(running, claim, now, ticking(claim.merchant()), spans));
    }

    private List<ClaimEvent> write(Claim claim, List<ClaimClock> before, Running.After after) {
        clocks.save(
                claim.merchant(),
                claim.id(),
                after.clocks().stream().filter(clock -> !before.contains(clock)).toList());
        return after.said();
    }

    /** It turned out to be about a second time: there is less time to decide. */
    void hasten(Claim claim) {
        var due = claim.owed().due();
        if (due == null) {
            return;
        }
        var ticking = ticking(claim.merchant());
        clocks.save(
                claim.merchant(),
                claim.id(),
                clocks.of(claim.merchant(), claim.id()).stream()
                        .filter(clock -> isRunningDecision(clock, claim.id()) && due.isBefore(clock.dueAt()))
                        .map(clock -> ticking.sooner(clock, due))
                        .toList());
    }

    private static boolean isRunningDecision(ClaimClock clock, UUID claim) {
        return clock.about().equals(claim)
                && clock.promise() == Promise.DECISION
                && clock.state() == ClaimClock.State.RUNNING;
    }
}
