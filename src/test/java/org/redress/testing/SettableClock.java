package org.redress.testing;

import java.time.Instant;
import java.time.InstantSource;

/** Time that passes only where a test says so. */
public final class SettableClock implements InstantSource {
    private volatile Instant now;

    public SettableClock(Instant now) {
        this.now = now;
    }

    public void set(Instant instant) {
        now = instant;
    }

    @Override
    public Instant instant() {
        return now;
    }
}
