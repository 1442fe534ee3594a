package org.redress.traces.app;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.database.MerchantTransactions;
import org.redress.gs1.Sscc;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Page;
import org.redress.traces.Contents;
import org.redress.traces.Labels;
import org.redress.traces.Parcel;
import org.redress.traces.Scale;
import org.redress.traces.TraceEvent;
import org.redress.traces.TraceEvent.Moment;
import org.redress.traces.Traces;
import org.redress.traces.TracesChanged;
import org.redress.traces.Trail;
import org.redress.traces.model.Things;
import org.redress.traces.store.EventTable;
import org.redress.traces.store.ParcelTable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

@Service
class TracesDesk implements Traces {
    private final MerchantTransactions transactions;
    private final ParcelTable parcels;
    private final EventTable events;
    private final ApplicationEventPublisher publisher;

    TracesDesk(
            MerchantTransactions transactions,
            ParcelTable parcels,
            EventTable events,
            ApplicationEventPublisher publisher) {
        this.transactions = transactions;
        this.parcels = parcels;
        this.events = events;
        this.publisher = publisher;
    }

    @Override
    public void put(MerchantId merchant, Collection<Parcel> some) {
        if (some.isEmpty()) {
            return;
        }
        var byNumber = new LinkedHashMap<String, Parcel>();
        some.forEach(parcel -> byNumber.put(parcel.trackingNumber(), parcel));
        var orders = new TreeSet<String>();
        byNumber.values().forEach(parcel -> orders.add(parcel.orderNumber()));
        transactions.run(merchant, () -> {
            parcels.put(merchant, byNumber.values());
            publisher.publishEvent(new TracesChanged(merchant.value(), orders, Set.of(), Set.of()));
        });
    }

    @Override
    public Optional<Parcel> parcel(MerchantId merchant, String trackingNumber) {
        return trackingNumber.indexOf('\0') >= 0
                ? Optional.empty()
                : transactions.call(merchant, () -> parcels.find(merchant, trackingNumber));
    }

    @Override
    public Page<Parcel> search(MerchantId merchant, String text, @Nullable String after, int limit) {
        var begin = text.strip().replace("\0", "");
        var found = transactions.call(merchant, () -> parcels.page(merchant, begin, position(after), limit + 1));
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        var page = found.subList(0, limit);
        return new Page<>(page, cursor(page.getLast()));
    }

    private static String cursor(Parcel last) {
        var position = last.shippedAt() + "|" + last.trackingNumber();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(StandardCharsets.UTF_8));
    }

    private static ParcelTable.@Nullable Position position(@Nullable String after) {
        if (after == null) {
            return null;
        }
        try {
            var position = new String(Base64.getUrlDecoder().decode(after), StandardCharsets.UTF_8).split("\\|", 2);
            return position.length == 2 && position[1].indexOf('\0') < 0
                    ? new ParcelTable.Position(Instant.parse(position[0]), position[1])
                    : null;
        } catch (IllegalArgumentException | DateTimeException notOurs) {
            return null;
        }
    }

    @Override
    public List<Parcel> parcels(MerchantId merchant, String orderNumber) {
        return transactions.call(merchant, () -> parcels.ofOrder(merchant, orderNumber));
    }

    @Override
    public List<Parcel> parcelsOf(MerchantId merchant, Collection<String> orderNumbers) {
        return orderNumbers.isEmpty()
                ? List.of()
                : transactions.call(merchant, () -> parcels.ofOrders(merchant, orderNumbers));
    }

    @Override
    public Trail trail(MerchantId merchant, String orderNumber) {
        return trail(merchant, orderNumber, Set.of());
    }

    @Override
    public Trail trail(MerchantId merchant, @Nullable String orderNumber, String claimNumber) {
        return trail(merchant, orderNumber, Set.of(Things.returned(claimNumber)));
    }

    /** Two queries; another where the events name parcels that nobody has told us of. */
    private Trail trail(MerchantId merchant, @Nullable String orderNumber, Set<String> returned) {
        return transactions.call(merchant, () -> {
            var known = orderNumber == null ? List.<Parcel>of() : parcels.ofOrder(merchant, orderNumber);
            var things = things(known);
            Stream.ofNullable(orderNumber).map(Things::order).forEach(things::add);
            var asked = new LinkedHashSet<>(things);
            asked.addAll(returned);
            var found = events.about(merchant, asked);
            var further = packedFor(orderNumber, found);
            further.removeAll(things);
            if (!further.isEmpty()) {
                things.addAll(further);
                asked.addAll(further);
                found = events.about(merchant, asked);
            }
            return new Trail(known, about(things, found), about(returned, found));
        });
    }

    private static List<TraceEvent> about(Set<String> things, List<TraceEvent> events) {
        return events.stream()
                .filter(event -> Things.named(event).anyMatch(things::contains))
                .toList();
    }

    private static Set<String> things(Collection<Parcel> parcels) {
        var things = new LinkedHashSet<String>();
        for (var parcel : parcels) {
            things.add(Things.tracking(parcel.trackingNumber()));
            Stream.ofNullable(parcel.sscc()).map(Things::parcel).forEach(things::add);
        }
        return things;
    }

    /** What the carrier says of a parcel names its SSCC and no order. */
    private static Set<String> packedFor(@Nullable String orderNumber, Collection<TraceEvent> events) {
        var packed = new LinkedHashSet<String>();
        events.stream()
                .filter(event -> event.moment() == Moment.PACK)
                .filter(event -> event.orders().contains(orderNumber))
                .forEach(event -> {
                    event.parcels().stream().limit(1).map(Things::parcel).forEach(packed::add);
                    Stream.ofNullable(event.trackingNumber())
                            .map(Things::tracking)
                            .forEach(packed::add);
                });
        return packed;
    }

    @Override
    public Trail trail(MerchantId merchant, Parcel parcel) {
        return transactions.call(
                merchant, () -> new Trail(List.of(parcel), events.about(merchant, things(List.of(parcel))), List.of()));
    }

    @Override
    public Map<String, Parcel> labelled(MerchantId merchant, Collection<String> texts) {
        var possible = texts.stream()
                .filter(Labels::mayBeNumber)
                .filter(text -> text.indexOf('\0') < 0)
                .distinct()
                .limit(50)
                .toList();
        if (possible.isEmpty()) {
            return Map.of();
        }
        var ssccs = possible.stream().flatMap(text -> Sscc.parse(text).stream()).toList();
        var found = transactions.call(merchant, () -> parcels.named(merchant, possible, ssccs));
        var named = new HashMap<String, Parcel>();
        for (var text : possible) {
            new Trail(found, List.of(), List.of()).labelled(text).ifPresent(parcel -> named.put(text, parcel));
        }
        return named;
    }

    @Override
    public Map<String, @Nullable Integer> contents(MerchantId merchant, Sscc parcel, Instant moment) {
        var about = transactions.call(merchant, () -> events.about(merchant, Set.of(Things.parcel(parcel))));
        return Contents.at(about, parcel, moment);
    }

    @Override
    public Scale scale(MerchantId merchant, String warehouse) {
        return transactions.call(merchant, () -> parcels.scale(merchant, warehouse));
    }
}
