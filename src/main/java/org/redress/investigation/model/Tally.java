package org.redress.investigation.model;

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

    /**
     * One more confirmed case, or a part of one.
     *
     * @param model that was believed before: by it a weight is one of what came or one of what was ordered
     */
    public void add(Signs signs, Mechanism truth, double part, EvidenceModel model) {
        int m = truth.index();
        cases[m] += part;
        for (int clue = 0; clue < Clue.COUNT; clue++) {
            if (signs.isKnown(clue)) {
                (signs.isPresent(clue) ? present : absent)[clue][m] += part;
            }
        }
        if (signs.isWeighed()) {
            double other = model.inside(truth) * signs.weightRatio();
            double share = other / (other + 1 - model.inside(truth));
            inside[m] += part * share;
            outside[m] += part * (1 - share);
        }
    }

    /** Row by row, for whoever keeps it: cases, inside, outside, then of each clue present and absent. */
    public double[][] rows() {
        var rows = new double[3 + 2 * Clue.COUNT][];
        rows[0] = cases;
        rows[1] = inside;
        rows[2] = outside;
        for (int clue = 0; clue < Clue.COUNT; clue++) {
            rows[3 + 2 * clue] = present[clue];
            rows[4 + 2 * clue] = absent[clue];
        }
        return rows;
    }
}
