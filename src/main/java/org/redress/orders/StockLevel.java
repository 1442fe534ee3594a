package org.redress.orders;

import java.time.Duration;
import java.time.Instant;

/**
 * The latest report of an article's stock. One that has grown old says nothing: nobody knows then what is left, which is
 * not the same as nothing.
 *
 * @param usableUntil how long it counts
 */
public record StockLevel(StockReport report, Instant usableUntil) {
    public static StockLevel of(StockReport report, Duration usableFor) {
        return new StockLevel(report, report.reportedAt().plus(usableFor));
    }

    public boolean isUsable(Instant now) {
        return !now.isAfter(usableUntil);
    }
}
