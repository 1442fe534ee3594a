package org.redress.claims.app;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Claim;
import org.redress.claims.Filing;
import org.redress.claims.Given;
import org.redress.claims.Offer;
import org.redress.claims.model.Facts;
import org.redress.claims.store.ClaimTable;
import org.redress.evidence.Evidence;
import org.redress.evidence.EvidenceItem;
import org.redress.kernel.Gtin;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Money;
import org.redress.kernel.Sku;
import org.redress.orders.Order;
import org.redress.orders.Orders;
import org.redress.orders.Product;
import org.redress.orders.Products;
import org.redress.remedy.RemedyCase;
import org.redress.remedy.RemedyPlan;
import org.springframework.stereotype.Component;

/** Gathers what is recorded about a claim, for the checks and for the policy, in a handful of queries. */
@Component
class CaseFile {
    private final Orders orders;
    private final Products products;
    private final Evidence evidence;
    private final ClaimTable claims;

    CaseFile(Orders orders, Products products, Evidence evidence, ClaimTable claims) {
        this.orders = orders;
        this.products = products;
        this.evidence = evidence;
        this.claims = claims;
    }

    Optional<Order> order(MerchantId merchant, Filing filing) {
        return Optional.ofNullable(filing.orderNumber()).flatMap(number -> orders.find(merchant, number));
    }

    /** What the checks look at. */
    Facts facts(Claim claim) {
        var merchant = claim.merchant();
        var files = evidence.ofClaim(merchant, claim.id());
        return facts(merchant, claim.filing(), order(merchant, claim.filing()), files, others(claim));
    }

    /** The same for a claim that is being filed and has no rows yet. */
    Facts facts(
            MerchantId merchant, Filing filing, Optional<Order> order, List<EvidenceItem> files, List<Claim> others) {
        var gtins = Stream.concat(
                        files.stream().flatMap(file -> file.barcodes().stream()).map(EvidenceItem.Barcode::gtin),
                        filing.lines().stream().map(Filing.Line::received).map(CaseFile::gtin))
                .flatMap(Stream::ofNullable)
                .distinct()
                .toList();
        Map<Gtin, List<Product>> byGtin = gtins.isEmpty() ? Map.of() : products.byGtin(merchant, gtins);
        return new Facts(
                filing, order, products.find(merchant, skus(filing, order)), byGtin, files, claimedUnits(others));
    }

    private static @Nullable Gtin gtin(Filing.@Nullable Received received) {
        return received == null ? null : received.gtin();
    }

    private static Set<Sku> skus(Filing filing, Optional<Order> order) {
        var skus = new LinkedHashSet<Sku>();
        order.ifPresent(known -> known.lines().forEach(line -> skus.add(line.sku())));
        for (var line : filing.lines()) {
            Stream.ofNullable(line.sku()).forEach(skus::add);
            Stream.ofNullable(line.received())
                    .map(Filing.Received::sku)
                    .flatMap(Stream::ofNullable)
                    .forEach(skus::add);
        }
        return skus;
    }

    /** The other claims on the same order, without those that were taken back or refused. */
    List<Claim> others(Claim claim) {
        var number = claim.filing().orderNumber();
        return number == null
                ? List.of()
                : claims.ofOrder(claim.merchant(), number).stream()
                        .filter(other -> !other.id().equals(claim.id()))
                        .toList();
    }

    private static Map<Sku, Integer> claimedUnits(List<Claim> others) {
        var units = new HashMap<Sku, Integer>();
        others.stream()
                .filter(CaseFile::isLive)
                .flatMap(other -> other.filing().lines().stream())
                .forEach(line -> {
                    if (line.sku() != null) {
                        units.merge(line.sku(), line.quantity(), Integer::sum);
                    }
                });
        return units;
    }

    private static boolean isLive(Claim claim) {
        return switch (claim.state().name()) {
            case SUBMITTED, NEEDS_INFORMATION, ACCEPTED, OFFERED, EXECUTING, FOLLOW_UP -> true;
            case CLOSED -> !claim.given().isEmpty();
            case REJECTED -> false;
        };
    }

