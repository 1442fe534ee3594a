package org.redress.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Claim;
import org.redress.claims.Complaint;
import org.redress.claims.Filing;
import org.redress.claims.Pictures;
import org.redress.claims.Severity;
import org.redress.claims.StatementReading;
import org.redress.claims.Verdict;
import org.redress.claims.model.ClaimHistory;
import org.redress.evidence.EvidenceItem;
import org.redress.evidence.EvidenceKind;
import org.redress.gs1.Sscc;
import org.redress.investigation.model.RiskList;
import org.redress.investigation.model.Scene;
import org.redress.investigation.model.SceneGathering;
import org.redress.investigation.model.Sources;
import org.redress.kernel.Gtin;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Sku;
import org.redress.orders.Order;
import org.redress.orders.Product;
import org.redress.rehearsal.model.warehouse.Appeal;
import org.redress.rehearsal.model.warehouse.Season;
import org.redress.traces.Labels;
import org.redress.traces.Parcel;
import org.redress.traces.Scale;
import org.redress.traces.Surroundings;
import org.redress.traces.TraceEvent;
import org.redress.traces.TraceEvent.Moment;
import org.redress.traces.Trail;
import org.redress.traces.model.Passings;

/**
 * A season's records in memory, behind the same doors as those of the database, so that what is concluded from them is
 * concluded by the same code.
 */
final class SeasonRecords implements Sources, RiskList.Records {
    private static final MerchantId MERCHANT = new MerchantId(new UUID(0, 1));
    private static final Duration TWO_MONTHS = Duration.ofDays(60);

    /** As many as the database looks at on either side. */
    private static final int NEAREST = 150;

    private final Map<String, Order> orders = new HashMap<>();
    private final Map<Sku, Product> products = new HashMap<>();
    private final Map<String, Product> byName = new HashMap<>();
    private final Map<Gtin, List<Product>> byGtin = new HashMap<>();
    private final Map<String, List<Parcel>> parcelsOfOrder = new HashMap<>();
    private final Map<String, Parcel> parcels = new HashMap<>();
    private final Map<Sscc, Parcel> parcelsBySscc = new HashMap<>();
    private final Map<String, List<Parcel>> parcelsOfWarehouse = new HashMap<>();
    private final Map<String, List<TraceEvent>> eventsOfOrder = new HashMap<>();
    private final Map<String, List<TraceEvent>> eventsOfParcel = new HashMap<>();
    private final Map<String, List<TraceEvent>> packsAtBench = new HashMap<>();
    private final Map<Sku, List<TraceEvent>> picksOfArticle = new HashMap<>();
    private final Map<Sku, List<TraceEvent>> stockOfArticle = new HashMap<>();
    private final Map<String, List<TraceEvent>> lots = new HashMap<>();
    private final Map<String, Scale> scales = new HashMap<>();
    private final Map<String, Appeal> appeals = new HashMap<>();
    private final Map<String, List<Complaint>> complaintsOnOrder = new HashMap<>();
    private final Map<String, List<Complaint>> complaintsOfPair = new HashMap<>();
    private final List<TraceEvent> packs = new ArrayList<>();
    private final boolean withRecounts;
    private final boolean blind;
    private final Map<String, List<TraceEvent>> picksAtSlot = new HashMap<>();
    private final Map<Sku, List<Order>> ordersOfArticle = new HashMap<>();

    SeasonRecords(Season season, boolean withRecounts) {
        this(season, withRecounts, false);
    }

