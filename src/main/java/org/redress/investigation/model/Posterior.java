package org.redress.investigation.model;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.investigation.Clue;
import org.redress.investigation.Mechanism;
import org.redress.investigation.Stage;

/** How probable each mechanism is, and what made it so. */
public final class Posterior {
    /** What speaks at least two to one for a stage counts as one of the groups that bear it out. */
    private static final double BEARS_OUT = Math.log(2);

    private final EvidenceModel model;
    private final double[] probabilities;
    private final double[][] weights;
    private final double[][] groups;

    Posterior(EvidenceModel model, double[] probabilities, double[][] weights, double[][] groups) {
        this.model = model;
        this.probabilities = probabilities;
        this.weights = weights;
        this.groups = groups;
    }

    EvidenceModel model() {
        return model;
    }

    double[] probabilities() {
        return probabilities;
    }

    public double of(Mechanism mechanism) {
        return probabilities[mechanism.index()];
    }

    public double of(Stage stage) {
        double sum = 0;
        for (var mechanism : Mechanism.values()) {
            if (mechanism.stage() == stage) {
                sum += of(mechanism);
            }
        }
        return sum;
    }

    public Mechanism leading() {
        var best = Mechanism.OT;
        for (var mechanism : Mechanism.values()) {
            best = of(mechanism) > of(best) ? mechanism : best;
        }
        return best;
    }

    public Stage leadingStage() {
        var best = Stage.ORDER;
        double highest = -1;
        for (var stage : Stage.values()) {
            double probability = of(stage);
            if (probability > highest) {
                highest = probability;
                best = stage;
            }
        }
        return best;
    }

    /** By how much a clue speaks for each mechanism rather than for the background; null where it says nothing. */
    public @Nullable Map<Mechanism, Double> decibans(Clue clue) {
        var row = weights[clue.index()];
        if (row == null) {
            return null;
        }
        var decibans = new EnumMap<Mechanism, Double>(Mechanism.class);
        for (var mechanism : Mechanism.values()) {
            decibans.put(mechanism, Inference.decibans(row[mechanism.index()]));
        }
        return decibans;
    }

    /** By how much a clue speaks for a stage rather than for all others, in decibans; 0 where it says nothing. */
    public double speaksFor(Stage stage, Clue clue) {
        var row = weights[clue.index()];
        return row == null ? 0 : Inference.decibans(speaksFor(stage, row));
    }

    /** How many independent groups of clues bear a stage out. */
    public int groupsFor(Stage stage) {
        int count = 0;
        for (var group : groups) {
            if (speaksFor(stage, group) >= BEARS_OUT) {
                count++;
            }
        }
        return count;
    }

    private double speaksFor(Stage stage, double[] row) {
        double inside = 0;
        double insidePrior = 0;
        double outside = 0;
        double outsidePrior = 0;
        for (var mechanism : Mechanism.values()) {
            double prior = model.prior(mechanism);
            double likelihood = prior * Math.exp(row[mechanism.index()]);
            if (mechanism.stage() == stage) {
                inside += likelihood;
                insidePrior += prior;
            } else {
                outside += likelihood;
                outsidePrior += prior;
            }
        }
        return Math.log((inside / insidePrior) / (outside / outsidePrior));
    }

    /** In bits: 0 where one mechanism is certain. */
    public double entropy() {
        return entropy(probabilities);
    }

    static double entropy(double[] probabilities) {
        double bits = 0;
        for (double p : probabilities) {
            if (p > 0) {
                bits -= p * Math.log(p);
            }
        }
        return bits / Math.log(2);
    }
}
