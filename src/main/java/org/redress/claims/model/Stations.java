package org.redress.claims.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.gs1.Sscc;
import org.redress.kernel.Sku;
import org.redress.traces.Parcel;
import org.redress.traces.TraceEvent;
import org.redress.traces.TraceEvent.Moment;
import org.redress.traces.TraceEvent.Scan;

/**
 * What each station recorded of the articles of an order. A station that recorded nothing of an article says nothing,
 * but for a parcel whose contents are recorded: what is not in the record was not in it by that record.
 */
final class Stations {
    private final Facts facts;
    private final List<TraceEvent> picks;
    private final List<TraceEvent> packing;
    private final List<Parcel> parcels;

    /**
     * What one station says of one article.
     *
     * @param units null where it is not known
     * @param confidence 0 to 1
     */
    record Count(@Nullable Integer units, @Nullable Instant at, double confidence) {
        static final Count UNKNOWN = new Count(null, null, 0);
    }

    Stations(Facts facts) {
        this.facts = facts;
        var number = facts.filing().orderNumber();
        var trail = facts.way().trail();
        this.parcels = trail.parcels();
        this.picks = trail.of(Moment.PICK)
                .filter(event -> number != null && event.orders().contains(number))
                .toList();
        this.packing = trail.events().stream()
                .filter(event -> event.moment() == Moment.PACK || event.moment() == Moment.UNPACK)
                .filter(event -> isOfOrder(event, number))
                .toList();
    }

    private boolean isOfOrder(TraceEvent event, @Nullable String number) {
        return (number != null && event.orders().equals(List.of(number)))
                || parcels.stream().anyMatch(parcel -> event.isOf(parcel));
    }

    /** Articles that a record names, whether they were ordered or not. */
    Collection<Sku> articles() {
        var articles = new ArrayList<Sku>();
        picks.forEach(event -> event.goods().forEach(goods -> sku(goods).ifPresent(articles::add)));
        packing.forEach(event -> event.goods().forEach(goods -> sku(goods).ifPresent(articles::add)));
        parcels.forEach(parcel -> parcel.lines().forEach(line -> articles.add(line.sku())));
        return articles.stream().distinct().toList();
    }

    /** An article by its number, else by the first that carries its GTIN, those on the order first. */
    private Optional<Sku> sku(TraceEvent.Goods goods) {
        if (goods.sku() != null) {
            return Optional.of(goods.sku());
        }
        var gtin = goods.gtin();
        return gtin == null
                ? Optional.empty()
                : facts.candidates(gtin).stream().findFirst().map(product -> product.sku());
    }

    Count picked(Sku sku) {
        int units = 0;
        Instant last = null;
        double confidence = 1;
        for (var event : picks) {
            for (var goods : event.goods()) {
                if (sku(goods).filter(sku::equals).isPresent()) {
                    if (goods.quantity() == null) {
                        return Count.UNKNOWN;
                    }
                    units += goods.quantity();
                    last = event.at();
                    confidence = Math.min(confidence, confidence(event.scan()));
                }
            }
        }
        return last == null ? Count.UNKNOWN : new Count(units, last, confidence);
    }

    /** The pick line as confirmed is no proof of what was taken; the article's own barcode comes close. */
    private static double confidence(@Nullable Scan scan) {
        return switch (scan) {
            case ITEM -> 0.95;
            case LOCATION -> 0.8;
            case NONE -> 0.6;
            case OVERRIDE -> 0.4;
            case null -> 0.7;
        };
    }

    Count packed(Sku sku) {
        if (packing.isEmpty()) {
            return Count.UNKNOWN;
        }
        var byParcel = packing.stream()
                .filter(event -> !event.parcels().isEmpty())
                .collect(Collectors.groupingBy(
                        event -> event.parcels().getFirst().digits(), TreeMap::new, Collectors.toList()));
        Integer units = 0;
        boolean named = false;
        boolean told = true;
        for (var entry : byParcel.entrySet()) {
            var contents = contents(new Sscc(entry.getKey()), entry.getValue());
            var inside = contents.inside();
            told &= contents.told();
            if (inside.containsKey(sku)) {
                named = true;
                var count = inside.get(sku);
                units = units == null || count == null ? null : Integer.valueOf(units + count);
            }
        }
        boolean whole = told && byParcel.size() >= parcels.size();
        return units == null || (!named && !whole)
                ? Count.UNKNOWN
                : new Count(units, packing.getLast().at(), 0.9);
    }

    /** @param told whether the record lists something, and nothing that may be any article: only then the rest was not in it */
    private record Inside(Map<Sku, @Nullable Integer> inside, boolean told) {}

    private Inside contents(Sscc parcel, List<TraceEvent> events) {
        var bySpelling = org.redress.traces.Contents.at(events, parcel, Instant.MAX);
        var spelled = new HashMap<String, Sku>();
        events.forEach(event ->
                event.goods().forEach(goods -> sku(goods).ifPresent(sku -> spelled.put(goods.uri(), sku))));
        var inside = new HashMap<Sku, @Nullable Integer>();
        bySpelling.forEach((uri, units) -> {
            var sku = spelled.get(uri);
            if (sku != null) {
                var before = inside.getOrDefault(sku, 0);
                inside.put(sku, before == null || units == null ? null : Integer.valueOf(before + units));
            }
        });
        return new Inside(
                inside, !bySpelling.isEmpty() && bySpelling.keySet().stream().allMatch(spelled::containsKey));
    }

    Count shipped(Sku sku) {
        var told = parcels.stream().filter(parcel -> !parcel.lines().isEmpty()).toList();
        if (told.isEmpty()) {
            return Count.UNKNOWN;
        }
        int units = told.stream().mapToInt(parcel -> parcel.shipped(sku)).sum();
        return units == 0 && told.size() < parcels.size()
                ? Count.UNKNOWN
                : new Count(units, told.getLast().shippedAt(), 0.9);
    }

    /** Whether a picker said that something was not as it should be: a mismatch confirmed by hand, or too little there. */
    boolean isDoubtful(Sku sku) {
        return picks.stream()
                .filter(event -> event.goods().stream()
                        .anyMatch(goods -> sku(goods).filter(sku::equals).isPresent()))
                .anyMatch(event -> event.scan() == Scan.OVERRIDE || event.shortPick());
    }

    /** Whether every pick of an article was made sure of by its own barcode. */
    boolean isScanned(Sku sku) {
        var of = picks.stream()
                .filter(event -> event.goods().stream()
                        .anyMatch(goods -> sku(goods).filter(sku::equals).isPresent()))
                .toList();
        return !of.isEmpty() && of.stream().allMatch(event -> event.scan() == Scan.ITEM && !event.shortPick());
    }

    /** The units of goods that came back, as whoever looked at them counted: under this claim's number or in its parcel. */
    Map<Sku, @Nullable Integer> inspected() {
        var trail = facts.way().trail();
        var parcel = Way.claimed(facts.filing(), trail);
        var units = new LinkedHashMap<Sku, @Nullable Integer>();
        Stream.concat(
                        trail.inspections().stream(),
                        trail.events().stream()
                                .filter(event -> parcel.filter(claimed -> event.isOf(claimed))
                                        .isPresent()))
                .filter(event -> event.moment() == Moment.INSPECTION)
                .distinct()
                .flatMap(event -> event.goods().stream())
                .forEach(goods -> sku(goods).ifPresent(sku -> {
                    var before = units.getOrDefault(sku, 0);
                    var more = goods.quantity();
                    units.put(sku, before == null || more == null ? null : Integer.valueOf(before + more));
                }));
        return units;
    }
}
