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
import org.redress.kernel.Demand;
import org.redress.kernel.Gtin;
import org.redress.kernel.Ids;
import org.redress.kernel.Money;
import org.redress.kernel.Problem;
import org.redress.kernel.Sku;
import org.redress.orders.Order;
import org.redress.orders.Product;

/** What is recorded about a claim, put together by a test: two red mugs and a tea were ordered, and a blue mug is sold too. */
final class Recorded {
    static final Gtin RED = gtin("4006381333931");
    static final Gtin BLUE = gtin("9784872348880");
    static final Gtin TEA = gtin("5901234123457");
    static final Gtin UNLISTED = gtin("96385074");
    static final Instant ORDERED = Instant.parse("2026-11-20T10:00:00Z");
    private static final Currency POUNDS = Currency.getInstance("GBP");

    private final List<Filing.Line> lines = new ArrayList<>();
    private final List<Product> products = new ArrayList<>();
    private final List<EvidenceItem> files = new ArrayList<>();
    private final Set<String> ordersOnSlips = new HashSet<>();
    private final Map<Sku, Integer> elsewhere = new HashMap<>();
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

    private Recorded file(EvidenceKind kind, @Nullable Instant takenAt, List<Barcode> barcodes) {
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
                EvidenceItem.ReadState.DONE,
                barcodes,
                takenAt,
                ORDERED));
        return this;
    }

    Filing filing() {
        return new Filing(
                orderNumber,
                null,
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
        return new Facts(filing(), order, bySku, byGtin, files, ordersOnSlips, elsewhere);
    }

    Verification verification() {
        return VerificationChecks.verify(facts());
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
