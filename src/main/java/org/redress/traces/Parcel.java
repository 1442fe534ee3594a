package org.redress.traces;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.gs1.Sscc;
import org.redress.kernel.Sku;

/**
 * A parcel as it was sent (contract.md, {@code PUT /shipments/{trackingNumber}}). Weights are in grams.
 *
 * @param sscc the number of the parcel itself, where it has one
 * @param deliveredAt null where nobody said that it arrived
 * @param expectedWeightGrams what the contents and their packaging should weigh
 * @param packWeightGrams what the scale at the bench said
 * @param carrierWeightGrams what the carrier's scale said
 * @param lines what the record says is inside; each article once
 */
public record Parcel(
        String trackingNumber,
        String orderNumber,
        String carrier,
        @Nullable Sscc sscc,
        String warehouse,
        Instant shippedAt,
        @Nullable Instant deliveredAt,
        @Nullable Integer expectedWeightGrams,
        @Nullable Integer packWeightGrams,
        @Nullable Integer carrierWeightGrams,
        List<Line> lines) {
    public static final int MOST_LINES = 2_000;

    /** Of one line. */
    public static final int MOST_UNITS = 1_000_000;

    public static final int MOST_GRAMS = 100_000_000;

    /** Of a carrier or a warehouse, in characters. */
    public static final int LONGEST_NAME = 100;

    /** An SSCC may be written as a Digital Link or in other long forms. */
    public static final int LONGEST_SSCC = 200;

    public record Line(Sku sku, int quantity) {
        /** Lines of one article are one, where the first of them stood. */
        public static List<Line> together(List<Line> lines) {
            var units = new LinkedHashMap<Sku, Integer>();
            lines.forEach(line -> units.merge(line.sku(), line.quantity(), Integer::sum));
            return units.entrySet().stream()
                    .map(each -> new Line(each.getKey(), each.getValue()))
                    .toList();
        }
    }

    /** Whether it is said to have arrived before it was sent. */
    public boolean isDeliveredBeforeShipped() {
        return deliveredAt != null && deliveredAt.isBefore(shippedAt);
    }

    public int shipped(Sku sku) {
        return lines.stream()
                .filter(line -> line.sku().equals(sku))
                .mapToInt(Line::quantity)
                .sum();
    }

    /** The first scale that saw it: the bench's, else the carrier's. */
    public @Nullable Integer weighedGrams() {
        return packWeightGrams == null ? carrierWeightGrams : packWeightGrams;
    }
}
