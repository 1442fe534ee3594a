package org.redress.settlement.app;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Claim;
import org.redress.kernel.Gtin;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.kernel.Sku;
import org.redress.orders.Order;
import org.redress.orders.Orders;
import org.redress.orders.Product;
import org.redress.orders.Products;
import org.redress.remedy.Remedy;
import org.redress.settlement.Dispositions;
import org.redress.settlement.GoodsReturn;
import org.redress.settlement.Receipt;
import org.redress.settlement.Returns;
import org.redress.ui.JsonBody;
import org.springframework.stereotype.Component;

/** Finds the articles that somebody scanned or typed, and what becomes of them. All that is wrong is said at once. */
@Component
class ReceiptReading {
    private final Products products;
    private final Orders orders;

    ReceiptReading(Products products, Orders orders) {
        this.products = products;
        this.orders = orders;
    }

    /** What is known about the articles of one receipt; one query each. */
    private record Known(Map<Sku, Product> bySku, Map<Gtin, List<Product>> byGtin, Set<Sku> ofClaim) {}

    List<GoodsReturn.Piece> read(GoodsReturn awaited, Claim claim, Receipt receipt) {
        var order = orders.find(awaited.merchant(), awaited.orderNumber());
        var known = known(awaited, claim, receipt, onOrder(order, claim));
        var faults = new ArrayList<Refusal.Fault>();
        var note = receipt.note();
        if (note != null
                && (note.codePointCount(0, note.length()) > Receipt.LONGEST_NOTE || !JsonBody.isStorable(note))) {
            faults.add(fault("/note", "TOO_LONG", Receipt.LONGEST_NOTE));
        }
        if (receipt.pieces().size() > Receipt.MOST_PIECES) {
            throw new Refused(Refusal.invalid(List.of(fault("/pieces", "TOO_MANY", Receipt.MOST_PIECES))));
        }
        var pieces = new ArrayList<GoodsReturn.Piece>();
        for (int i = 0; i < receipt.pieces().size(); i++) {
            read(receipt.pieces().get(i), known, "/pieces/" + i, faults).ifPresent(pieces::add);
        }
        if (!faults.isEmpty()) {
            throw new Refused(Refusal.invalid(faults));
        }
        requireCounted(awaited, order, receipt);
        return List.copyOf(pieces);
    }

    /** A slip of the finger is not booked without a question; what was counted is booked, however much it is. */
    private static void requireCounted(GoodsReturn awaited, Optional<Order> order, Receipt receipt) {
        var should = units(awaited.expected().stream().map(Remedy.Goods::quantity));
        var ordered =
                units(order.stream().flatMap(known -> known.lines().stream()).map(Order.Line::quantity));
        long most = awaited.expectedWhole() ? should : Math.max(should, ordered);
        long came = units(receipt.pieces().stream().map(Receipt.Piece::quantity));
        if (most > 0 && came > most && !receipt.counted()) {
            throw new Refused(Refusal.invalid(List.of(fault("/pieces", Returns.MORE_THAN_EXPECTED, came, most))));
        }
    }

    private static long units(Stream<Integer> quantities) {
        return quantities.mapToLong(Integer::longValue).sum();
    }

    private Optional<GoodsReturn.Piece> read(Receipt.Piece piece, Known known, String at, List<Refusal.Fault> faults) {
        int before = faults.size();
        if (piece.quantity() < 1 || piece.quantity() > Receipt.MOST_UNITS) {
            faults.add(fault(at + "/quantity", "OUT_OF_RANGE", 1, Receipt.MOST_UNITS));
        }
        var sku = article(piece, known, at + "/article", faults);
        if (sku == null) {
            return Optional.empty();
        }
        var product = known.bySku().get(sku);
        var ours = !piece.foreign() || product != null || known.ofClaim().contains(sku);
        var disposition = piece.disposition() == null
                ? Dispositions.proposed(ours, product, piece.condition())
                : piece.disposition();
        Dispositions.fault(ours, product, piece.condition(), disposition)
                .ifPresent(code -> faults.add(fault(at + "/disposition", code)));
        return faults.size() > before
                ? Optional.empty()
                : Optional.of(new GoodsReturn.Piece(sku, ours, piece.quantity(), piece.condition(), disposition));
    }

    /** By its number, else by its barcode: of several articles with one barcode, the one that the claim is about. */
    private static @Nullable Sku article(Receipt.Piece piece, Known known, String at, List<Refusal.Fault> faults) {
        var text = piece.article().strip();
        if (!Sku.isValid(text) || !JsonBody.isStorable(text)) {
            faults.add(fault(at, "NOT_AN_ARTICLE", Receipt.LONGEST_ARTICLE));
            return null;
        }
        var sku = new Sku(text);
        if (known.bySku().containsKey(sku) || known.ofClaim().contains(sku)) {
            return sku;
        }
        var carriers = Gtin.parse(text).map(known.byGtin()::get).orElse(null);
        if (carriers != null && !carriers.isEmpty()) {
            var near = carriers.stream()
                    .map(Product::sku)
                    .filter(known.ofClaim()::contains)
                    .toList();
            if (carriers.size() == 1 || near.size() == 1) {
                return near.size() == 1 ? near.getFirst() : carriers.getFirst().sku();
            }
            faults.add(fault(at, "SEVERAL_ARTICLES"));
            return null;
        }
        if (!piece.foreign()) {
            faults.add(fault(at, "UNKNOWN_ARTICLE", text));
            return null;
        }
        return sku;
    }

    private Known known(GoodsReturn awaited, Claim claim, Receipt receipt, Set<Sku> onOrder) {
        var ofClaim = new HashSet<>(onOrder);
        awaited.expected().forEach(goods -> ofClaim.add(goods.sku()));
        claim.filing().lines().forEach(line -> {
            if (line.received() != null && line.received().sku() != null) {
                ofClaim.add(line.received().sku());
            }
        });
        var skus = new LinkedHashSet<>(ofClaim);
        var gtins = new LinkedHashSet<Gtin>();
        for (var piece : receipt.pieces().subList(0, Math.min(receipt.pieces().size(), Receipt.MOST_PIECES))) {
            var text = piece.article().strip();
            if (Sku.isValid(text) && JsonBody.isStorable(text)) {
                skus.add(new Sku(text));
                Gtin.parse(text).ifPresent(gtins::add);
            }
        }
        var byGtin = gtins.isEmpty() ? Map.<Gtin, List<Product>>of() : products.byGtin(awaited.merchant(), gtins);
        var bySku = new LinkedHashMap<>(products.find(awaited.merchant(), skus));
        byGtin.values().forEach(all -> all.forEach(product -> bySku.putIfAbsent(product.sku(), product)));
        return new Known(bySku, byGtin, ofClaim);
    }

    /** Articles that were ordered. */
    Set<Sku> onOrder(GoodsReturn back, Claim claim) {
        return onOrder(orders.find(back.merchant(), back.orderNumber()), claim);
    }

    private static Set<Sku> onOrder(Optional<Order> found, Claim claim) {
        var skus = new HashSet<Sku>();
        found.stream()
                .flatMap(order -> order.lines().stream())
                .map(Order.Line::sku)
                .forEach(skus::add);
        claim.filing().lines().forEach(line -> {
            if (line.sku() != null) {
                skus.add(line.sku());
            }
        });
        return skus;
    }

    private static Refusal.Fault fault(String pointer, String code, Object... arguments) {
        return new Refusal.Fault(pointer, code, Phrase.of("settlement.back.fault." + code, arguments));
    }
}