    /** @param blind without photos, benches, waves and what the customers say came: weights and times alone */
    SeasonRecords(Season season, boolean withRecounts, boolean blind) {
        this.withRecounts = withRecounts;
        this.blind = blind;
        season.products().forEach(product -> {
            products.put(product.sku(), product);
            byName.merge(product.name().toLowerCase(Locale.ROOT), product, (one, other) -> null);
            if (product.gtin() != null) {
                byGtin.computeIfAbsent(product.gtin(), _ -> new ArrayList<>()).add(product);
            }
        });
        for (var order : season.orders()) {
            orders.put(order.orderNumber(), order);
            order.lines().stream().map(Order.Line::sku).distinct().forEach(sku -> add(ordersOfArticle, sku, order));
        }
        ordersOfArticle.values().forEach(some -> some.sort(Comparator.comparing(Order::placedAt)));
        for (var parcel : season.parcels()) {
            parcels.put(parcel.trackingNumber(), parcel);
            if (parcel.sscc() != null) {
                parcelsBySscc.put(parcel.sscc(), parcel);
            }
            add(parcelsOfOrder, parcel.orderNumber(), parcel);
            add(parcelsOfWarehouse, parcel.warehouse(), parcel);
        }
        parcelsOfWarehouse.values().forEach(some -> some.sort(Comparator.comparing(Parcel::shippedAt)));
        parcelsOfOrder
                .values()
                .forEach(some ->
                        some.sort(Comparator.comparing(Parcel::shippedAt).thenComparing(Parcel::trackingNumber)));
        season.events().stream()
                .filter(event -> event.moment() == Moment.PACK)
                .map(event -> blind ? blinded(event) : event)
                .sorted(Comparator.comparing(TraceEvent::at))
                .forEach(packs::add);
        season.events().stream().map(event -> blind ? blinded(event) : event).forEach(this::add);
        for (var appeal : season.appeals()) {
            appeals.put(appeal.number(), appeal);
            if (withRecounts) {
                appeal.recounts().forEach(this::add);
            }
            var complaint = complaint(appeal);
            add(complaintsOnOrder, complaint.orderNumber(), complaint);
            for (var lacking : complaint.lacking()) {
                for (var received : complaint.received()) {
                    add(complaintsOfPair, lacking + "|" + received, complaint);
                }
            }
        }
        parcelsOfWarehouse.forEach((warehouse, some) -> scales.put(
                warehouse,
                Scale.learned(some.stream()
                        .filter(parcel -> parcel.expectedWeightGrams() != null && parcel.packWeightGrams() != null)
                        .limit(300)
                        .map(parcel -> new Scale.Weighed(
                                Objects.requireNonNull(parcel.expectedWeightGrams()),
                                Objects.requireNonNull(parcel.packWeightGrams())))
                        .toList())));
    }

    private static <K, V> void add(Map<K, List<V>> map, K key, V value) {
        map.computeIfAbsent(key, _ -> new ArrayList<>()).add(value);
    }

    private static TraceEvent blinded(TraceEvent event) {
        return new TraceEvent(
                event.id(),
                false,
                event.at(),
                null,
                event.moment(),
                event.step(),
                event.action(),
                event.orders(),
                event.parcels(),
                event.goods(),
                event.expected(),
                event.listedOnly(),
                event.moment() == Moment.PACK ? null : event.place(),
                event.spot(),
                event.lot(),
                event.trackingNumber(),
                event.moment() == Moment.PACK ? null : event.operator(),
                null,
                null,
                event.scan(),
                event.shortPick(),
                event.weightGrams(),
                event.carrier(),
                event.disposition(),
                event.trouble(),
                event.distanceMetres(),
                event.returns());
    }

    private void add(TraceEvent event) {
        event.orders().forEach(order -> add(eventsOfOrder, order, event));
        event.parcels().forEach(sscc -> add(eventsOfParcel, sscc.digits(), event));
        if (event.trackingNumber() != null) {
            add(eventsOfParcel, Labels.plain(event.trackingNumber()), event);
        }
        if (event.moment() == Moment.PACK && event.place() != null) {
            add(packsAtBench, event.place(), event);
        }
        if (event.moment() == Moment.PICK && event.place() != null) {
            add(picksAtSlot, event.place(), event);
        }
        if (event.lot() != null) {
            add(lots, event.lot(), event);
        }
        var articles = new HashSet<Sku>();
        Stream.concat(event.goods().stream(), event.expected().stream())
                .map(TraceEvent.Goods::sku)
                .flatMap(Stream::ofNullable)
                .forEach(articles::add);
        for (var article : articles) {
            if (event.moment().isOfStock()) {
                add(stockOfArticle, article, event);
            } else if (event.moment() == Moment.PICK) {
                add(picksOfArticle, article, event);
            }
        }
    }

