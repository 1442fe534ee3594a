package org.redress.traces.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Sku;
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
        var packed = trail.of(Moment.PACK)
                .filter(event -> event.isOf(parcel) && event.place() != null)
                .findFirst()
                .orElse(null);
        var waves = trail.of(Moment.PICK)
                .map(TraceEvent::wave)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return packed == null && waves.isEmpty() ? passings.sent() : passings.passed(packed, waves);
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
        int own = packed == null ? -1 : place(bench, parcel);
        var passing = new ArrayList<Passing>();
        for (var other : records.ofOrders(orders)) {
            int place = place(bench, other);
            var at = place < 0 ? other.shippedAt() : bench.get(place).at();
            int apart = place < 0 || own < 0 ? -1 : Math.abs(place - own) - 1;
            passing.add(new Passing(other, at, apart, inWave.contains(other.orderNumber())));
        }
        return passing;
    }

    private static int place(List<TraceEvent> bench, Parcel parcel) {
        for (int i = 0; i < bench.size(); i++) {
            if (bench.get(i).isOf(parcel)) {
                return i;
            }
        }
        return -1;
    }

    private List<Passing> sent() {
        var weighed = parcel.packWeightGrams();
        var expected = parcel.expectedWeightGrams();
        Integer least = null;
        Integer most = null;
        if (weighed != null && expected != null) {
            int off = weighed - expected;
            int tolerance = (int) Math.round(4 * Math.sqrt(2) * Scale.usualSigma(expected));
            if (Math.abs(off) > tolerance / 2) {
                least = -off - tolerance;
                most = -off + tolerance;
            }
        }
        if (received == null && least == null) {
            return List.of();
        }
        var from = parcel.shippedAt().minus(Surroundings.QUARTER);
        var until = parcel.shippedAt().plus(Surroundings.QUARTER);
        return records.sent(parcel.warehouse(), from, until, received, least, most).stream()
                .filter(other -> !other.orderNumber().equals(parcel.orderNumber()))
                .map(other -> new Passing(other, other.shippedAt(), -1, false))
                .toList();
    }
}
