package org.redress.investigation.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.investigation.AtRisk;
import org.redress.investigation.Mechanism;
import org.redress.kernel.Phrase;
import org.redress.kernel.Sku;
import org.redress.orders.Product;
import org.redress.traces.Parcel;
import org.redress.traces.Place;
import org.redress.traces.Scale;
import org.redress.traces.TraceEvent;

/**
 * Who else is affected: each order in the scope with its own probability, by its own pick and its own weight.
 */
public final class RiskList {
    /** Below this an order is not called at risk: half of a list should be worth somebody's call. */
    private static final double LISTED = 0.3;

    /** For each claim another one or so is never made (domain.md section 3: 44 to 60 % of errors are not reported). */
    private static final double AFFECTED_A_CLAIM = 2;

    private static final double COMPLAINED = 0.95;

    /** A scan of the article itself that matched: the unit was the right one, unless its label lies. */
    private static final double SCANNED_RIGHT = 0.08;

    private static final int LARGEST = 5_000;

    private final Scope scope;
    private final Map<Sku, Product> products;
    private final Records records;
    private final String own;
    private final Set<String> complained;

    /** What is on record of the orders in a scope. */
    public interface Records {
        /** Picks from these slots between two moments, the oldest first. */
        List<TraceEvent> picks(Set<String> slots, Instant from, Instant until);

        /** Picks of an article between two moments, the oldest first. */
        List<TraceEvent> picks(Sku article, Instant from, Instant until);

        /** Orders placed between two moments that hold an article, the oldest first. */
        List<String> holding(Sku article, Instant from, Instant until);

        /** By order number. */
        Map<String, List<Parcel>> parcels(Collection<String> orders);

        Scale scale(String warehouse);
    }

    private RiskList(Scope scope, Scene scene, Records records) {
        this.scope = scope;
        this.products = scene.products();
        this.records = records;
        this.own = Objects.requireNonNullElse(scene.filing().orderNumber(), "");
        this.complained = scene.complaints().stream()
                .filter(each -> each.lacking().contains(scope.article()))
                .filter(each -> scope.received() == null || each.received().contains(scope.received()))
                .map(Scene.Complaint::orderNumber)
                .collect(Collectors.toSet());
    }

    /** Of the orders under suspicion those that are wrong, before their own records are looked at. */
    private double share(int orders) {
        double affected = AFFECTED_A_CLAIM * (complained.size() + 1);
        return Math.clamp((affected + 1) / (orders + 2), 0.02, 0.9);
    }

    /** The likeliest first, without the claim's own order. */
    public static List<AtRisk> of(Scope scope, Scene scene, Records records) {
        var list = new RiskList(scope, scene, records);
        var found = scope.slots().isEmpty() ? list.byListing() : list.byShelf();
        return found.stream()
                .filter(each -> each.probability() >= LISTED)
                .sorted(Comparator.comparingDouble(AtRisk::probability)
                        .reversed()
                        .thenComparing(AtRisk::orderNumber))
                .limit(LARGEST)
                .toList();
    }

    private List<AtRisk> byShelf() {
        var picked = new LinkedHashMap<String, TraceEvent>();
        for (var event : records.picks(scope.slots(), scope.from(), scope.until())) {
            if (event.goods().stream().anyMatch(goods -> scope.article().equals(goods.sku()))) {
                event.orders().forEach(order -> picked.putIfAbsent(order, event));
            }
        }
        var waiting = records.holding(scope.article(), scope.from(), scope.until());
        picked.remove(own);
        var numbers = new LinkedHashSet<>(picked.keySet());
        numbers.addAll(waiting);
        numbers.remove(own);
        var parcels = records.parcels(numbers);
        double share = share(picked.size());
        var list = new ArrayList<AtRisk>();
        for (var number : numbers) {
            var sent = parcels.getOrDefault(number, List.of());
            var pick = picked.get(number);
            if (pick != null) {
                list.add(picked(number, pick, sent, share));
            } else if (sent.isEmpty()) {
                list.add(new AtRisk(
                        number, false, scope.probability() * share, Phrase.of("investigation.risk.waiting", place())));
            }
        }
        return list;
    }

