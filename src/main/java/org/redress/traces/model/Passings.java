package org.redress.traces.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.redress.gs1.Sscc;
import org.redress.kernel.Sku;
import org.redress.traces.Labels;
import org.redress.traces.Parcel;
import org.redress.traces.Scale;
import org.redress.traces.Surroundings;
import org.redress.traces.Surroundings.Passing;
import org.redress.traces.TraceEvent;
import org.redress.traces.TraceEvent.Moment;
import org.redress.traces.Trail;

/** Which parcels passed the same people at about the same time: {@link Surroundings#passing}. */
public final class Passings {
    /** Where they are looked for. */
    public interface Records {
        /** What happened at a bench, and to an article. */
        List<TraceEvent> between(@Nullable String bench, @Nullable Sku article, Instant from, Instant until);

        /**
         * What was packed anywhere within a {@link Surroundings#QUARTER} of a moment, the oldest first: the nearest few
         * hundred, and all with this article.
         */
        List<TraceEvent> packed(Instant middle, @Nullable Sku article);

        List<Parcel> ofOrders(Collection<String> orders);

        /** What a warehouse sent that holds an article or is off its weight by so many grams. */
        List<Parcel> sent(
                String warehouse,
                Instant from,
                Instant until,
                @Nullable Sku article,
                @Nullable Integer least,
                @Nullable Integer most);
    }

    /** Of a parcel of many things, in grams. */
    private static final int HEAVY = 3_000;

    private final Trail trail;
    private final Parcel parcel;
    private final @Nullable Sku received;
    private final Records records;

    private Passings(Trail trail, Parcel parcel, @Nullable Sku received, Records records) {
        this.trail = trail;
        this.parcel = parcel;
        this.received = received;
        this.records = records;
    }

    public static List<Passing> of(Trail trail, Parcel parcel, @Nullable Sku received, Records records) {
        var passings = new Passings(trail, parcel, received, records);
        var packs = trail.of(Moment.PACK).filter(event -> event.isOf(parcel)).toList();
        var packed = packs.stream()
                .filter(event -> event.place() != null)
                .findFirst()
                .orElse(null);
        var waves = trail.of(Moment.PICK)
                .map(TraceEvent::wave)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (packed != null || !waves.isEmpty()) {
            return passings.passed(packed, waves);
        }
        return packs.isEmpty()
                ? passings.sent()
                : passings.packedAbout(packs.getFirst().at());
    }

    /** Where no bench is on record: who in the warehouse was packed next to it. */
    private List<Passing> packedAbout(Instant middle) {
        var at = new LinkedHashMap<String, Instant>();
        for (var event : records.packed(middle, received)) {
            event.orders().forEach(order -> at.putIfAbsent(order, event.at()));
        }
        at.remove(parcel.orderNumber());
        return at.isEmpty()
                ? List.of()
                : records.ofOrders(at.keySet()).stream()
                        .filter(other -> other.warehouse().equals(parcel.warehouse()))
                        .map(other -> passing(other, at.get(other.orderNumber()), middle))
                        .toList();
    }

    private static Passing passing(Parcel other, @Nullable Instant at, Instant middle) {
        return at == null
                ? new Passing(other, other.shippedAt(), -1, false, null)
                : new Passing(other, at, -1, false, Duration.between(at, middle).abs());
    }

    private List<Passing> passed(@Nullable TraceEvent packed, List<String> waves) {
        var middle = packed != null
                ? packed.at()
                : trail.of(Moment.PICK).map(TraceEvent::at).findFirst().orElse(parcel.shippedAt());
        var around = records.between(
                packed == null ? null : packed.place(),
                received,
                middle.minus(Surroundings.QUARTER),
                middle.plus(Surroundings.QUARTER));
        var bench = around.stream()
                .filter(event -> event.moment() == Moment.PACK
                        && packed != null
                        && Objects.equals(event.place(), packed.place()))
                .toList();
        var inWave = new LinkedHashSet<String>();
        around.stream()
                .filter(event -> event.moment() == Moment.PICK && waves.contains(event.wave()))
                .flatMap(event -> event.orders().stream())
                .forEach(inWave::add);
        var orders = new LinkedHashSet<>(inWave);
        bench.stream().flatMap(event -> event.orders().stream()).forEach(orders::add);
        orders.remove(parcel.orderNumber());
        if (orders.isEmpty()) {
            return List.of();
        }
        var places = Places.of(bench);
        int own = packed == null ? -1 : places.of(parcel);
        var passing = new ArrayList<Passing>();
        for (var other : records.ofOrders(orders)) {
            int place = places.of(other);
            var at = place < 0 ? other.shippedAt() : bench.get(place).at();
            int apart = place < 0 || own < 0 ? -1 : Math.abs(place - own) - 1;
            passing.add(new Passing(other, at, apart, inWave.contains(other.orderNumber()), null));
        }
        return passing;
    }

    /** Which parcel came when at a bench, by its SSCC and by its label: see {@link TraceEvent#isOf}. */
    private record Places(Map<Sscc, Integer> bySscc, Map<String, Integer> byLabel) {
        static Places of(List<TraceEvent> bench) {
            var places = new Places(new HashMap<>(), new HashMap<>());
            for (int i = 0; i < bench.size(); i++) {
                places.add(bench.get(i), i);
            }
            return places;
        }

        private void add(TraceEvent event, int place) {
            event.parcels().forEach(sscc -> bySscc.putIfAbsent(sscc, place));
            var label = event.trackingNumber();
            if (label != null) {
                byLabel.putIfAbsent(Labels.plain(label), place);
                Sscc.parse(label).ifPresent(sscc -> bySscc.putIfAbsent(sscc, place));
            }
        }

        /** The first; -1 where it did not come. */
        int of(Parcel parcel) {
            int labelled = byLabel.getOrDefault(Labels.plain(parcel.trackingNumber()), Integer.MAX_VALUE);
            int place = parcel.sscc() == null
                    ? labelled
                    : Math.min(labelled, bySscc.getOrDefault(parcel.sscc(), Integer.MAX_VALUE));
            return place == Integer.MAX_VALUE ? -1 : place;
        }
    }

    private List<Passing> sent() {
        var weighed = parcel.packWeightGrams();
        var expected = parcel.expectedWeightGrams();
        Integer least = null;
        Integer most = null;
        if (weighed != null && expected != null) {
            int off = weighed - expected;
            if (Scale.isOff(off / Scale.usualSigma(expected))) {
                // The other may be far heavier, and its weight less sure; but it is off the other way.
                int tolerance = (int) Math.round(4 * Scale.usualSigma(Math.max(HEAVY, Math.max(weighed, expected))));
                int small = off / 3;
                least = off > 0 ? -off - tolerance : Math.max(-off - tolerance, -small);
                most = off > 0 ? Math.min(-off + tolerance, -small) : -off + tolerance;
            }
        }
        if (received == null && least == null) {
            return List.of();
        }
        var from = parcel.shippedAt().minus(Surroundings.QUARTER);
        var until = parcel.shippedAt().plus(Surroundings.QUARTER);
        return records.sent(parcel.warehouse(), from, until, received, least, most).stream()
                .filter(other -> !other.orderNumber().equals(parcel.orderNumber()))
                .map(other -> new Passing(other, other.shippedAt(), -1, false, null))
                .toList();
    }
}
