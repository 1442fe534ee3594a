package org.redress.claims.model;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.calendars.WorkingTime;
import org.redress.claims.ClaimClock;
import org.redress.claims.ClaimClock.Hours;
import org.redress.claims.ClaimClock.Party;
import org.redress.claims.ClaimClock.Promise;
import org.redress.claims.ClaimClock.Rung;
import org.redress.claims.ClaimClock.State;

/** One clock's life: it starts, pauses, goes on, warns, breaks and ends. */
public final class Ticking {
    private final WorkingTime working;

    /** @param working when the merchant's people work, as it is set now */
    public Ticking(WorkingTime working) {
        this.working = working;
    }

    /** @param due in the hours of the clock, so that what is allowed is what lies between */
    public ClaimClock start(UUID about, Party party, Promise promise, int round, Hours hours, Instant at, Instant due) {
        var fresh = new ClaimClock(
                about,
                party,
                promise,
                round,
                hours,
                at,
                time(hours).between(at, due),
                State.RUNNING,
                at,
                Duration.ZERO,
                due,
                Rung.ON_TIME,
                null);
        return awaiting(fresh, Rung.ON_TIME);
    }

    /** How much of what is allowed is used by then. */
    public Duration used(ClaimClock clock, Instant now) {
        return clock.state() == State.RUNNING
                ? clock.used().plus(time(clock.hours()).between(clock.since(), now))
                : clock.used();
    }

    ClaimClock pause(ClaimClock clock, Instant now) {
        return clock.state() == State.RUNNING
                ? in(clock, State.PAUSED, now, used(clock, now), clock.dueAt(), clock.rung(), null)
                : clock;
    }

    /** Nothing is used by a pause; what is broken stays so. */
    ClaimClock goOn(ClaimClock clock, Instant now) {
        if (clock.state() != State.PAUSED) {
            return clock;
        }
        var left = clock.allowed().minus(clock.used());
        var due = clock.isBroken() || left.isNegative()
                ? clock.dueAt()
                : time(clock.hours()).plus(now, left);
        return awaiting(in(clock, State.RUNNING, now, clock.used(), due, clock.rung(), null), clock.rung());
    }

    /** Less time for it than was thought, because it is about a second time. */
    public ClaimClock sooner(ClaimClock clock, Instant due) {
        var allowed = time(clock.hours()).between(clock.startedAt(), due);
        var shorter = new ClaimClock(
                clock.about(),
                clock.party(),
                clock.promise(),
                clock.round(),
                clock.hours(),
                clock.startedAt(),
                allowed,
                clock.state(),
                clock.since(),
                clock.used(),
                due,
                clock.rung(),
                null);
        return clock.state() == State.RUNNING ? awaiting(shorter, clock.rung()) : shorter;
    }

    public ClaimClock end(ClaimClock clock, State as, Instant now) {
        return in(clock, as, now, used(clock, now), clock.dueAt(), clock.rung(), null);
    }

    /** The customer let it run out. */
    ClaimClock runOut(ClaimClock clock, Instant now) {
        return in(clock, State.VOID, now, used(clock, now), clock.dueAt(), Rung.BROKEN, null);
    }

    /** As far as it has come by now, at most to this rung. A warning that comes with the breach, or after it, is none. */
    public ClaimClock climb(ClaimClock clock, Rung most, Instant now) {
        var at = clock;
        while (at.state() == State.RUNNING
                && at.nextAt() != null
                && !now.isBefore(at.nextAt())
                && at.rung().compareTo(most) < 0) {
            at = awaiting(at, above(at.rung()));
        }
        return at;
    }

    private static Rung above(Rung rung) {
        return switch (rung) {
            case ON_TIME -> Rung.WARNED;
            case WARNED -> Rung.BROKEN;
            case BROKEN, ESCALATED -> Rung.ESCALATED;
        };
    }

    private ClaimClock awaiting(ClaimClock clock, Rung rung) {
        return in(clock, clock.state(), clock.since(), clock.used(), clock.dueAt(), rung, next(clock, rung));
    }

    private @Nullable Instant next(ClaimClock clock, Rung rung) {
        if (clock.party() == Party.CUSTOMER) {
            return null;
        }
        return switch (rung) {
            case ON_TIME -> warn(clock);
            case WARNED -> clock.dueAt();
            case BROKEN ->
                switch (clock.party()) {
                    case AGENT, SUPERVISOR, SYSTEM -> working.plus(clock.dueAt(), Clocks.ESCALATION);
                    case CUSTOMER, WAREHOUSE, SUPPLIER, CARRIER -> null;
                };
            case ESCALATED -> null;
        };
    }

    private Instant warn(ClaimClock clock) {
        var calm = clock.allowed().multipliedBy(3).dividedBy(4).minus(clock.used());
        var at = calm.isNegative() ? clock.since() : time(clock.hours()).plus(clock.since(), calm);
        return at.isAfter(clock.dueAt()) ? clock.dueAt() : at;
    }

    private WorkingTime time(Hours hours) {
        return hours == Hours.WORKING ? working : WorkingTime.AROUND_THE_CLOCK;
    }

    private static ClaimClock in(
            ClaimClock clock,
            State state,
            Instant since,
            Duration used,
            Instant due,
            Rung rung,
            @Nullable Instant next) {
        return new ClaimClock(
                clock.about(),
                clock.party(),
                clock.promise(),
                clock.round(),
                clock.hours(),
                clock.startedAt(),
                clock.allowed(),
                state,
                since,
                used,
                due,
                rung,
                next);
    }
}
