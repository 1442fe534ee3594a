package org.redress.investigation.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.investigation.Clue;
import org.redress.investigation.Exhibit.Outcome;
import org.redress.investigation.Investigation.Evidence;
import org.redress.investigation.Mechanism;
import org.redress.investigation.NextEvidence;
import org.redress.investigation.Stage;

/**
 * Which further piece of evidence would tell most for its cost: the expected drop of entropy over what it may show
 * (domain.md section 3, rule 4).
 */
final class Inquiry {
    /** What tells less, in bits, is not asked for. */
    private static final double LEAST = 0.02;

    private Inquiry() {}

    /** The most telling for its cost first. */
    static List<Evidence> next(EvidenceModel model, Signs signs, Posterior posterior) {
        return Stream.of(NextEvidence.values())
                .map(each -> new Evidence(each, gain(model, signs, posterior, each.clues()), each.cost()))
                .filter(each -> each.expectedGain() >= LEAST)
                .sorted(Comparator.comparingDouble((Evidence each) -> each.expectedGain() / each.cost())
                        .reversed())
                .toList();
    }

    /**
     * What would be believed after each answer: one clue at a time would show, or none. Where two clues hang on one piece
     * of evidence, both at once say little more than the stronger of them.
     */
    static List<Outcome> outcomes(EvidenceModel model, Signs signs, NextEvidence what) {
        var open = what.clues().stream()
                .filter(clue -> !signs.isKnown(clue))
                .sorted(Comparator.comparingInt(Clue::index).reversed())
                .toList();
        var none = signs;
        for (var clue : open) {
            none = none.with(clue, false);
        }
        var outcomes = new ArrayList<Outcome>();
        for (var clue : open) {
            outcomes.add(outcome(clue, Reasoning.infer(model, none.with(clue, true))));
        }
        if (!open.isEmpty()) {
            outcomes.add(outcome(null, Reasoning.infer(model, none)));
        }
        return outcomes;
    }

    /** A false claim is never concluded, not even in advance. */
    private static Outcome outcome(@Nullable Clue present, Posterior then) {
        var stage = then.leadingStage();
        boolean accuses = stage == Stage.CUSTOMER && then.of(Mechanism.FC) >= then.of(Mechanism.CU);
        return new Outcome(present, accuses ? null : stage, then.of(stage));
    }

    private static double gain(EvidenceModel model, Signs signs, Posterior posterior, Set<Clue> clues) {
        var open = clues.stream().filter(clue -> !signs.isKnown(clue)).toList();
        if (open.isEmpty()) {
            return 0;
        }
        double expected = 0;
        double seen = 0;
        for (int outcome = 0; outcome < 1 << open.size(); outcome++) {
            var then = signs;
            var probabilities = posterior.probabilities().clone();
            for (int i = 0; i < open.size(); i++) {
                boolean isPresent = (outcome >> i & 1) == 1;
                then = then.with(open.get(i), isPresent);
                for (var mechanism : Mechanism.values()) {
                    double p = model.present(open.get(i), mechanism);
                    if (!Double.isNaN(p)) {
                        probabilities[mechanism.index()] *= isPresent ? p : 1 - p;
                    } else {
                        probabilities[mechanism.index()] *= 0.5;
                    }
                }
            }
            double chance = 0;
            for (double p : probabilities) {
                chance += p;
            }
            seen += chance;
            expected += chance * Reasoning.infer(model, then).entropy();
        }
        return Math.max(0, posterior.entropy() - expected / seen);
    }
}
