package org.redress.claims.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Channel;
import org.redress.claims.Filing;
import org.redress.claims.Verification;
import org.redress.claims.Verification.Check;
import org.redress.claims.Verification.Code;
import org.redress.claims.Verification.Discrepancy;
import org.redress.evidence.EvidenceId;
import org.redress.evidence.EvidenceItem;
import org.redress.evidence.EvidenceItem.Barcode;
import org.redress.evidence.EvidenceKind;
import org.redress.gs1.Sscc;
import org.redress.kernel.Demand;
import org.redress.kernel.Gtin;
import org.redress.kernel.Ids;
import org.redress.kernel.Money;
import org.redress.kernel.Problem;
import org.redress.kernel.Sku;
import org.redress.orders.Order;
import org.redress.orders.Product;
import org.redress.remedy.Area;
import org.redress.remedy.dmn.PolicyFile;
import org.redress.traces.Parcel;
import org.redress.traces.Scale;
import org.redress.traces.TraceEvent;
import org.redress.traces.Trail;

/** What is recorded about a claim, put together by a test: two red mugs and a tea were ordered, and a blue mug is sold too. */
final class Recorded {
    static final Gtin RED = gtin("4006381333931");
    static final Gtin BLUE = gtin("9784872348880");
    static final Gtin TEA = gtin("5901234123457");
    static final Gtin UNLISTED = gtin("96385074");
    static final Sscc PARCEL = Sscc.parse("106141411234567897").orElseThrow();
    static final Instant ORDERED = Instant.parse("2026-11-20T10:00:00Z");
    private static final Currency POUNDS = Currency.getInstance("GBP");

    private final List<Filing.Line> lines = new ArrayList<>();
    private final List<Product> products = new ArrayList<>();
    private final List<EvidenceItem> files = new ArrayList<>();
    private final Set<String> ordersOnSlips = new HashSet<>();
    private final Map<Sku, Integer> elsewhere = new HashMap<>();
    private final Map<Sku, Integer> remedied = new HashMap<>();
    private final List<Parcel> parcels = new ArrayList<>();
    private final List<TraceEvent> events = new ArrayList<>();
    private final List<TraceEvent> inspections = new ArrayList<>();
    private final Map<String, Parcel> labels = new HashMap<>();
    private final List<String> alike = new ArrayList<>();
    private @Nullable String trackingNumber;
    private Optional<Order> order = Optional.of(order("A-1", line(1, "RED", 2), line(2, "TEA", 1)));
    private @Nullable String orderNumber = "A-1";
    private Filing.Contact contact = new Filing.Contact(null, "ada@example.com", null);
    private Channel channel = Channel.API;

    Recorded() {
        sell("RED", "Red mug", RED);
        sell("BLUE", "Blue mug", BLUE);
        sell("TEA", "Green tea", TEA);
    }

    static Gtin gtin(String digits) {
        return Gtin.parse(digits).orElseThrow();
    }

    static Order order(String number, Order.Line... lines) {
        return new Order(
                number,
                "web",
                ORDERED,
                POUNDS,
                new Order.Customer("Ada Byrne", "Ada@example.com", "+44 20 7946 0000", "en"),
                new Order.Address(null, null, null, null, null, "GB"),
                List.of(lines),
                Money.zero(POUNDS),
                Money.zero(POUNDS),
                Money.zero(POUNDS),
                List.of());
    }

    static Order.Line line(int number, String sku, int quantity) {
        return new Order.Line(number, new Sku(sku), quantity, new Money(1250, POUNDS), Money.zero(POUNDS));
    }

    static Filing.Received came(String sku, int quantity) {
        return new Filing.Received(new Sku(sku), null, null, quantity);
    }

    static Filing.Received came(Gtin gtin, int quantity) {
        return new Filing.Received(null, gtin, null, quantity);
    }

    static Filing.Received said(String words, int quantity) {
        return new Filing.Received(null, null, words, quantity);
    }

    Recorded sell(String sku, String name, @Nullable Gtin gtin) {
        products.removeIf(product -> product.sku().value().equals(sku));
        products.add(new Product(new Sku(sku), name, gtin, 300, new Money(1250, POUNDS), null, null, null, null));
        return this;
    }

    Recorded unknownOrder() {
        order = Optional.empty();
        return this;
    }

    Recorded ordered(Order known) {
        order = Optional.of(known);
        orderNumber = known.orderNumber();
        return this;
    }

    Recorded named(@Nullable String number) {
        orderNumber = number;
        return this;
    }

    Recorded by(Channel how) {
        channel = how;
        return this;
    }

    Recorded reachedAt(@Nullable String email, @Nullable String phone) {
        contact = new Filing.Contact(null, email, phone);
        return this;
    }

