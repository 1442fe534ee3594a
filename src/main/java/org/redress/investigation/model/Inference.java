package org.redress.investigation.model;

import java.util.Arrays;
import org.redress.investigation.Clue;
import org.redress.investigation.Mechanism;

/**
 * From signs to probabilities: log posterior = log prior + Σ log-odds of what is known, each group capped; what is not
 * known or does not apply is skipped (domain.md section 3, rules 1-3).
 */
public final class Inference {
    /** Clues that hang together count at most fifty to one between any two mechanisms. */
    private static final double CAP = Math.log(50);

    private static final double DECIBANS = 10 / Math.log(10);

    /** Which groups are capped: those of more than one clue. */
    private static final boolean[] CAPPED = new boolean[Clue.Group.COUNT];

    private static final int[] GROUP = new int[Clue.COUNT];

    static {
        var members = new int[Clue.Group.COUNT];
        for (var clue : Clue.values()) {
            GROUP[clue.index()] = clue.group().index();
            members[clue.group().index()]++;
        }
        for (int group = 0; group < members.length; group++) {
            CAPPED[group] = members[group] > 1;
        }
    }

    private Inference() {}

    public static Posterior infer(EvidenceModel model, Signs signs) {
        var weights = weights(model, signs);
        var groups = groups(weights);
        var scores = new double[Mechanism.COUNT];
        for (int m = 0; m < Mechanism.COUNT; m++) {
            double score = Math.log(model.prior(m, signs));
            for (var group : groups) {
                score += group[m];
            }
            scores[m] = score;
        }
        return new Posterior(model, normal(scores), weights, groups);
    }

    private static double[][] weights(EvidenceModel model, Signs signs) {
        var weights = new double[Clue.COUNT][];
        int weight = Clue.WEIGHT_OFF.index();
        for (int clue = 0; clue < Clue.COUNT; clue++) {
            boolean byRatio = clue == weight && signs.isWeighed();
            boolean bySaying = clue == Clue.CODE_AS_ORDERED.index() && signs.isSaidAsOrdered();
            if (signs.isKnown(clue) || byRatio) {
                var row = new double[Mechanism.COUNT];
                for (int m = 0; m < Mechanism.COUNT; m++) {
                    row[m] = byRatio
                            ? model.weightOfWeight(m, signs.weightRatio())
                            : bySaying ? model.weightOfSaying(m) : model.weight(clue, m, signs.isPresent(clue));
                }
                weights[clue] = row;
            }
        }
        return weights;
    }

    /** Sums by group, and shares a cap among the clues of the group, so that the parts still sum up. */
    private static double[][] groups(double[][] weights) {
        var groups = new double[Clue.Group.COUNT][Mechanism.COUNT];
        for (int clue = 0; clue < Clue.COUNT; clue++) {
            var row = weights[clue];
            if (row != null) {
                var group = groups[GROUP[clue]];
                for (int m = 0; m < Mechanism.COUNT; m++) {
                    group[m] += row[m];
                }
            }
        }
        for (int group = 0; group < groups.length; group++) {
            if (CAPPED[group]) {
                cap(group, groups[group], weights);
            }
        }
        return groups;
    }

    private static void cap(int group, double[] sums, double[][] weights) {
        double least = Arrays.stream(sums).max().orElse(0) - CAP;
        for (int m = 0; m < Mechanism.COUNT; m++) {
            if (sums[m] < least) {
                share(group, m, least - sums[m], weights);
                sums[m] = least;
            }
        }
    }

    /** What the cap gives back goes to the clues that took it, by how much they took. */
    private static void share(int group, int m, double back, double[][] weights) {
        double taken = 0;
        for (int clue = 0; clue < Clue.COUNT; clue++) {
            if (GROUP[clue] == group && weights[clue] != null) {
                taken += Math.min(0, weights[clue][m]);
            }
        }
        int clues = 0;
        for (int clue = 0; clue < Clue.COUNT; clue++) {
            if (GROUP[clue] == group && weights[clue] != null) {
                clues++;
            }
        }
        for (int clue = 0; clue < Clue.COUNT; clue++) {
            if (GROUP[clue] == group && weights[clue] != null) {
                double part = taken < 0 ? Math.min(0, weights[clue][m]) / taken : 1.0 / clues;
                weights[clue][m] += back * part;
            }
        }
    }

    private static double[] normal(double[] scores) {
        double highest = Arrays.stream(scores).max().orElse(0);
        double sum = 0;
        for (int m = 0; m < scores.length; m++) {
            scores[m] = Math.exp(scores[m] - highest);
            sum += scores[m];
        }
        for (int m = 0; m < scores.length; m++) {
            scores[m] /= sum;
        }
        return scores;
    }

    /** Nats as tenths of a power of ten, as evidence is weighed. */
    static double decibans(double nats) {
        return nats * DECIBANS;
    }
}
