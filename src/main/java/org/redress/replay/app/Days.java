package org.redress.replay.app;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Days of a merchant's place, both included, as moments. */
record Days(Instant from, Instant until) {
    static Days of(LocalDate from, LocalDate to, ZoneId zone) {
        return new Days(
                from.atStartOfDay(zone).toInstant(),
                to.plusDays(1).atStartOfDay(zone).toInstant());
    }
}
