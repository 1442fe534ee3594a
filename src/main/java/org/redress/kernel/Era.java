package org.redress.kernel;

import java.time.Instant;

/**
 * How far off a time may lie. Programs and people write years that no table takes, or that nobody can have meant; where it ends
 * is said once, so that what one door lets in no other turns away.
 */
public enum Era {
    /** What is written with four digits of a year: the years 1 to 9999 (ISO 8601), all of which the database takes. */
    WRITTEN("0001-01-01T00:00:00Z", "+10000-01-01T00:00:00Z"),
    /** What somebody may mean who says when work is done: the years 2000 to 2199. */
    OF_WORK("2000-01-01T00:00:00Z", "2200-01-01T00:00:00Z");

    private final Instant begin;
    private final Instant end;

    Era(String begin, String end) {
        this.begin = Instant.parse(begin);
        this.end = Instant.parse(end);
    }

    public boolean holds(Instant at) {
        return !at.isBefore(begin) && at.isBefore(end);
    }
}
