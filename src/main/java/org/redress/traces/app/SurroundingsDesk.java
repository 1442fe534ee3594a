package org.redress.traces.app;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.Gtin;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Sku;
import org.redress.traces.Parcel;
import org.redress.traces.Surroundings;
import org.redress.traces.TraceEvent;
import org.redress.traces.TraceEvent.Moment;
import org.redress.traces.TraceEvent.Scan;
import org.redress.traces.Trail;
import org.redress.traces.model.Passings;
import org.redress.traces.model.Things;
import org.redress.traces.store.EventTable;
import org.redress.traces.store.ParcelTable;
import org.springframework.stereotype.Service;

@Service
class SurroundingsDesk implements Surroundings {
    private static final int ENOUGH_PICKS = 50;
    private static final Duration TWO_MONTHS = Duration.ofDays(60);

    /** Of a picking round as much as a small map can show. */
    private static final Duration ROUND = Duration.ofMinutes(20);

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
        return transactions.call(
                merchant,
                () -> Passings.of(trail, parcel, received, new Passings.Records() {
                    @Override
                    public List<TraceEvent> between(
                            @Nullable String bench, @Nullable Sku article, Instant from, Instant until) {
                        return events.between(
                                merchant, bench, article == null ? null : Things.sku(article), from, until);
                    }

                    @Override
                    public List<TraceEvent> packed(Instant middle, @Nullable Sku article) {
                        return events.packed(merchant, middle, QUARTER, article == null ? null : Things.sku(article));
                    }

                    @Override
                    public List<Parcel> ofOrders(Collection<String> orders) {
                        return parcels.ofOrders(merchant, orders);
                    }

                    @Override
                    public List<Parcel> sent(
                            String warehouse,
                            Instant from,
                            Instant until,
                            @Nullable Sku article,
                            @Nullable Integer least,
                            @Nullable Integer most) {
                        return parcels.sent(merchant, warehouse, from, until, article, least, most);
                    }
                }));
    }

    @Override
    public List<TraceEvent> around(MerchantId merchant, TraceEvent pick, Collection<String> slots) {
        return transactions.call(
                merchant,
                () -> events.around(
                        merchant,
                        pick.operator(),
                        pick.at(),
                        ROUND,
                        slots,
                        pick.at().minus(TWO_MONTHS)));
    }

    @Override
    public List<TraceEvent> picksFrom(MerchantId merchant, Collection<String> slots, Instant from, Instant until) {
        return slots.isEmpty()
                ? List.of()
                : transactions.call(merchant, () -> events.picksFrom(merchant, slots, from, until));
    }

    @Override
    public List<TraceEvent> picksOf(
            MerchantId merchant, Sku article, @Nullable Gtin code, Instant from, Instant until) {
        var names = code == null ? List.of(Things.sku(article)) : List.of(Things.sku(article), Things.gtin(code));
        return transactions.call(merchant, () -> events.picksOf(merchant, names, from, until));
    }

    @Override
    public OptionalDouble scanShare(MerchantId merchant) {
        var scans = transactions.call(merchant, () -> events.lastPicks(merchant)).stream()
                .map(TraceEvent::scan)
                .filter(Objects::nonNull)
                .toList();
        return scans.size() < ENOUGH_PICKS
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        scans.stream().filter(scan -> scan == Scan.ITEM).count() / (double) scans.size());
    }

    @Override
    public Map<String, List<TraceEvent>> picked(MerchantId merchant, Collection<String> orders) {
        if (orders.isEmpty()) {
            return Map.of();
        }
        var picked = new LinkedHashMap<String, List<TraceEvent>>();
        transactions
                .call(
                        merchant,
                        () -> events.about(
                                merchant, orders.stream().map(Things::order).toList()))
                .stream()
                .filter(event -> event.moment() == Moment.PICK)
                .forEach(event -> event.orders()
                        .forEach(order -> picked.computeIfAbsent(order, _ -> new ArrayList<>())
                                .add(event)));
        return picked;
    }
}
