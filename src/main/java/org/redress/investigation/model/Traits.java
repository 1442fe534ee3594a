package org.redress.investigation.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Complaint;
import org.redress.investigation.Mechanism;
import org.redress.traces.Parcel;
import org.redress.traces.TraceEvent;

/**
 * What is on record of one order in a scope: how much likelier its weight, its scan and its customer's words or silence
 * are with some wrong units in it than with none.
 */
final class Traits {
    /** A scan that matched: the unit was the right one, unless its label lies. */
    private static final double SCANNED_RIGHT = 0.05;

    /** One scan covers the whole line, as a rule. */
    private static final double SCANS_ONE = 0.7;

    private static final double OVERRIDDEN = 6;
    private static final double NOT_SHORT = 0.08;

    /** Of errors those that are reported (domain.md section 3: 44 to 60 % are not). */
    private static final double REPORTED = 0.48;

    /** Of a right line one customer in a hundred complains for another reason. */
    private static final double REPORTED_ELSE = 0.012;

    /** A customer writes days after the parcel was sent: on the way, and in the hall. */
    private static final Duration ON_THE_WAY = Duration.ofHours(30);

    /** Fewer parcels teach nothing about an article’s weight. */
    private static final int ENOUGH = 9;

    private static final double DAYS_TO_WRITE = 2;
    private static final double DAY = 86_400;

    /** How sure the claim's own weight tells what a unit differs by, where nobody knows what came, in grams. */
    private static final double BY_OWN_WEIGHT = 25;

    private final Scope scope;
    private final Scene scene;
    private final RiskList.Records records;
    private final OptionalDouble difference;
    private final double doubt;

    /** By how much the article’s weight on record is wrong, in grams. */
    private double offset;

    Traits(Scope scope, Scene scene, RiskList.Records records) {
        this.scope = scope;
        this.scene = scene;
        this.records = records;
        var known = known();
        this.difference = known.isPresent() ? known : byOwnWeight();
        this.doubt = known.isPresent() ? 0 : BY_OWN_WEIGHT;
    }

    /** By how much a wrong unit is heavier, in grams. */
    private OptionalDouble known() {
        var weights = new Weights(scene);
        var ordered = weights.grams(scope.article());
        var received = weights.grams(scope.received());
        return ordered.isPresent() && received.isPresent()
                ? OptionalDouble.of(received.getAsDouble() - ordered.getAsDouble())
                : OptionalDouble.empty();
    }

    private OptionalDouble byOwnWeight() {
        var weighing = new Weights(scene).weighing();
        var question = Question.of(scene).orElse(null);
        return weighing == null || question == null || question.isAsOrdered()
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        (weighing.weighed() - weighing.ordered() - scene.scale().biasGrams()) / question.units());
    }

    /** Most are right; where they too are off, the article’s weight on record is wrong. */
    void learn(Stream<Parcel> parcels) {
        var offs = parcels.filter(parcel -> parcel.expectedWeightGrams() != null && parcel.weighedGrams() != null)
                .mapToDouble(parcel -> (Objects.requireNonNull(parcel.weighedGrams())
                                - Objects.requireNonNull(parcel.expectedWeightGrams())
                                - records.scale(parcel.warehouse()).biasGrams())
                        / Math.max(1, parcel.shipped(scope.article())))
                .sorted()
                .toArray();
        offset = offs.length < ENOUGH ? 0 : offs[offs.length / 2];
    }

    /** In which of an order's parcels the article is said to be. */
    @Nullable
    Parcel holding(List<Parcel> sent) {
        return sent.stream()
                .filter(parcel -> parcel.shipped(scope.article()) > 0)
                .findFirst()
                .orElse(null);
    }

    int units(@Nullable TraceEvent pick, @Nullable Parcel parcel) {
        int picked = pick == null
                ? 0
                : pick.goods().stream()
                        .filter(goods -> scope.article().equals(goods.sku()))
                        .mapToInt(goods -> goods.quantity() == null ? 1 : goods.quantity())
                        .sum();
        return Math.max(1, picked > 0 || parcel == null ? picked : parcel.shipped(scope.article()));
    }

    /** @return whether the weight speaks for wrong units */
    boolean weigh(@Nullable Parcel parcel, Ratios ratios) {
        var expected = parcel == null ? null : parcel.expectedWeightGrams();
        var weighed = parcel == null ? null : parcel.weighedGrams();
        if (parcel == null || expected == null || weighed == null || difference.isEmpty()) {
            return false;
        }
        var scale = records.scale(parcel.warehouse());
        double ordered = expected + parcel.shipped(scope.article()) * offset;
        double right = Weights.density(scale, ordered, weighed, 0);
        boolean tells = false;
        for (int wrong = 1; wrong <= ratios.units(); wrong++) {
            double heavier = wrong * (difference.getAsDouble() - offset);
            double ratio = Weights.density(scale, ordered + heavier, weighed, wrong * doubt) / right;
            ratios.multiply(wrong, ratio);
            tells |= ratio > 2;
        }
        return tells;
    }

    void scan(@Nullable TraceEvent pick, Ratios ratios) {
        if (pick == null) {
            return;
        }
        boolean ofLabel = scope.mechanism() == Mechanism.IL;
        for (int wrong = 1; wrong <= ratios.units(); wrong++) {
            if (pick.scan() == TraceEvent.Scan.ITEM && !ofLabel) {
                double missed = SCANS_ONE * (1 - wrong / (double) ratios.units());
                ratios.multiply(wrong, SCANNED_RIGHT + (1 - SCANNED_RIGHT) * missed);
            } else if (pick.scan() == TraceEvent.Scan.OVERRIDE && !ofLabel) {
                ratios.multiply(wrong, OVERRIDDEN);
            }
            if (scope.mechanism() == Mechanism.CT && !pick.shortPick()) {
                ratios.multiply(wrong, NOT_SHORT);
            }
        }
    }

    /** Its customer complains of the same, of something else, or of nothing. */
    void hear(@Nullable Complaint complaint, @Nullable Parcel parcel, Ratios ratios) {
        ratios.multiplyAllWrong(said(complaint, parcel));
    }

    private double said(@Nullable Complaint complaint, @Nullable Parcel parcel) {
        if (complaint == null) {
            return parcel == null ? 1 : (1 - REPORTED * written(parcel.shippedAt()));
        }
        if (!complaint.lacking().contains(scope.article())) {
            return 0.3;
        }
        var received = scope.received();
        double names = received == null || complaint.received().isEmpty()
                ? 1
                : complaint.received().contains(received) ? 20 : 0.05;
        return names * REPORTED / REPORTED_ELSE;
    }

    /** Of those who write at all, how many have by now. */
    private double written(Instant shipped) {
        double days = Duration.between(shipped.plus(ON_THE_WAY), scope.until()).toSeconds() / DAY;
        return days <= 0 ? 0 : 1 - Math.exp(-days / DAYS_TO_WRITE);
    }
}
