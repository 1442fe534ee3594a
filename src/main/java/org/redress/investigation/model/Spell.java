package org.redress.investigation.model;

import java.util.Arrays;
import java.util.List;

/**
 * While a mistake goes on it touches some of those who pass, one after the other: strangers in a slot, a wrong page. When it
 * began, when it ended and what share it touches is not on record; what is on record of each who passed tells, and one run
 * forwards and one backwards tell it in time linear in their number (a hidden Markov chain: before, during, after).
 */
final class Spell {
    /** Which share of the units it touches, as far as can be said beforehand. */
    private final List<Double> shares;

    private final List<Step> steps;

    /**
     * One who passed, or something that was seen.
     *
     * @param begins chance that it began just before
     * @param ends chance that it ended just before, had it begun
     * @param isWrong whether it is known to have been touched
     */
    record Step(double begins, double ends, Ratios ratios, boolean isWrong) {
        Step neutral() {
            return new Step(begins, ends, isWrong ? Ratios.of(ratios.units()) : Ratios.seen(1), isWrong);
        }

        private double inside(double share) {
            return ratios.likelihood(share, isWrong);
        }

        private double touched(double share) {
            return isWrong ? 1 : ratios.touched(share);
        }
    }

    /**
     * @param probabilities for each step that it was touched
     * @param evidence natural logarithm of how likely what is on record is
     */
    record Course(List<Double> probabilities, double evidence) {}

    private Spell(List<Double> shares, List<Step> steps) {
        this.shares = shares;
        this.steps = steps;
    }

    /**
     * @param shares of the units that it may touch, each as likely as the other
     * @param steps the oldest first
     */
    static Course of(List<Double> shares, List<Step> steps) {
        return new Spell(shares, steps).course();
    }

    private Course course() {
        var runs = shares.stream().map(this::run).toList();
        double highest = runs.stream().mapToDouble(Course::evidence).max().orElse(0);
        var mixed = new double[steps.size()];
        double sum = 0;
        for (var run : runs) {
            double weight = Math.exp(run.evidence() - highest);
            sum += weight;
            for (int i = 0; i < mixed.length; i++) {
                mixed[i] += weight * run.probabilities().get(i);
            }
        }
        double all = sum;
        return new Course(
                Arrays.stream(mixed).map(each -> each / all).boxed().toList(), highest + Math.log(sum / runs.size()));
    }

    private Course run(double share) {
        int n = steps.size();
        var before = new double[n + 1];
        var during = new double[n + 1];
        var after = new double[n + 1];
        before[0] = 1;
        var likelihoods = steps.stream().mapToDouble(step -> step.inside(share)).toArray();
        double evidence = 0;
        for (int i = 0; i < n; i++) {
            var step = steps.get(i);
            double outside = step.isWrong() ? 0 : 1;
            double inside = likelihoods[i];
            double b = before[i] * (1 - step.begins()) * outside;
            double d = (before[i] * step.begins() + during[i] * (1 - step.ends())) * inside;
            double a = (after[i] + during[i] * step.ends()) * outside;
            double sum = Math.max(Double.MIN_NORMAL, b + d + a);
            before[i + 1] = b / sum;
            during[i + 1] = d / sum;
            after[i + 1] = a / sum;
            evidence += Math.log(sum);
        }
        return new Course(backwards(share, likelihoods, before, during, after), evidence);
    }

    private List<Double> backwards(
            double share, double[] likelihoods, double[] before, double[] during, double[] after) {
        int n = steps.size();
        var probabilities = new double[n];
        double toBefore = 1;
        double toDuring = 1;
        double toAfter = 1;
        for (int i = n - 1; i >= 0; i--) {
            var step = steps.get(i);
            double all = before[i + 1] * toBefore + during[i + 1] * toDuring + after[i + 1] * toAfter;
            probabilities[i] = all <= 0 ? 0 : during[i + 1] * toDuring / all * step.touched(share);
            double outside = step.isWrong() ? 0 : 1;
            double inside = likelihoods[i];
            double b = (1 - step.begins()) * outside * toBefore + step.begins() * inside * toDuring;
            double d = (1 - step.ends()) * inside * toDuring + step.ends() * outside * toAfter;
            double a = outside * toAfter;
            double sum = Math.max(Double.MIN_NORMAL, b + d + a);
            toBefore = b / sum;
            toDuring = d / sum;
            toAfter = a / sum;
        }
        return Arrays.stream(probabilities).boxed().toList();
    }
}