    Recorded claim(@Nullable String sku, int quantity, Problem problem, Filing.@Nullable Received received) {
        lines.add(new Filing.Line(sku == null ? null : new Sku(sku), quantity, problem, received));
        return this;
    }

    Recorded claimedElsewhere(String sku, int quantity) {
        elsewhere.merge(new Sku(sku), quantity, Integer::sum);
        return this;
    }

    Recorded photo(EvidenceKind kind, Gtin... seen) {
        return file(
                kind,
                null,
                java.util.Arrays.stream(seen)
                        .map(gtin -> new Barcode("EAN_13", gtin.digits(), gtin))
                        .toList());
    }

    Recorded photoOf(EvidenceKind kind, String text) {
        return file(kind, null, List.of(new Barcode("QR_CODE", text, null)));
    }

    Recorded slipOfAnotherOrder(String number) {
        ordersOnSlips.add(number);
        return photoOf(EvidenceKind.PACKING_SLIP, number);
    }

    Recorded takenAt(Instant moment) {
        return file(EvidenceKind.ITEM, moment, List.of());
    }

    Recorded broken(EvidenceKind kind) {
        return file(kind, null, List.of(), EvidenceItem.ReadState.FAILED);
    }

    private Recorded file(EvidenceKind kind, @Nullable Instant takenAt, List<Barcode> barcodes) {
        return file(kind, takenAt, barcodes, EvidenceItem.ReadState.DONE);
    }

    private Recorded file(
            EvidenceKind kind, @Nullable Instant takenAt, List<Barcode> barcodes, EvidenceItem.ReadState state) {
        files.add(new EvidenceItem(
                new EvidenceId(Ids.next()),
                null,
                kind,
                "photo.jpg",
                "image/jpeg",
                1000,
                "00",
                100,
                100,
                state,
                barcodes,
                takenAt,
                ORDERED));
        return this;
    }

    Recorded sell(String sku, String name, Gtin gtin, int grams) {
        sell(sku, name, gtin);
        products.removeLast();
        products.add(new Product(new Sku(sku), name, gtin, grams, new Money(1250, POUNDS), null, null, null, null));
        return this;
    }

    /** The picture stands in an earlier claim of somebody else. */
    Recorded alike(String number) {
        alike.add(number);
        return this;
    }

    Recorded dangerous(String sku, Product.Hazard hazard) {
        var known = products.stream()
                .filter(product -> product.sku().value().equals(sku))
                .findFirst()
                .orElseThrow();
        products.remove(known);
        products.add(new Product(
                known.sku(), known.name(), known.gtin(), known.weightGrams(), known.price(), null, null, null, hazard));
        return this;
    }

    Recorded remediedElsewhere(String sku, int quantity) {
        remedied.merge(new Sku(sku), quantity, Integer::sum);
        return this;
    }

    /** The claimed parcel, with what its record says of its weight. */
    Recorded parcel(@Nullable Integer expectedGrams, @Nullable Integer packGrams) {
        return parcel("PX-000001", "A-1", expectedGrams, packGrams, new Parcel.Line(new Sku("RED"), 2));
    }

    /** The claimed parcel, weighed once more by the carrier. */
    Recorded weighedTwice(int expectedGrams, int packGrams, int carrierGrams) {
        parcels.add(new Parcel(
                "PX-000001",
                "A-1",
                "Swift",
                null,
                "Leeds",
                ORDERED.plusSeconds(3600),
                null,
                expectedGrams,
                packGrams,
                carrierGrams,
                List.of(new Parcel.Line(new Sku("RED"), 2))));
        return this;
    }

    Recorded parcel(
            String tracking,
            String orderNumber,
            @Nullable Integer expectedGrams,
            @Nullable Integer packGrams,
            Parcel.Line... lines) {
        parcels.add(new Parcel(
                tracking,
                orderNumber,
                "Swift",
                null,
                "Leeds",
                ORDERED.plusSeconds(3600),
                null,
                expectedGrams,
                packGrams,
                null,
                List.of(lines)));
        return this;
    }

    /** A label in a photo that names a parcel of another order. */
    Recorded labelOfAnotherParcel(String tracking) {
        labels.put(
                tracking,
                new Parcel(tracking, "A-2", "Swift", null, "Leeds", ORDERED, null, null, null, null, List.of()));
        return photoOf(EvidenceKind.OUTER_LABEL, tracking);
    }

    Recorded names(String tracking) {
        trackingNumber = tracking;
        return this;
    }

    Recorded picked(String sku, int quantity, TraceEvent.@Nullable Scan scan) {
        return event(TraceEvent.Moment.PICK, TraceEvent.Action.OBSERVE, List.of(), scan, null, goods(sku, quantity));
    }

