package org.redress.investigation.model;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Sku;
import org.redress.orders.Order;
import org.redress.traces.Parcel;
import org.redress.traces.Scale;
import org.redress.traces.TraceEvent;

/** What the scale says about the contents of a parcel: how likely its weight is with one content and with another. */
final class Weights {
    /** Of a packaging that nobody counted, in grams. */
    private static final double PACKAGING = 40;

    /** One weight in a hundred is a mistake of another kind: a hand on the scale, a second parcel beside it. */
    private static final double MISTAKES = 0.01;

    private static final double WIDE = 5;

    private final Scene scene;
    private final Scale scale;

    Weights(Scene scene) {
        this.scene = scene;
        this.scale = scene.scale();
    }

    /**
     * A parcel on the scale.
     *
     * @param packaging standard deviation of what nobody counted, in grams
     */
    record Weighing(double ordered, int weighed, double packaging) {}

    /** What the parcel should weigh with what was ordered, and what it did; null where either is not known. */
    @Nullable
    Weighing weighing() {
        var parcel = scene.parcel().orElse(null);
        if (parcel == null) {
            return null;
        }
        var weighed = weighed(parcel);
        if (weighed == null) {
            return null;
        }
        var inside = contents(parcel);
        var counted = parcel.expectedWeightGrams();
        var wanted = grams(inside);
        if (counted != null && counted > 0) {
            var told = grams(lines(parcel));
            return wanted.isPresent() && told.isPresent()
                    ? new Weighing(counted - told.getAsDouble() + wanted.getAsDouble(), weighed, 0)
                    : new Weighing(counted, weighed, 0);
        }
        return wanted.isPresent() ? new Weighing(wanted.getAsDouble(), weighed, PACKAGING) : null;
    }

    /** Of an order in one parcel what was ordered; of more the parcel's own lines. */
    private Map<Sku, Integer> contents(Parcel parcel) {
        return scene.order()
                .filter(_ -> scene.trail().parcels().size() == 1)
                .map(Weights::lines)
                .orElseGet(() -> lines(parcel));
    }

    private static Map<Sku, Integer> lines(Order order) {
        var lines = new java.util.LinkedHashMap<Sku, Integer>();
        order.lines().forEach(line -> lines.merge(line.sku(), line.quantity(), Integer::sum));
        return lines;
    }

    private static Map<Sku, Integer> lines(Parcel parcel) {
        var lines = new java.util.LinkedHashMap<Sku, Integer>();
        parcel.lines().forEach(line -> lines.merge(line.sku(), line.quantity(), Integer::sum));
        return lines;
    }

    OptionalDouble grams(Map<Sku, Integer> goods) {
        double sum = 0;
        for (var entry : goods.entrySet()) {
            var one = grams(entry.getKey());
            if (one.isEmpty()) {
                return OptionalDouble.empty();
            }
            sum += one.getAsDouble() * entry.getValue();
        }
        return goods.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(sum);
    }

    OptionalDouble grams(@Nullable Sku sku) {
        var product = scene.product(sku);
        var grams = product == null ? null : product.weightGrams();
        return grams == null ? OptionalDouble.empty() : OptionalDouble.of(grams);
    }

    /** On the bench, else what the packing event says. */
    @Nullable
    Integer weighed(Parcel parcel) {
        return Stream.concat(
                        Stream.ofNullable(parcel.packWeightGrams()),
                        scene.trail()
                                .of(TraceEvent.Moment.PACK)
                                .filter(event -> event.isOf(parcel))
                                .map(TraceEvent::weightGrams)
                                .flatMap(Stream::ofNullable))
                .filter(grams -> grams > 0)
                .findFirst()
                .orElse(null);
    }

    double deviation(double expected, Weighing weighing) {
        return scale.deviation(expected, weighing.weighed(), weighing.packaging());
    }

    /** How likely a weight is with some content, per gram. */
    double density(double expected, double weighed, double packaging) {
        return density(scale, expected, weighed, packaging);
    }

    static double density(Scale scale, double expected, double weighed, double packaging) {
        double sigma = Math.hypot(scale.spread() * Scale.usualSigma(Math.max(0, expected)), packaging);
        double z = (weighed - expected - scale.biasGrams()) / sigma;
        return ((1 - MISTAKES) * bell(z) + MISTAKES * wide(z)) / sigma;
    }

    double density(double expected, Weighing weighing) {
        return density(expected, weighing.weighed(), weighing.packaging());
    }

    /** Cauchy: whatever the weight, it is not impossible. */
    private static double wide(double z) {
        double far = z / WIDE;
        return 1 / (Math.PI * WIDE * (1 + far * far));
    }

    private static double bell(double z) {
        return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
    }

    /** By how many grams the parcel is heavier with what came than with what was ordered. */
    OptionalDouble difference(Question question) {
        if (question.isWholeParcel()) {
            return OptionalDouble.empty();
        }
        if (question.receivedUnits() < 0) {
            return OptionalDouble.empty();
        }
        var ordered = question.ordered() == null ? OptionalDouble.of(0) : grams(question.ordered());
        var came = question.isMiscounted() ? ordered : grams(question.received());
        return ordered.isPresent() && came.isPresent()
                ? OptionalDouble.of(
                        came.getAsDouble() * question.receivedUnits() - ordered.getAsDouble() * question.units())
                : OptionalDouble.empty();
    }
}
