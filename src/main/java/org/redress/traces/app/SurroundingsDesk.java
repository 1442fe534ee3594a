package org.redress.traces.app;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.Gtin;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Sku;
import org.redress.traces.Parcel;
import org.redress.traces.Scale;
import org.redress.traces.Surroundings;
import org.redress.traces.TraceEvent;
import org.redress.traces.TraceEvent.Moment;
import org.redress.traces.Trail;
import org.redress.traces.model.Things;
import org.redress.traces.store.EventTable;
import org.redress.traces.store.ParcelTable;
import org.springframework.stereotype.Service;

@Service
class SurroundingsDesk implements Surroundings {
    private static final Duration TWO_MONTHS = Duration.ofDays(60);

    private final MerchantTransactions transactions;
    private final EventTable events;
    private final ParcelTable parcels;

    SurroundingsDesk(MerchantTransactions transactions, EventTable events, ParcelTable parcels) {
        this.transactions = transactions;
        this.events = events;
        this.parcels = parcels;
    }

    @Override
    public List<TraceEvent> shelf(
            MerchantId merchant, Collection<Sku> articles, Collection<Gtin> codes, Instant moment) {
        var things = Stream.concat(
                        articles.stream().map(Things::sku), codes.stream().map(Things::gtin))
                .distinct()
                .toList();
        if (things.isEmpty()) {
            return List.of();
        }
        return transactions.call(merchant, () -> {
            var found = events.shelf(merchant, things, moment.minus(TWO_MONTHS), moment);
            var lots = found.stream()
                    .map(TraceEvent::lot)
                    .filter(Objects::nonNull)
                    .map(Things::lot)
                    .distinct()
                    .toList();
            if (lots.isEmpty()) {
                return found;
            }
            var all = new LinkedHashMap<UUID, TraceEvent>();
            found.forEach(event -> all.put(event.id(), event));
            events.about(merchant, lots).forEach(event -> all.put(event.id(), event));
            return all.values().stream()
                    .sorted(Comparator.comparing(TraceEvent::at))
                    .toList();
        });
    }

    @Override
    public List<Passing> passing(MerchantId merchant, Trail trail, Parcel parcel, @Nullable Sku received) {
        var packed = trail.of(Moment.PACK)
                .filter(event -> Surroundings.isOf(event, parcel) && event.place() != null)
                .findFirst();
        var waves = trail.of(Moment.PICK)
                .map(TraceEvent::wave)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return transactions.call(
                merchant,
                () -> packed.isEmpty() && waves.isEmpty()
                        ? sent(merchant, parcel, received)
                        : passed(merchant, trail, parcel, packed.orElse(null), waves, received));
    }

    private List<Passing> passed(
            MerchantId merchant,
            Trail trail,
            Parcel parcel,
            @Nullable TraceEvent packed,
            List<String> waves,
            @Nullable Sku received) {
        var middle = packed != null
                ? packed.at()
                : trail.of(Moment.PICK).map(TraceEvent::at).findFirst().orElse(parcel.shippedAt());
        var around = events.between(
                merchant,
                packed == null ? null : packed.place(),
                received == null ? null : Things.sku(received),
                middle.minus(QUARTER),
                middle.plus(QUARTER));
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
        for (var other : parcels.ofOrders(merchant, orders)) {
            int place = place(bench, other);
            var at = place < 0 ? other.shippedAt() : bench.get(place).at();
            int apart = place < 0 || own < 0 ? -1 : Math.abs(place - own) - 1;
            passing.add(new Passing(other, at, apart, inWave.contains(other.orderNumber())));
        }
        return passing;
    }

    private static int place(List<TraceEvent> bench, Parcel parcel) {
        for (int i = 0; i < bench.size(); i++) {
            if (Surroundings.isOf(bench.get(i), parcel)) {
                return i;
            }
        }
        return -1;
    }

    private List<Passing> sent(MerchantId merchant, Parcel parcel, @Nullable Sku received) {
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
        var from = parcel.shippedAt().minus(QUARTER);
        var until = parcel.shippedAt().plus(QUARTER);
        return parcels.sent(merchant, parcel.warehouse(), from, until, received, least, most).stream()
                .filter(other -> !other.orderNumber().equals(parcel.orderNumber()))
                .map(other -> new Passing(other, other.shippedAt(), -1, false))
                .toList();
    }

    @Override
    public Map<String, Set<String>> pickers(MerchantId merchant, Collection<String> orders) {
        if (orders.isEmpty()) {
            return Map.of();
        }
        var pickers = new LinkedHashMap<String, Set<String>>();
        transactions
                .call(
                        merchant,
                        () -> events.about(
                                merchant, orders.stream().map(Things::order).toList()))
                .stream()
                .filter(event -> event.moment() == Moment.PICK && event.operator() != null)
                .forEach(event -> event.orders()
                        .forEach(order -> pickers.computeIfAbsent(order, _ -> new LinkedHashSet<>())
                                .add(Objects.requireNonNull(event.operator()))));
        return pickers;
    }
}
