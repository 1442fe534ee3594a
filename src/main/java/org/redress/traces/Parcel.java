package org.redress.traces;

import java.time.Instant;
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
    public record Line(Sku sku, int quantity) {}

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
