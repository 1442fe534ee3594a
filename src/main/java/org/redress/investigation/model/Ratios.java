package org.redress.investigation.model;

import java.util.Arrays;

/** How much likelier what is on record of a line is with 0, 1, 2… wrong units in it than if nothing ever went wrong. */
final class Ratios {
    /** More units of a line than these tell no more. */
    private static final int MOST_UNITS = 24;

    private final double[] ratios;

    private Ratios(int units) {
        ratios = new double[Math.min(MOST_UNITS, units) + 1];
        Arrays.fill(ratios, 1);
    }

    /** Of a line of which nothing is known yet. */
    static Ratios of(int units) {
        return new Ratios(units);
    }

    /** Of something that was seen where nobody took anything. */
    static Ratios seen(double ratio) {
        var seen = new Ratios(0);
        seen.ratios[0] = ratio;
        return seen;
    }

    int units() {
        return ratios.length - 1;
    }

    void multiply(int wrong, double by) {
        ratios[wrong] *= by;
    }

    void multiplyAllWrong(double by) {
        for (int wrong = 1; wrong < ratios.length; wrong++) {
            ratios[wrong] *= by;
        }
    }

    /** How likely what is on record is, where each unit is wrong with this chance, from 0 to below 1. */
    double likelihood(double share, boolean isWrong) {
        double sum = 0;
        double chance = none(share);
        for (int wrong = 0; wrong < ratios.length; wrong++) {
            sum += isWrong && wrong == 0 ? 0 : chance * ratios[wrong];
            chance *= share / (1 - share) * (units() - wrong) / (wrong + 1);
        }
        return Math.max(1e-12, sum);
    }

    /** How probable it is that any unit is wrong. */
    double touched(double share) {
        return Math.max(0, 1 - none(share) * ratios[0] / likelihood(share, false));
    }

    private double none(double share) {
        return Math.pow(1 - share, units());
    }
}
