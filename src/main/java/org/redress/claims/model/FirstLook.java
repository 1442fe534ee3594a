package org.redress.claims.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Assessment;
import org.redress.claims.Assessment.Danger;
import org.redress.claims.Filing;
import org.redress.claims.Severity;
import org.redress.kernel.Phrase;
import org.redress.kernel.Problem;
import org.redress.kernel.Sku;
import org.redress.orders.Product;
import org.redress.remedy.Figures;
import org.redress.traces.TraceEvent;

/**
 * Severity, safety and impact of a claim, from what is on record (domain.md S4). Nothing of the person counts.
 */
public final class FirstLook {
    private final Facts facts;
    private final Figures figures;
    private final List<Phrase> reasons = new ArrayList<>();

    private final @Nullable String follows;

    private FirstLook(Facts facts, Figures figures, @Nullable String follows) {
        this.facts = facts;
        this.figures = figures;
        this.follows = follows;
    }

    public static Assessment of(Facts facts, Figures figures) {
        return of(facts, figures, null);
    }

    /** @param follows the number of the claim whose replacement this one is about, or null */
    public static Assessment of(Facts facts, Figures figures, @Nullable String follows) {
        return new FirstLook(facts, figures, follows).assessment();
    }

    private Assessment assessment() {
        var dangerous = dangerous().values().stream()
                .map(product -> new Danger(product, place(product.sku())))
                .toList();
        dangerous.forEach(danger -> reasons.add(Phrase.of(
                "claims.severity.danger",
                danger.article().name(),
                Phrase.of("claims.hazard." + danger.article().hazard()))));
        if (follows != null) {
            reasons.add(Phrase.of("claims.severity.second-time", follows));
        }
        boolean strangers = isSomebodyElsesParcel();
        boolean dear = isDear();
        boolean lacking = facts.filing().lines().isEmpty()
                || facts.filing().lines().stream().anyMatch(line -> line.problem() != Problem.EXTRA_ITEM);
        if (!lacking) {
            reasons.add(Phrase.of("claims.severity.extra-only"));
        }
        return new Assessment(
                severity(!dangerous.isEmpty(), strangers || dear || follows != null, lacking),
                List.copyOf(reasons),
                dangerous);
    }

    private static Severity severity(boolean danger, boolean grave, boolean lacking) {
        if (danger) {
            return Severity.SAFETY;
        }
        if (grave) {
            return Severity.HIGH;
        }
        return lacking ? Severity.NORMAL : Severity.LOW;
    }

    /** What came and can harm: never ordered, more than ordered, or damaged. */
    private Map<Sku, Product> dangerous() {
        var dangerous = new LinkedHashMap<Sku, Product>();
        for (var line : facts.filing().lines()) {
            if (line.received() != null) {
                facts.article(line.received())
                        .filter(product -> product.hazard() != null)
                        .ifPresent(product -> dangerous.put(product.sku(), product));
            }
            var named = line.sku() == null ? null : facts.products().get(line.sku());
            boolean came = line.problem() == Problem.DAMAGED || line.problem() == Problem.EXTRA_ITEM;
            if (came && named != null && named.hazard() != null) {
                dangerous.put(named.sku(), named);
            }
        }
        var stations = new Stations(facts);
        Stream.concat(
                        stations.inspected().keySet().stream(),
                        stations.articles().stream().filter(sku -> isPacked(stations, sku)))
                .filter(sku -> facts.order().isPresent() && !facts.isOrdered(sku))
                .map(facts.products()::get)
                .flatMap(Stream::ofNullable)
                .filter(product -> product.hazard() != null)
                .forEach(product -> dangerous.put(product.sku(), product));
        for (var seen : Readings.of(facts).notOrdered()) {
            var product = seen.product();
            if (product != null && product.hazard() != null) {
                dangerous.put(product.sku(), product);
            }
        }
        return dangerous;
    }

    private static boolean isPacked(Stations stations, Sku sku) {
        var units = stations.packed(sku).units();
        return units != null && units > 0;
    }

    /** Where it was picked from: by its own record, else by that of what it came instead of. */
    private @Nullable String place(Sku came) {
        return Stream.concat(
                        Stream.of(came),
                        facts.filing().lines().stream().map(Filing.Line::sku).flatMap(Stream::ofNullable))
                .flatMap(sku -> facts.way()
                        .trail()
                        .of(TraceEvent.Moment.PICK)
                        .filter(event -> event.goods().stream().anyMatch(goods -> sku.equals(goods.sku())))
                        .map(TraceEvent::place)
                        .flatMap(Stream::ofNullable))
                .findFirst()
                .orElse(null);
    }

    /** Somebody waits for it, and their address may be on it. */
    private boolean isSomebodyElsesParcel() {
        boolean strangers = facts.filing().lines().stream().anyMatch(line -> line.problem() == Problem.WRONG_PARCEL)
                || Readings.of(facts).slip() == Readings.Slip.ANOTHER_ORDER;
        if (strangers) {
            reasons.add(Phrase.of("claims.severity.parcel"));
        }
        return strangers;
    }

    private boolean isDear() {
        var worth = facts.worth();
        boolean dear = Stakes.of(facts, figures) == Stakes.GREAT;
        worth.ifPresent(
                paid -> reasons.add(Phrase.of(dear ? "claims.severity.dear" : "claims.severity.worth", units(), paid)));
        return dear;
    }

    private int units() {
        return facts.filing().lines().stream().mapToInt(Filing.Line::quantity).sum();
    }
}
