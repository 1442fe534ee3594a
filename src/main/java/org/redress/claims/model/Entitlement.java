package org.redress.claims.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
import org.redress.orders.StockLevel;
import org.redress.orders.StockReport;
import org.redress.remedy.Circumstances;
import org.redress.remedy.RemedyCase;
import org.redress.remedy.RemedyPlan;
import org.redress.traces.Parcel;

/** What the order still owes the customer of a claim, for the policy: nothing of the person. */
public final class Entitlement {
    private final Claim claim;
    private final Order order;
    private final Facts facts;
    private final List<RemedyPlan> elsewhere;
    private final RemedyPlan here;
    private final List<RemedyPlan> sentElsewhere;

    private final Instant now;

    private Entitlement(Claim claim, Order order, Facts facts, List<Claim> others, Instant now) {
        this.claim = claim;
        this.order = order;
        this.facts = facts;
        this.now = now;
        this.elsewhere =
                others.stream().flatMap(other -> committed(other).stream()).toList();
        this.here = new RemedyPlan(claim.given().stream().map(Given::remedy).toList());
        this.sentElsewhere = others.stream()
                .flatMap(other -> other.given().stream())
                .map(given -> new RemedyPlan(List.of(given.remedy())))
                .toList();
    }

    /** @param others the other claims on this order, with what they have given or promised */
    public static RemedyCase of(Claim claim, Order order, Facts facts, List<Claim> others, Instant now) {
        return new Entitlement(claim, order, facts, others, now).remedyCase();
    }

    /** What another claim has given or promised: an open offer counts, for the customer may accept it at any moment. */
    private static List<RemedyPlan> committed(Claim claim) {
        var promised = claim.offers().stream()
                .filter(offer -> switch (offer.state()) {
                    case OPEN, AWAITING_APPROVAL, ACCEPTED -> true;
                    case DECLINED, COUNTERED, EXPIRED, WITHDRAWN, STOPPED -> false;
                })
                .toList();
        var ofStopped = claim.given().stream()
                .filter(given -> promised.stream().noneMatch(offer -> offer.id().equals(given.offer())))
                .map(Given::remedy)
                .toList();
        return Stream.concat(promised.stream().map(Offer::plan), Stream.of(new RemedyPlan(ofStopped)))
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
                Objects.requireNonNullElse(claim.wish(), RemedyPlan.nothing()),
                stock(),
                circumstances());
    }

    /** What nobody has reported, or not lately, is unknown and stands in nobody's way. */
    private Map<Sku, Integer> stock() {
        return facts.stock().values().stream()
                .filter(level -> level.isUsable(now))
                .map(StockLevel::report)
                .collect(Collectors.toMap(StockReport::sku, StockReport::units));
    }

    private Circumstances circumstances() {
        var delivered = Way.claimed(claim.filing(), facts.way().trail())
                .map(Parcel::deliveredAt)
                .orElse(null);
        return new Circumstances(
                delivered == null ? null : (int) Math.max(0, ChronoUnit.DAYS.between(delivered, claim.filedAt())),
                (int) Math.max(0, ChronoUnit.DAYS.between(claim.filedAt(), now)),
                claim.severity().name(),
                isAgain());
    }

    /** Whether an article of this claim has been sent once more already. */
    private boolean isAgain() {
        return claim.filing().lines().stream()
                .map(Filing.Line::sku)
                .flatMap(Stream::ofNullable)
                .anyMatch(sku -> here.sent(sku) > 0 || sentElsewhere.stream().anyMatch(plan -> plan.sent(sku) > 0));
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
        if (facts.isOnlyMiscounted(line)) {
            // The right article in the wrong number: what came of it is right, and only what is beyond is too much.
            var right = Math.min(units, received.quantity());
            var surplus = received.quantity() - right;
            return new Lack(
                    sku, line.problem(), units - right, surplus == 0 ? List.of() : List.of(came(received, surplus)));
        }
        return new Lack(sku, line.problem(), units, List.of(came(received, received.quantity())));
    }

    private RemedyCase.Came came(Filing.Received received, int quantity) {
        var product = facts.article(received);
        return new RemedyCase.Came(
                product.map(Product::sku).orElse(received.sku()),
                quantity,
                product.map(Product::price).orElse(null),
                product.map(Product::weightGrams).orElse(null),
                product.map(Product::hazard).isPresent());
    }

    /**
     * Lines of one article share its units: what was paid for them, and what has been settled of them, by this claim or
     * because other claims took what the order had. Lines that lack goods come first: what is wrong in two ways is made
     * right once, and being late takes nothing from what is missing.
     */
    private List<RemedyCase.Affected> affected(List<Lack> lacks) {
        var units = new HashMap<Sku, Units>();
        var affected = new RemedyCase.Affected[lacks.size()];
        IntStream.range(0, lacks.size())
                .boxed()
                .sorted(Comparator.comparing(i -> !lacks.get(i).problem().owesGoods()))
                .forEach(i -> {
                    var lack = lacks.get(i);
                    var sku = lack.sku();
                    affected[i] = sku == null
                            ? affected(lack, 0, Money.zero(order.currency()))
                            : units.computeIfAbsent(sku, Units::new).take(lack);
                });
        return List.of(affected);
    }

    /** The units of one article, as its lines take them one after the other. */
    private final class Units {
        private final Sku sku;
        private int counted;
        private long settledHere;
        private long free;

        Units(Sku sku) {
            this.sku = sku;
            this.settledHere = settled(here, sku);
            this.free = order.ordered(sku)
                    - settledHere
                    - elsewhere.stream().mapToLong(plan -> settled(plan, sku)).sum();
        }

        RemedyCase.Affected take(Lack lack) {
            var paid = order.paidFor(sku, counted + lack.units()).minus(order.paidFor(sku, counted));
            long done = Math.min(lack.units(), settledHere);
            int open = Math.clamp(free, 0, (int) (lack.units() - done));
            counted += lack.units();
            settledHere -= done;
            free -= open;
            return affected(lack, lack.units() - open, paid);
        }
    }

    private static long settled(RemedyPlan plan, Sku sku) {
        return plan.sent(sku) + plan.refunded(sku);
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

    private boolean isWholeOrder(List<Lack> lacks) {
        return order.lines().stream()
                .map(Order.Line::sku)
                .distinct()
                .allMatch(sku -> lacks.stream()
                                .filter(lack -> sku.equals(lack.sku()))
                                .mapToInt(Lack::units)
                                .sum()
                        >= order.ordered(sku));
    }
}
