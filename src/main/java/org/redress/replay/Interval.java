package org.redress.replay;

/**
 * Where a share lies with 95 % confidence (Wilson's score interval). A mean of shares is taken as if each decision were a
 * yes or no; decisions on the same facts are not independent of each other, so that it is a guide and no test.
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

    /** Whether all of it lies above a share. */
    public boolean isAbove(double share) {
        return low > share;
    }
}
