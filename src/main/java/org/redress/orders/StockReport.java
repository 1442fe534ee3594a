package org.redress.orders;

import java.time.Instant;
import org.redress.kernel.Sku;

/**
 * What somebody says of an article's stock.
 *
 * @param units free to send: neither promised to an order nor blocked
 * @param reportedAt when it was so
 * @param source who says it, such as a warehouse
 */
public record StockReport(Sku sku, int units, Instant reportedAt, String source) {
    public static final int MOST_UNITS = 1_000_000;

    public StockReport {
        if (units < 0 || units > MOST_UNITS) {
            throw new IllegalArgumentException("Units from 0 to " + MOST_UNITS);
        }
    }
}