    private static Complaint complaint(Appeal appeal) {
        var lacking = new HashSet<Sku>();
        var received = new HashSet<Sku>();
        for (var line : appeal.filing().lines()) {
            Stream.ofNullable(line.sku()).forEach(lacking::add);
            Stream.ofNullable(line.received())
                    .map(Filing.Received::sku)
                    .flatMap(Stream::ofNullable)
                    .forEach(received::add);
        }
        return new Complaint(Objects.requireNonNull(appeal.filing().orderNumber()), appeal.at(), lacking, received);
    }

    Scene scene(Appeal appeal) {
        return scene(appeal, appeal.filing());
    }

    /** @param filing what the customer says, where it is not all that they said */
    Scene scene(Appeal appeal, Filing filing) {
        return SceneGathering.scene(
                ClaimHistory.registered(
                        MERCHANT,
                        Ids.next(),
                        appeal.number(),
                        filing,
                        Verdict.UNCONFIRMED,
                        Severity.NORMAL,
                        appeal.at()),
                this,
                List.of());
    }

    @Override
    public Optional<Order> order(String orderNumber) {
        return Optional.ofNullable(orders.get(orderNumber));
    }

    @Override
    public Map<Sku, Product> products(Collection<Sku> skus) {
        var found = new HashMap<Sku, Product>();
        skus.forEach(sku -> Stream.ofNullable(products.get(sku)).forEach(product -> found.put(sku, product)));
        return found;
    }

    @Override
    public Map<Gtin, List<Product>> byGtin(Collection<Gtin> gtins) {
        var found = new HashMap<Gtin, List<Product>>();
        gtins.forEach(gtin -> Stream.ofNullable(byGtin.get(gtin)).forEach(some -> found.put(gtin, some)));
        return found;
    }

    @Override
    public Optional<Parcel> parcel(String trackingNumber) {
        return Optional.ofNullable(parcels.get(trackingNumber));
    }

    @Override
    public List<Parcel> parcels(String orderNumber) {
        return parcelsOfOrder.getOrDefault(orderNumber, List.of());
    }

    @Override
    public Trail trail(@Nullable String orderNumber, String claimNumber) {
        var known = orderNumber == null ? List.<Parcel>of() : parcels(orderNumber);
        var events = new LinkedHashSet<TraceEvent>();
        if (orderNumber != null) {
            events.addAll(eventsOfOrder.getOrDefault(orderNumber, List.of()));
        }
        for (var parcel : known) {
            if (parcel.sscc() != null) {
                events.addAll(eventsOfParcel.getOrDefault(parcel.sscc().digits(), List.of()));
            }
            events.addAll(eventsOfParcel.getOrDefault(Labels.plain(parcel.trackingNumber()), List.of()));
        }
        var appeal = appeals.get(claimNumber);
        var inspection = appeal == null ? null : appeal.inspection();
        return new Trail(
                known,
                events.stream().sorted(Comparator.comparing(TraceEvent::at)).toList(),
                inspection == null || !withRecounts ? List.of() : List.of(inspection));
    }

    @Override
    public Scale scale(String warehouse) {
        return scales.getOrDefault(warehouse, Scale.USUAL);
    }

    @Override
    public List<TraceEvent> shelf(Collection<Sku> articles, Collection<Gtin> codes, Instant moment) {
        var found = new LinkedHashSet<TraceEvent>();
        for (var article : articles) {
            stockOfArticle.getOrDefault(article, List.of()).stream()
                    .filter(event -> event.at().isAfter(moment.minus(TWO_MONTHS)))
                    .forEach(found::add);
            var picks = picksOfArticle.getOrDefault(article, List.of());
            int before = before(picks, moment);
            found.addAll(picks.subList(Math.max(0, before - 3), before));
        }
        Set.copyOf(found.stream().map(TraceEvent::lot).filter(Objects::nonNull).toList())
                .forEach(lot -> found.addAll(lots.getOrDefault(lot, List.of())));
        return found.stream().sorted(Comparator.comparing(TraceEvent::at)).toList();
    }

