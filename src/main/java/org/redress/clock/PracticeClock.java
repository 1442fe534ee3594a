package org.redress.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The real time and what it was moved ahead by, which only grows. */
public final class PracticeClock implements InstantSource {
    private final InstantSource real;
    private volatile Duration ahead = Duration.ZERO;

    /** @param ahead of the real time, as it was left */
    public PracticeClock(InstantSource real, Duration ahead) {
        this.real = real;
        stand(ahead);
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead);
    }

    /** Of the real time. */
    public Duration ahead() {
        return ahead;
    }

    /** @throws IllegalArgumentException where it would go back */
    public synchronized void stand(Duration further) {
        if (further.compareTo(ahead) < 0) {
            throw new IllegalArgumentException("Time does not go back from " + ahead + " to " + further);
        }
        ahead = further;
    }
}
