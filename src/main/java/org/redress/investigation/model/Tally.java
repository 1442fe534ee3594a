package org.redress.investigation.model;

import java.util.Arrays;
import org.redress.investigation.Clue;
import org.redress.investigation.Mechanism;

/**
 * What confirmed causes have taught, as counts: how often each mechanism, and under it how often each clue was true and
 * false. Counts may be parts of one, where a cause that a person recorded stands for more than one mechanism.
 */
public final class Tally {
    final double[] cases = new double[Mechanism.COUNT];
    final double[][] present = new double[Clue.COUNT][Mechanism.COUNT];
    final double[][] absent = new double[Clue.COUNT][Mechanism.COUNT];
    final double[] inside = new double[Mechanism.COUNT];
    final double[] outside = new double[Mechanism.COUNT];
    final double[] ownStock = new double[Mechanism.COUNT];
    final double[] othersStock = new double[Mechanism.COUNT];

    public double cases() {
        double sum = 0;
        for (double each : cases) {
            sum += each;
        }
        return sum;
    }

    public double cases(Mechanism mechanism) {
        return cases[mechanism.index()];
    }

    public double present(Clue clue, Mechanism mechanism) {
        return present[clue.index()][mechanism.index()];
    }

    public double absent(Clue clue, Mechanism mechanism) {
        return absent[clue.index()][mechanism.index()];
    }

    /** One more confirmed case, or a part of one; a negative part takes it back. */
    public void add(Signs signs, Mechanism truth, double part) {
        int m = truth.index();
        cases[m] += part;
        for (int clue = 0; clue < Clue.COUNT; clue++) {
            if (signs.isKnown(clue)) {
                (signs.isPresent(clue) ? present : absent)[clue][m] += part;
            }
        }
        var own = signs.ownStock();
        if (own != null) {
            (own ? ownStock : othersStock)[m] += part;
        }
        if (signs.isWeighed()) {
            double usual = EvidenceModel.usual().inside(truth);
            double other = usual * signs.weightRatio();
            double share = other / (other + 1 - usual);
            inside[m] += part * share;
            outside[m] += part * (1 - share);
        }
    }

    /** All counts in a row, for keeping. */
    public double[] written() {
        return Arrays.stream(rows()).flatMapToDouble(Arrays::stream).toArray();
    }

    /** What {@link #written} wrote; what is too short or too long for it teaches nothing. */
    public static Tally read(double[] counts) {
        var tally = new Tally();
        var rows = tally.rows();
        if (counts.length == rows.length * Mechanism.COUNT) {
            for (int row = 0; row < rows.length; row++) {
                System.arraycopy(counts, row * Mechanism.COUNT, rows[row], 0, Mechanism.COUNT);
            }
        }
        return tally;
    }

    private double[][] rows() {
        var rows = new double[5 + 2 * Clue.COUNT][];
        rows[0] = cases;
        rows[1] = inside;
        rows[2] = outside;
        rows[3] = ownStock;
        rows[4] = othersStock;
        for (int clue = 0; clue < Clue.COUNT; clue++) {
            rows[5 + 2 * clue] = present[clue];
            rows[6 + 2 * clue] = absent[clue];
        }
        return rows;
    }
}