    /** How many of them are before a moment; they are in order. */
    private static int before(List<TraceEvent> events, Instant moment) {
        int low = 0;
        int high = events.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (events.get(middle).at().isBefore(moment)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    public List<Surroundings.Passing> passing(Trail trail, Parcel parcel, @Nullable Sku received) {
        return Passings.of(trail, parcel, received, new Passings.Records() {
            @Override
            public List<TraceEvent> between(
                    @Nullable String bench, @Nullable Sku article, Instant from, Instant until) {
                var found = new LinkedHashSet<TraceEvent>();
                if (bench != null) {
                    found.addAll(within(packsAtBench.getOrDefault(bench, List.of()), from, until));
                }
                if (article != null) {
                    found.addAll(within(picksOfArticle.getOrDefault(article, List.of()), from, until));
                }
                return found.stream()
                        .sorted(Comparator.comparing(TraceEvent::at))
                        .toList();
            }

            @Override
            public List<TraceEvent> packed(Instant middle, @Nullable Sku article) {
                var before = within(packs, middle.minus(Surroundings.QUARTER), middle);
                var after = within(packs, middle, middle.plus(Surroundings.QUARTER));
                int first = Math.max(0, before.size() - NEAREST);
                return Stream.of(
                                before.subList(0, first).stream().filter(event -> holds(event, article)),
                                before.subList(first, before.size()).stream(),
                                after.stream().limit(NEAREST),
                                after.stream().skip(NEAREST).filter(event -> holds(event, article)))
                        .flatMap(some -> some)
                        .distinct()
                        .toList();
            }

            @Override
            public List<Parcel> ofOrders(Collection<String> numbers) {
                return numbers.stream()
                        .flatMap(number -> parcels(number).stream())
                        .sorted(Comparator.comparing(Parcel::shippedAt))
                        .toList();
            }

            @Override
            public List<Parcel> sent(
                    String warehouse,
                    Instant from,
                    Instant until,
                    @Nullable Sku article,
                    @Nullable Integer least,
                    @Nullable Integer most) {
                return parcelsOfWarehouse.getOrDefault(warehouse, List.of()).stream()
                        .filter(other -> !other.shippedAt().isBefore(from)
                                && !other.shippedAt().isAfter(until))
                        .filter(other -> isOffBy(other, least, most) || (article != null && other.shipped(article) > 0))
                        .toList();
            }
        });
    }

    private static boolean holds(TraceEvent event, @Nullable Sku article) {
        return article != null && event.goods().stream().anyMatch(goods -> article.equals(goods.sku()));
    }

    private static List<TraceEvent> within(List<TraceEvent> events, Instant from, Instant until) {
        return events.subList(before(events, from), before(events, until.plusNanos(1)));
    }

    private static boolean isOffBy(Parcel parcel, @Nullable Integer least, @Nullable Integer most) {
        var weighed = parcel.packWeightGrams();
        var expected = parcel.expectedWeightGrams();
        return least != null
                && most != null
                && weighed != null
                && expected != null
                && weighed - expected >= least
                && weighed - expected <= most;
    }

    @Override
    public Optional<Sku> called(String name) {
        return Optional.ofNullable(byName.get(name.toLowerCase(Locale.ROOT))).map(Product::sku);
    }

    @Override
    public Map<String, List<TraceEvent>> picked(Collection<String> numbers) {
        var picked = new LinkedHashMap<String, List<TraceEvent>>();
        for (var number : numbers) {
            picked.put(
                    number,
                    eventsOfOrder.getOrDefault(number, List.of()).stream()
                            .filter(event -> event.moment() == Moment.PICK)
                            .toList());
        }
        return picked;
    }

    @Override
    public Pictures pictures(Claim claim) {
        var appeal = appeals.get(claim.number());
        if (appeal == null || appeal.shots().isEmpty() || blind) {
            return Pictures.NONE;
        }
        var codes = new LinkedHashSet<Gtin>();
        var slips = new LinkedHashSet<String>();
        var labels = new LinkedHashSet<String>();
        var takenAt = new ArrayList<Instant>();
        boolean seen = false;
        for (var shot : appeal.shots()) {
            for (var code : shot.barcodes()) {
                read(shot.kind(), code, codes, slips, labels);
            }
            Stream.ofNullable(shot.takenAt()).forEach(takenAt::add);
            seen |= shot.seenIn() != null;
        }
        return new Pictures(codes, slips, labels, takenAt, seen);
    }

    private void read(
            EvidenceKind kind, EvidenceItem.Barcode code, Set<Gtin> codes, Set<String> slips, Set<String> labels) {
        switch (kind) {
            case PACKING_SLIP -> {
                if (orders.containsKey(code.text())) {
                    slips.add(code.text());
                }
            }
            case OUTER_LABEL ->
                parcelLabelled(code.text()).map(Parcel::trackingNumber).ifPresent(labels::add);
            case ITEM, ITEM_BARCODE, OTHER -> Stream.ofNullable(code.gtin()).forEach(codes::add);
            case VIDEO -> {}
        }
    }

    private Optional<Parcel> parcelLabelled(String text) {
        var plain = parcels.get(text);
        if (plain != null) {
            return Optional.of(plain);
        }
        return Sscc.parse(text).map(parcelsBySscc::get);
    }

    @Override
    public List<Complaint> alike(
            @Nullable Sku ordered, @Nullable Sku received, Instant since, Collection<String> numbers) {
        var found = new LinkedHashSet<Complaint>();
        if (ordered != null && received != null) {
            found.addAll(complaintsOfPair.getOrDefault(ordered + "|" + received, List.of()));
        }
        numbers.forEach(number -> found.addAll(complaintsOnOrder.getOrDefault(number, List.of())));
        return found.stream().filter(each -> !each.filedAt().isBefore(since)).toList();
    }

    @Override
    public StatementReading read(String text, Optional<Order> order) {
        var low = text.toLowerCase(Locale.ROOT);
        var named = products.values().stream()
                .filter(product -> low.contains(product.sku().value().toLowerCase(Locale.ROOT))
                        || low.contains(product.name().toLowerCase(Locale.ROOT)))
                .toList();
        return new StatementReading(null, List.of(), List.of(), List.of(), List.of(), named, null, null, null);
    }

    @Override
    public List<TraceEvent> picks(Set<String> slots, Instant from, Instant until) {
        return slots.stream()
                .flatMap(slot -> within(picksAtSlot.getOrDefault(slot, List.of()), from, until).stream())
                .sorted(Comparator.comparing(TraceEvent::at))
                .toList();
    }

    @Override
    public List<TraceEvent> picks(Sku article, Instant from, Instant until) {
        return within(picksOfArticle.getOrDefault(article, List.of()), from, until);
    }

    @Override
    public List<String> holding(Sku article, Instant from, Instant until) {
        return ordersOfArticle.getOrDefault(article, List.of()).stream()
                .filter(order ->
                        !order.placedAt().isBefore(from) && !order.placedAt().isAfter(until))
                .map(Order::orderNumber)
                .toList();
    }

    @Override
    public Map<String, List<Parcel>> parcels(Collection<String> numbers) {
        var found = new HashMap<String, List<Parcel>>();
        numbers.forEach(number -> found.put(number, parcels(number)));
        return found;
    }

    @Override
    public List<Complaint> complaints(Collection<String> numbers, Instant since) {
        return numbers.stream()
                .flatMap(number -> complaintsOnOrder.getOrDefault(number, List.of()).stream())
                .filter(each -> !each.filedAt().isBefore(since))
                .toList();
    }
}
