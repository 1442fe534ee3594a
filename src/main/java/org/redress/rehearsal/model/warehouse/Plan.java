package org.redress.rehearsal.model.warehouse;

import java.time.Instant;

/**
 * How long a season is and what its orders are called.
 *
 * @param merchant seed of what does not change from season to season: articles, slots, people, scales
 * @param number of the season, 0 to 9,999: orders, parcels and claims of two seasons never bear one name
 * @param opens midnight of the first day
 */
public record Plan(long merchant, int number, Instant opens, int days, int ordersADay) {
    private static final Instant FIRST = Instant.parse("2024-01-01T00:00:00Z");
    private static final long FORTNIGHT = 14L * 86_400;

    public Plan {
        if (number < 0 || number > 9_999 || days < 1 || ordersADay < 1 || (long) days * ordersADay > 90_000) {
            throw new IllegalArgumentException("A season has a number up to 9999 and at most 90,000 orders");
        }
    }

    /** Twelve days with 20,000 orders, every season a fortnight after the one before, and all of them past. */
    public static Plan season(long merchant, int number) {
        return new Plan(merchant, number, FIRST.plusSeconds(number % 50 * FORTNIGHT), 12, 1_667);
    }

    String prefix() {
        return "S%04d".formatted(number);
    }

    Instant at(long second) {
        return opens.plusSeconds(second);
    }
}
