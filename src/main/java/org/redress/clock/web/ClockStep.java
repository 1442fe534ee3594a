package org.redress.clock.web;

import java.time.Duration;

/** How far a button moves the clock. */
public enum ClockStep {
    HOUR(Duration.ofHours(1)),
    SHIFT(Duration.ofHours(8)),
    DAY(Duration.ofDays(1)),
    WEEK(Duration.ofDays(7));

    private final Duration span;

    ClockStep(Duration span) {
        this.span = span;
    }

    Duration span() {
        return span;
    }
}
