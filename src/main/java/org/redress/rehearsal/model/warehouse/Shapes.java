package org.redress.rehearsal.model.warehouse;

import java.util.stream.DoubleStream;

/**
 * How big orders and articles are, as measured on public data (a test measures again where the files are there).
 *
 * <p>Orders: "Online Retail", UCI Machine Learning Repository (Daqing Chen, 2015), CC BY 4.0, first 10,000 lines, without
 * cancellations and lines without price. Weights: product table of the Olist public data set (olist/work-at-olist-data, MIT),
 * 32,945 products with a weight.
 */
final class Shapes {
    /** Standard deviation of the logarithm of an order’s lines (Online Retail, 424 orders). */
    static final double LINES_SPREAD = 1.296;

    /**
     * How often 1, 2, … 6 units stand on a line: in the nine orders of more than a hundred lines, under which that
     * wholesaler booked what consumers bought. Larger lines are left out.
     */
    static final double[] UNITS = {0.532, 0.196, 0.094, 0.047, 0.028, 0.018};

    /** How an article’s sales fall with its rank: exponent over ranks 10 to 1,000 of 1,990 (Online Retail). */
    static final double POPULARITY = 0.646;

    /** Mean and standard deviation of the logarithm of a price in pounds (Online Retail). */
    static final double PRICE_LOG = 0.813;

    static final double PRICE_SPREAD = 0.958;

    /** Shares of products (Olist) … */
    static final double[] WEIGHT_SHARES = {0.01, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99};

    /** … that weigh no more than these, in grams. */
    static final double[] WEIGHT_GRAMS = {61, 107, 175, 250, 353, 500, 700, 1000, 1500, 2500, 6300, 10850, 22550};

    private static final int MOST_LINES = 12;

    private Shapes() {}

    static int lines(double median, Chance chance) {
        return Math.clamp(Math.round(chance.logNormal(median, LINES_SPREAD)), 1, MOST_LINES);
    }

    static int units(Chance chance) {
        double left = chance.between(0, DoubleStream.of(UNITS).sum());
        for (int i = 0; i < UNITS.length; i++) {
            left -= UNITS[i];
            if (left < 0) {
                return i + 1;
            }
        }
        return 1;
    }

    static double popularity(int rank) {
        return Math.pow(rank + 5.0, -POPULARITY);
    }

    static long pence(Chance chance) {
        return Math.max(35, Math.round(100 * Math.exp(PRICE_LOG + PRICE_SPREAD * chance.normal())));
    }

    /** Between the quantiles straight in the logarithm. */
    static double grams(Chance chance) {
        double share = Math.clamp(chance.between(0, 1), WEIGHT_SHARES[0], WEIGHT_SHARES[WEIGHT_SHARES.length - 1]);
        int above = 1;
        while (WEIGHT_SHARES[above] < share) {
            above++;
        }
        double part = (share - WEIGHT_SHARES[above - 1]) / (WEIGHT_SHARES[above] - WEIGHT_SHARES[above - 1]);
        return Math.exp((1 - part) * Math.log(WEIGHT_GRAMS[above - 1]) + part * Math.log(WEIGHT_GRAMS[above]));
    }
}