    private AtRisk picked(String number, TraceEvent pick, List<Parcel> sent, double usual) {
        double share = complained.contains(number) ? COMPLAINED : usual;
        if (scope.mechanism() != Mechanism.IL && pick.scan() == TraceEvent.Scan.ITEM) {
            share *= SCANNED_RIGHT;
        }
        if (scope.mechanism() == Mechanism.CT && !pick.shortPick()) {
            share *= SCANNED_RIGHT;
        }
        var ratio = weight(sent);
        double odds = share / (1 - share) * ratio.orElse(1);
        double probability = scope.probability() * odds / (1 + odds);
        var reason = ratio.isPresent() && ratio.getAsDouble() > 2
                ? Phrase.of("investigation.risk.weight", place(), pick.at())
                : scope.lot() == null
                        ? Phrase.of("investigation.risk.slot", place(), pick.at())
                        : Phrase.of("investigation.risk.lot", place(), pick.at(), scope.lot());
        return new AtRisk(number, !sent.isEmpty(), probability, reason);
    }

    private Phrase place() {
        return scope.slots().stream()
                .sorted()
                .findFirst()
                .map(Place::of)
                .orElseGet(() -> Phrase.of("investigation.risk.somewhere"));
    }

    /** How much likelier the order's parcel weighs as it does with the wrong article in it; empty where nobody can tell. */
    private OptionalDouble weight(List<Parcel> sent) {
        var ordered = grams(scope.article());
        var received = grams(scope.received());
        if (ordered == null || received == null || sent.size() != 1) {
            return OptionalDouble.empty();
        }
        var parcel = sent.getFirst();
        var expected = parcel.expectedWeightGrams();
        var weighed = parcel.packWeightGrams();
        if (expected == null || weighed == null) {
            return OptionalDouble.empty();
        }
        var scale = records.scale(parcel.warehouse());
        double difference = (received - ordered) * (double) Math.max(1, parcel.shipped(scope.article()));
        double right = Weights.density(scale, expected, weighed, 0);
        double single = Weights.density(scale, expected + received - (double) ordered, weighed, 0);
        double all = Weights.density(scale, expected + difference, weighed, 0);
        return OptionalDouble.of(Math.max(single, all) / right);
    }

    private @Nullable Integer grams(@Nullable Sku sku) {
        var product = sku == null ? null : products.get(sku);
        return product == null ? null : product.weightGrams();
    }

    private List<AtRisk> byListing() {
        var holding = records.holding(scope.article(), scope.from(), scope.until());
        var wrong = new HashMap<String, TraceEvent>();
        if (scope.received() != null && scope.mechanism() == Mechanism.OD) {
            records.picks(scope.received(), scope.from(), scope.until())
                    .forEach(event -> event.orders().forEach(order -> wrong.put(order, event)));
        }
        var right = new HashMap<String, TraceEvent>();
        records.picks(scope.article(), scope.from(), scope.until())
                .forEach(event -> event.orders().forEach(order -> right.put(order, event)));
        var parcels = records.parcels(holding);
        double share = share(holding.size());
        var list = new ArrayList<AtRisk>();
        for (var number : holding) {
            if (!number.equals(own)) {
                boolean shipped = !parcels.getOrDefault(number, List.of()).isEmpty();
                list.add(listed(number, shipped, wrong.get(number), right.get(number), share));
            }
        }
        return list.stream().filter(Objects::nonNull).toList();
    }

    private AtRisk listed(
            String number, boolean shipped, @Nullable TraceEvent wrong, @Nullable TraceEvent right, double usual) {
        double share = complained.contains(number) ? COMPLAINED : usual;
        return switch (scope.mechanism()) {
            case OD -> {
                double probability = wrong != null ? 0.97 : right != null ? 0.02 : shipped ? 0.2 : 0.6;
                yield new AtRisk(
                        number,
                        shipped,
                        scope.probability() * probability,
                        wrong == null
                                ? Phrase.of("investigation.risk.order")
                                : Phrase.of("investigation.risk.told", wrong.at()));
            }
            case LI ->
                new AtRisk(number, shipped, scope.probability() * share, Phrase.of("investigation.risk.listing"));
            case PA, PV, PU, IL, CT, SO, LS, SU, CU, CA, RC, FC, OT ->
                throw new IllegalStateException(scope.mechanism() + " touches no other order by its listing");
        };
    }
}
