package org.redress.investigation.model;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Filing;
import org.redress.kernel.Gtin;
import org.redress.kernel.Problem;
import org.redress.kernel.Sku;
import org.redress.orders.Order;
import org.redress.orders.Product;
import org.redress.traces.TraceEvent;

/**
 * What a claim asks: which article should have come, and which came instead.
 *
 * @param ordered null where the whole parcel is another's, or the claim does not say
 * @param received null where nobody knows, or where only the number is wrong
 * @param units ordered units affected
 * @param receivedUnits how many came in their place; −1 where nobody says
 */
public record Question(
        Problem problem, @Nullable Sku ordered, @Nullable Sku received, int units, int receivedUnits) {

    /** Of a claim with several lines the first about wrong goods. Empty where none is. */
    public static Optional<Question> of(Scene scene) {
        return scene.filing().lines().stream()
                .filter(line -> line.problem().isWrongShipment())
                .findFirst()
                .map(line -> of(scene, line));
    }

    private static Question of(Scene scene, Filing.Line line) {
        var came = line.received();
        if (isMiscounted(scene, line)) {
            return new Question(
                    line.problem(),
                    line.sku(),
                    null,
                    line.quantity(),
                    line.problem() == Problem.MISSING_ITEM ? 0 : came == null ? -1 : came.quantity());
        }
        var received = Stream.of(
                        inspected(scene, line.sku()),
                        Optional.ofNullable(came).map(Filing.Received::sku),
                        Optional.ofNullable(came).map(Filing.Received::gtin).flatMap(gtin -> article(scene, gtin)),
                        photographed(scene))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
        return new Question(
                line.problem(),
                line.sku(),
                received,
                Math.max(1, line.quantity()),
                came == null ? Math.max(1, line.quantity()) : Math.max(1, came.quantity()));
    }

    /** The right article in a wrong number: nothing says that it was another one. */
    private static boolean isMiscounted(Scene scene, Filing.Line line) {
        var came = line.received();
        var sku = line.sku();
        return switch (line.problem()) {
            case MISSING_ITEM -> true;
            case WRONG_QUANTITY, EXTRA_ITEM ->
                sku != null
                        && (came == null
                                || Stream.of(
                                                Optional.ofNullable(came.sku()),
                                                Optional.ofNullable(came.gtin()).flatMap(gtin -> article(scene, gtin)))
                                        .flatMap(Optional::stream)
                                        .allMatch(sku::equals));
            case WRONG_ITEM, WRONG_VARIANT, WRONG_PARCEL, DAMAGED, NOT_RECEIVED, LATE -> false;
        };
    }

    /** Goods that came back were looked at: nothing says more. */
    private static Optional<Sku> inspected(Scene scene, @Nullable Sku ordered) {
        var found = new LinkedHashSet<Sku>();
        scene.trail().inspections().stream()
                .flatMap(event -> event.goods().stream())
                .map(TraceEvent.Goods::sku)
                .flatMap(Stream::ofNullable)
                .forEach(found::add);
        return found.stream()
                .filter(sku -> !sku.equals(ordered))
                .filter(sku ->
                        scene.order().map(order -> order.ordered(sku) == 0).orElse(true))
                .findFirst()
                .or(() -> found.stream().filter(sku -> sku.equals(ordered)).findFirst());
    }

    private static Optional<Sku> photographed(Scene scene) {
        var expected = expected(scene);
        var strangers = scene.pictures().codes().stream()
                .flatMap(gtin -> article(scene, gtin).stream())
                .filter(sku -> !expected.contains(sku))
                .distinct()
                .toList();
        return strangers.size() == 1 ? Optional.of(strangers.getFirst()) : Optional.empty();
    }

    private static Set<Sku> expected(Scene scene) {
        var expected = new LinkedHashSet<Sku>();
        scene.order()
                .ifPresent(order -> order.lines().stream().map(Order.Line::sku).forEach(expected::add));
        return expected;
    }

    /** A code may stand on several articles; one on the order is meant first. */
    static Optional<Sku> article(Scene scene, Gtin gtin) {
        var candidates = scene.products().values().stream()
                .filter(product -> gtin.equals(product.gtin()))
                .map(Product::sku)
                .sorted()
                .toList();
        return candidates.stream()
                .filter(expected(scene)::contains)
                .findFirst()
                .or(() -> candidates.stream().findFirst());
    }

    boolean isAsOrdered() {
        return ordered != null && ordered.equals(received);
    }

    boolean isMiscounted() {
        return received == null
                && (problem == Problem.MISSING_ITEM
                        || problem == Problem.WRONG_QUANTITY
                        || problem == Problem.EXTRA_ITEM);
    }

    boolean isWholeParcel() {
        return problem == Problem.WRONG_PARCEL;
    }
}