    /** What the policy looks at: nothing of the person. */
    RemedyCase remedyCase(Claim claim, Order order, Facts facts) {
        var elsewhere = others(claim).stream()
                .flatMap(other -> committed(other).stream())
                .toList();
        var here = given(claim);
        var affected = claim.filing().lines().stream()
                .map(line -> affected(line, order, facts, unitsGiven(line, order, elsewhere, here)))
                .toList();
        var given = Stream.concat(elsewhere.stream(), Stream.of(here))
                .map(plan -> plan.money(order.currency()))
                .reduce(Money.zero(order.currency()), Money::plus);
        return new RemedyCase(
                order.currency(),
                order.shipTo().country(),
                claim.filing().demand(),
                affected,
                order.paid(),
                given,
                order.shippingFee(),
                isWholeOrder(claim.filing(), order),
                asked(claim));
    }

    /** Units of the line that are settled: by this claim, or because other claims took what the order had. */
    private static int unitsGiven(Filing.Line line, Order order, List<RemedyPlan> elsewhere, RemedyPlan here) {
        var sku = line.sku();
        if (sku == null) {
            return 0;
        }
        long taken = elsewhere.stream().mapToLong(plan -> settled(plan, sku)).sum();
        long open = Math.min(line.quantity(), order.ordered(sku) - taken) - settled(here, sku);
        return line.quantity() - Math.clamp(open, 0, line.quantity());
    }

    private static long settled(RemedyPlan plan, Sku sku) {
        return plan.sent(sku) + plan.refunded(sku);
    }

    private static RemedyCase.Affected affected(Filing.Line line, Order order, Facts facts, int unitsGiven) {
        var sku = line.sku();
        var product = sku == null ? null : facts.products().get(sku);
        return new RemedyCase.Affected(
                sku,
                line.problem(),
                sku == null ? 0 : line.quantity(),
                unitsGiven,
                sku == null ? Money.zero(order.currency()) : order.paidFor(sku, line.quantity()),
                product == null ? null : product.weightGrams(),
                null,
                came(line, facts));
    }

    private static List<RemedyCase.Came> came(Filing.Line line, Facts facts) {
        var received = line.received();
        if (received == null) {
            return List.of();
        }
        var product = Optional.ofNullable(received.sku())
                .map(facts.products()::get)
                .or(() -> Optional.ofNullable(received.gtin()).stream()
                        .flatMap(gtin -> facts.candidates(gtin).stream())
                        .findFirst());
        return List.of(new RemedyCase.Came(
                product.map(Product::sku).orElse(received.sku()),
                received.quantity(),
                product.map(Product::price).orElse(null),
                product.map(Product::weightGrams).orElse(null),
                product.map(Product::hazard).isPresent()));
    }

    private static boolean isWholeOrder(Filing filing, Order order) {
        return order.lines().stream()
                .map(Order.Line::sku)
                .distinct()
                .allMatch(sku -> filing.lines().stream()
                                .filter(line -> sku.equals(line.sku()))
                                .mapToInt(Filing.Line::quantity)
                                .sum()
                        >= order.ordered(sku));
    }

    /** What another claim has given or promised: an open offer counts, for the customer may accept it at any moment. */
    private static List<RemedyPlan> committed(Claim claim) {
        return claim.offers().stream()
                .filter(offer -> switch (offer.state()) {
                    case OPEN, AWAITING_APPROVAL, ACCEPTED -> true;
                    case DECLINED, COUNTERED, EXPIRED, WITHDRAWN -> false;
                })
                .map(Offer::plan)
                .toList();
    }

    private static RemedyPlan given(Claim claim) {
        return new RemedyPlan(claim.given().stream().map(Given::remedy).toList());
    }

    private static RemedyPlan asked(Claim claim) {
        return Objects.requireNonNullElse(claim.wish(), RemedyPlan.nothing());
    }
}
