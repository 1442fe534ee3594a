package org.redress.replay;

/**
 * Where a share lies with 95 % confidence (Wilson's score interval). For a mean of shares of independent decisions it is
 * on the wide side, since none varies more than a yes or no.
 */
public record Interval(double low, double high) {
    private static final double Z = 1.959964;

    public static Interval of(double share, long decisions) {
        if (decisions == 0) {
            return new Interval(0, 1);
        }
        double n = decisions;
        double middle = (share + Z * Z / (2 * n)) / (1 + Z * Z / n);
        double half = Z / (1 + Z * Z / n) * Math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n));
        return new Interval(Math.max(0, middle - half), Math.min(1, middle + half));
    }

    /** Whether a share lies outside: the group differs from it by more than chance explains. */
    public boolean excludes(double share) {
        return share < low || share > high;
    }
}