    Recorded pickedFrom(String sku, String slot) {
        picked(sku, 1, TraceEvent.Scan.LOCATION);
        var pick = events.removeLast();
        events.add(new TraceEvent(
                pick.id(),
                false,
                pick.at(),
                null,
                pick.moment(),
                null,
                pick.action(),
                pick.orders(),
                pick.parcels(),
                pick.goods(),
                List.of(),
                false,
                slot,
                null,
                null,
                null,
                null,
                null,
                null,
                pick.scan(),
                false,
                null,
                null,
                null,
                null,
                null,
                List.of()));
        return this;
    }

    Recorded packed(String sku, int quantity) {
        return event(TraceEvent.Moment.PACK, TraceEvent.Action.ADD, List.of(PARCEL), null, null, goods(sku, quantity));
    }

    Recorded unpacked(String sku, int quantity) {
        return event(
                TraceEvent.Moment.UNPACK, TraceEvent.Action.DELETE, List.of(PARCEL), null, null, goods(sku, quantity));
    }

    Recorded delivered() {
        return event(TraceEvent.Moment.DELIVERY, TraceEvent.Action.OBSERVE, List.of(PARCEL), null, null);
    }

    Recorded trouble(TraceEvent.Trouble trouble) {
        return event(TraceEvent.Moment.TRANSIT, TraceEvent.Action.OBSERVE, List.of(PARCEL), null, trouble);
    }

    Recorded inspected(String sku) {
        event(TraceEvent.Moment.INSPECTION, TraceEvent.Action.OBSERVE, List.of(), null, null, goods(sku, 1));
        inspections.add(events.removeLast());
        return this;
    }

    /** Looked at under the number of the parcel that they left in. */
    Recorded cameBack(String sku, int quantity) {
        parcels.add(new Parcel(
                "PX-000009",
                "A-1",
                "Swift",
                PARCEL,
                "Leeds",
                ORDERED.plusSeconds(3600),
                null,
                null,
                null,
                null,
                List.of()));
        return event(
                TraceEvent.Moment.INSPECTION,
                TraceEvent.Action.OBSERVE,
                List.of(PARCEL),
                null,
                null,
                goods(sku, quantity));
    }

    Recorded packed(Gtin gtin, int quantity) {
        var goods = new TraceEvent.Goods(null, gtin, "https://id.gs1.org/01/" + gtin.digits(), quantity);
        return event(TraceEvent.Moment.PACK, TraceEvent.Action.ADD, List.of(PARCEL), null, null, goods);
    }

    static TraceEvent.Goods goods(String sku, int quantity) {
        return new TraceEvent.Goods(new Sku(sku), null, "urn:redress:sku:" + sku, quantity);
    }

    private Recorded event(
            TraceEvent.Moment moment,
            TraceEvent.Action action,
            List<Sscc> ssccs,
            TraceEvent.@Nullable Scan scan,
            TraceEvent.@Nullable Trouble trouble,
            TraceEvent.Goods... goods) {
        events.add(new TraceEvent(
                Ids.next(),
                false,
                ORDERED.plusSeconds(600L * (events.size() + 1)),
                null,
                moment,
                null,
                action,
                moment == TraceEvent.Moment.DELIVERY ? List.of() : List.of("A-1"),
                ssccs,
                List.of(goods),
                List.of(),
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                scan,
                false,
                null,
                null,
                null,
                trouble,
                null,
                List.of()));
        return this;
    }

    private Way way() {
        return new Way(new Trail(parcels, events, inspections), labels, Scale.USUAL);
    }

    Filing filing() {
        return new Filing(
                orderNumber,
                trackingNumber,
                contact,
                channel,
                "It is the wrong one.",
                Demand.REFUND,
                null,
                null,
                null,
                List.copyOf(lines),
                Locale.ENGLISH,
                Map.of());
    }

    Optional<Order> order() {
        return order;
    }

    Facts facts() {
        var bySku = new HashMap<Sku, Product>();
        var byGtin = new HashMap<Gtin, List<Product>>();
        for (var product : products) {
            bySku.put(product.sku(), product);
            if (product.gtin() != null) {
                byGtin.computeIfAbsent(product.gtin(), _ -> new ArrayList<>()).add(product);
            }
        }
        return new Facts(
                filing(),
                order,
                bySku,
                Map.of(),
                byGtin,
                files,
                ordersOnSlips,
                way(),
                elsewhere,
                remedied,
                new Facts.Alike(List.copyOf(alike), List.of()));
    }

    Verification verification() {
        return VerificationChecks.verify(facts(), PolicyFile.shipped(Area.OTHER).figures());
    }

    Check check(Code code) {
        return verification().checks().stream()
                .filter(check -> check.code() == code)
                .findFirst()
                .orElseThrow();
    }

    /** The row of an article by its SKU, else by what people call it. */
    Discrepancy row(String name) {
        return verification().discrepancies().stream()
                .filter(row -> name.equals(row.sku()) || (row.sku() == null && name.equals(row.name())))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No row of " + name));
    }
}
