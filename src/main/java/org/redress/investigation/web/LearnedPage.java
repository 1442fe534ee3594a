package org.redress.investigation.web;

import java.util.Comparator;
import java.util.List;
import org.redress.investigation.Investigations.Belief;
import org.redress.investigation.Investigations.Learned;
import org.redress.investigation.Mechanism;
import org.redress.ui.Frame;

/** What confirmed causes have taught, by warehouse. */
public record LearnedPage(Frame frame, List<Learned> warehouses) {
    private static final double CHANGED = 0.05;

    /** The most frequent first. */
    public List<Belief> mechanisms(Learned learned) {
        return learned.mechanisms().stream()
                .sorted(Comparator.comparingDouble(Belief::now).reversed())
                .toList();
    }

    /** A clue that is now believed in another measure under a mechanism. */
    public record Change(String clue, Mechanism mechanism, Belief belief) {}

    /** Those that moved most first, at most twelve. */
    public List<Change> changes(Learned learned) {
        return learned.clues().stream()
                .flatMap(each -> each.byMechanism().values().stream()
                        .filter(belief -> Math.abs(belief.now() - belief.usual()) >= CHANGED)
                        .map(belief -> new Change(each.clue().code(), belief.mechanism(), belief)))
                .sorted(Comparator.comparingDouble((Change each) ->
                                Math.abs(each.belief().now() - each.belief().usual()))
                        .reversed())
                .limit(12)
                .toList();
    }
}
