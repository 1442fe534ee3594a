package org.redress.traces;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * What a warehouse's scale usually says against what a parcel should weigh. A parcel is off where it differs by more
 * than three standard deviations (domain.md section 3).
 *
 * @param parcels how many weighed parcels this was learned from
 * @param biasGrams what the scale says too much, as a rule: the packaging that nobody counts
 * @param spread by how much this scale scatters against the usual one; 1 where nothing is learned yet
 */
public record Scale(int parcels, double biasGrams, double spread) {
    /** Fewer parcels than these teach nothing. */
    public static final int ENOUGH = 30;

    private static final double SHARE = 0.02;
    private static final double GRAMS = 15;
    private static final double OFF = 3;

    /** From the median deviation of a normal distribution to its standard deviation. */
    private static final double TO_SIGMA = 1.4826;

    private static final double NARROWEST = 0.2;
    private static final double WIDEST = 5;

    public static final Scale USUAL = new Scale(0, 0, 1);

    /** The usual scatter of a weight: σ² = (2 % w)² + (15 g)². */
    public static double usualSigma(double grams) {
        return Math.hypot(SHARE * grams, GRAMS);
    }

    /** One parcel on the scale, in grams. */
    public record Weighed(int expectedGrams, int weighedGrams) {}

    /** Medians, so that the mis-packed among the parcels teach the scale nothing. */
    public static Scale learned(List<Weighed> parcels) {
        if (parcels.size() < ENOUGH) {
            return USUAL;
        }
        double bias = median(parcels.stream().mapToDouble(each -> each.weighedGrams() - (double) each.expectedGrams()));
        double spread = TO_SIGMA
                * median(parcels.stream()
                        .mapToDouble(each -> Math.abs(each.weighedGrams() - each.expectedGrams() - bias)
                                / usualSigma(each.expectedGrams())));
        return new Scale(parcels.size(), bias, Math.clamp(spread, NARROWEST, WIDEST));
    }

    private static double median(DoubleStream values) {
        var sorted = values.sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /**
     * How many standard deviations a weight lies from what was expected.
     *
     * @param packaging standard deviation of a packaging that nobody counted, in grams
     */
    public double deviation(double expectedGrams, double weighedGrams, double packaging) {
        double sigma = Math.hypot(spread * usualSigma(Math.max(0, expectedGrams)), packaging);
        return (weighedGrams - expectedGrams - biasGrams) / sigma;
    }

    public static boolean isOff(double deviation) {
        return Math.abs(deviation) > OFF;
    }
}
