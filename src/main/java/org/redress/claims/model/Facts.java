package org.redress.claims.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.claims.Filing;
import org.redress.evidence.EvidenceItem;
import org.redress.kernel.Gtin;
import org.redress.kernel.Money;
import org.redress.kernel.Problem;
import org.redress.kernel.Sku;
import org.redress.orders.Order;
import org.redress.orders.Product;
import org.redress.orders.StockLevel;

/**
 * All that is recorded about a claim.
 *
 * @param order empty where we do not know it
 * @param products the articles of order and claim that stand in the catalogue
 * @param stock what was last reported of these articles, however long ago
 * @param byGtin the articles that carry a barcode seen in a photo or named in the claim
 * @param ordersOnSlips the merchant's orders that a packing slip in the photos names
 * @param way what warehouse and carrier recorded
 * @param claimedElsewhere units of each article that other claims on this order are about
 * @param remediedElsewhere units of each article that other claims on this order have made right
 * @param alike where the pictures have been seen before
 */
public record Facts(
        Filing filing,
        Optional<Order> order,
        Map<Sku, Product> products,
        Map<Sku, StockLevel> stock,
        Map<Gtin, List<Product>> byGtin,
        List<EvidenceItem> evidence,
        Set<String> ordersOnSlips,
        Way way,
        Map<Sku, Integer> claimedElsewhere,
        Map<Sku, Integer> remediedElsewhere,
        Alike alike) {
    /** The numbers of earlier claims of other people that hold the same picture, or one that looks like it. */
    public record Alike(List<String> same, List<String> similar) {
        public static final Alike NONE = new Alike(List.of(), List.of());
    }

    /** What was paid for the units that the claim is about; empty where we do not know the order, or which of its articles. */
    Optional<Money> worth() {
        boolean unnamed = filing.lines().isEmpty()
                || filing.lines().stream()
                        .filter(line -> line.problem() != Problem.EXTRA_ITEM)
                        .anyMatch(line -> line.sku() == null || !isOrdered(line.sku()));
        return order.filter(_ -> !unnamed)
                .map(known -> filing.lines().stream()
                        .filter(line -> line.sku() != null && known.ordered(line.sku()) > 0)
                        .map(line -> known.paidFor(line.sku(), Math.min(line.quantity(), known.ordered(line.sku()))))
                        .reduce(Money.zero(known.currency()), Money::plus));
    }

    /** How people call an article. */
    public String name(Sku sku) {
        var product = products.get(sku);
        return product == null ? sku.value() : product.name();
    }

    /** What the articles are called that the claim is about, and those that came. */
    public Set<String> namesOfArticles() {
        return filing.lines().stream()
                .flatMap(line -> Stream.of(
                        Optional.ofNullable(line.sku()).map(this::name),
                        Optional.ofNullable(line.received())
                                .flatMap(this::article)
                                .map(Product::name)))
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    /** The articles that a barcode may be; those on the order first, for a GTIN may stand on several. */
    public List<Product> candidates(Gtin gtin) {
        var all = byGtin.getOrDefault(gtin, List.of());
        var ordered = all.stream().filter(product -> isOrdered(product.sku()));
        var others = all.stream().filter(product -> !isOrdered(product.sku()));
        return Stream.concat(ordered, others).toList();
    }

    /** What should have come: the articles of the order; where we do not know it, those that the customer says it held. */
    Set<Sku> expected() {
        return order.map(known -> known.lines().stream().map(Order.Line::sku))
                .orElseGet(() -> filing.lines().stream()
                        .filter(line -> line.problem() != Problem.EXTRA_ITEM)
                        .map(Filing.Line::sku)
                        .flatMap(Stream::ofNullable))
                .collect(Collectors.toSet());
    }

    /** The right article came in the wrong number: nothing says that it was another one. */
    boolean isOnlyMiscounted(Filing.Line line) {
        var sku = line.sku();
        var received = line.received();
        return sku != null
                && received != null
                && line.problem() == Problem.WRONG_QUANTITY
                && (received.sku() == null
                        ? received.gtin() == null || mayCarry(sku, received.gtin())
                        : received.sku().equals(sku));
    }

    /** Any code that the catalogue does not know may be that of an article without one on record. */
    private boolean mayCarry(Sku sku, Gtin gtin) {
        var candidates = candidates(gtin);
        var product = products.get(sku);
        return candidates.isEmpty()
                ? product == null || product.gtin() == null
                : candidates.stream().anyMatch(candidate -> candidate.sku().equals(sku));
    }

    /** The article that came, where the catalogue knows it by its number or its barcode. */
    Optional<Product> article(Filing.Received received) {
        return Optional.ofNullable(received.sku())
                .map(products::get)
                .or(() -> Optional.ofNullable(received.gtin()).stream()
                        .flatMap(gtin -> candidates(gtin).stream())
                        .findFirst());
    }

    public boolean isOrdered(Sku sku) {
        return order.map(known -> known.ordered(sku) > 0).orElse(false);
    }
}
