package org.redress.claims.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Claim;
import org.redress.claims.Filing;
import org.redress.claims.Given;
import org.redress.claims.Offer;
import org.redress.kernel.Money;
import org.redress.kernel.Problem;
import org.redress.kernel.Sku;
import org.redress.orders.Order;
import org.redress.orders.Product;
import org.redress.remedy.RemedyCase;
import org.redress.remedy.RemedyPlan;

/** What the order still owes the customer of a claim, for the policy: nothing of the person. */
public final class Entitlement {
    private final Claim claim;
    private final Order order;
    private final Facts facts;
    private final List<RemedyPlan> elsewhere;
    private final RemedyPlan here;

    private Entitlement(Claim claim, Order order, Facts facts, List<Claim> others) {
        this.claim = claim;
        this.order = order;
        this.facts = facts;
        this.elsewhere =
                others.stream().flatMap(other -> committed(other).stream()).toList();
        this.here = new RemedyPlan(claim.given().stream().map(Given::remedy).toList());
    }

    /** @param others the other claims on this order, with what they have given or promised */
    public static RemedyCase of(Claim claim, Order order, Facts facts, List<Claim> others) {
        return new Entitlement(claim, order, facts, others).remedyCase();
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

    private RemedyCase remedyCase() {
        var lacks = lines().map(this::lack).toList();
        var given = Stream.concat(elsewhere.stream(), Stream.of(here))
                .map(plan -> plan.money(order.currency()))
                .reduce(Money.zero(order.currency()), Money::plus);
        return new RemedyCase(
                order.currency(),
                order.shipTo().country(),
                claim.filing().demand(),
                affected(lacks),
                order.paid(),
                given,
                order.shippingFee(),
                isWholeOrder(lacks),
                Objects.requireNonNullElse(claim.wish(), RemedyPlan.nothing()));
    }

    /**
     * One line of the claim as the policy sees it.
     *
     * @param units ordered units that the customer did not get right
     * @param came what they hold instead or on top
     */
    private record Lack(@Nullable Sku sku, Problem problem, int units, List<RemedyCase.Came> came) {}

    /** A parcel that is wrong as a whole lacks every article that no other line speaks of. */
    private Stream<Filing.Line> lines() {
        var lines = claim.filing().lines();
        var unnamed = order.lines().stream()
                .map(Order.Line::sku)
                .distinct()
                .filter(sku -> lines.stream().noneMatch(line -> sku.equals(line.sku())))
                .toList();
        return lines.stream().flatMap(line -> {
            if (line.sku() != null || line.problem() != Problem.WRONG_PARCEL || unnamed.isEmpty()) {
                return Stream.of(line);
            }
            var first = unnamed.getFirst();
            return unnamed.stream()
                    .map(sku -> new Filing.Line(
                            sku, order.ordered(sku), line.problem(), sku.equals(first) ? line.received() : null));
        });
    }

    private Lack lack(Filing.Line line) {
        var sku = line.sku();
        var units = sku == null ? 0 : line.quantity();
        var received = line.received();
        if (received == null) {
            return new Lack(sku, line.problem(), units, List.of());
        }
        if (line.problem() == Problem.WRONG_QUANTITY && isSame(line, received)) {
            // The right article in the wrong number: what came of it is right, and only what is beyond is too much.
            var right = Math.min(units, received.quantity());
            var surplus = received.quantity() - right;
            return new Lack(
                    sku, line.problem(), units - right, surplus == 0 ? List.of() : List.of(came(received, surplus)));
        }
        return new Lack(sku, line.problem(), units, List.of(came(received, received.quantity())));
    }

    private boolean isSame(Filing.Line line, Filing.Received received) {
        var article = article(received);
        return article.isPresent()
                ? article.get().sku().equals(line.sku())
                : received.sku() == null
                        ? received.gtin() == null
                        : received.sku().equals(line.sku());
    }

    private RemedyCase.Came came(Filing.Received received, int quantity) {
        var product = article(received);
        return new RemedyCase.Came(
                product.map(Product::sku).orElse(received.sku()),
                quantity,
                product.map(Product::price).orElse(null),
                product.map(Product::weightGrams).orElse(null),
                product.map(Product::hazard).isPresent());
    }

    private Optional<Product> article(Filing.Received received) {
        return Optional.ofNullable(received.sku())
                .map(facts.products()::get)
                .or(() -> Optional.ofNullable(received.gtin()).stream()
                        .flatMap(gtin -> facts.candidates(gtin).stream())
                        .findFirst());
    }

    /** Lines of one article share what was paid for it and what has been given of it, the first lines first. */
    private List<RemedyCase.Affected> affected(List<Lack> lacks) {
        var given = unitsGiven(lacks);
        var counted = new HashMap<Sku, Integer>();
        var affected = new ArrayList<RemedyCase.Affected>();
        for (var lack : lacks) {
            var sku = lack.sku();
            if (sku == null) {
                affected.add(affected(lack, 0, Money.zero(order.currency())));
                continue;
            }
            int before = counted.getOrDefault(sku, 0);
            int after = before + lack.units();
            counted.put(sku, after);
            var paid = order.paidFor(sku, after).minus(order.paidFor(sku, before));
            int settled = Math.clamp(given.getOrDefault(sku, 0) - before, 0, lack.units());
            affected.add(affected(lack, settled, paid));
        }
        return List.copyOf(affected);
    }

    private RemedyCase.Affected affected(Lack lack, int unitsGiven, Money paid) {
        var product = lack.sku() == null ? null : facts.products().get(lack.sku());
        return new RemedyCase.Affected(
                lack.sku(),
                lack.problem(),
                lack.units(),
                unitsGiven,
                paid,
                product == null ? null : product.weightGrams(),
                null,
                lack.came());
    }

    /** Units of each article that are settled: by this claim, or because other claims took what the order had. */
    private Map<Sku, Integer> unitsGiven(List<Lack> lacks) {
        var given = units(lacks);
        given.replaceAll((sku, units) -> {
            long taken =
                    elsewhere.stream().mapToLong(plan -> settled(plan, sku)).sum();
            long open = Math.min(units, order.ordered(sku) - taken) - settled(here, sku);
            return units - Math.clamp(open, 0, units);
        });
        return given;
    }

    private static Map<Sku, Integer> units(List<Lack> lacks) {
        var units = new HashMap<Sku, Integer>();
        for (var lack : lacks) {
            if (lack.sku() != null) {
                units.merge(lack.sku(), lack.units(), Integer::sum);
            }
        }
        return units;
    }

    private static long settled(RemedyPlan plan, Sku sku) {
        return plan.sent(sku) + plan.refunded(sku);
    }

    private boolean isWholeOrder(List<Lack> lacks) {
        var units = units(lacks);
        return order.lines().stream()
                .map(Order.Line::sku)
                .distinct()
                .allMatch(sku -> units.getOrDefault(sku, 0) >= order.ordered(sku));
    }
}
