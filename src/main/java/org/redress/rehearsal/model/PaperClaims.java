package org.redress.rehearsal.model;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Decision;
import org.redress.claims.Filing;
import org.redress.claims.Severity;
import org.redress.claims.Verdict;
import org.redress.kernel.Money;
import org.redress.kernel.Sku;
import org.redress.orders.Order;
import org.redress.orders.Product;
import org.redress.rehearsal.model.warehouse.Appeal;
import org.redress.rehearsal.model.warehouse.Season;
import org.redress.remedy.Area;
import org.redress.remedy.Circumstances;
import org.redress.remedy.RemedyCase;
import org.redress.remedy.RemedyPlan;
import org.redress.remedy.Ruling;

/** The complaints of a simulated season as rules see them: nobody files them, they are decided on paper only. */
public final class PaperClaims {
    private final Map<String, Order> orders;
    private final Map<Sku, Product> products;
    private final Map<String, Boolean> returning;
    private final Season season;

    public PaperClaims(Season season) {
        this.season = season;
        this.orders = season.orders().stream().collect(Collectors.toMap(Order::orderNumber, Function.identity()));
        this.products = season.products().stream().collect(Collectors.toMap(Product::sku, Function.identity()));
        this.returning = returning(season.orders());
    }

    private static Map<String, Boolean> returning(List<Order> orders) {
        var seen = new HashSet<@Nullable String>();
        var returning = new HashMap<String, Boolean>();
        for (var order : orders) {
            returning.put(order.orderNumber(), !seen.add(order.customer().email()));
        }
        return returning;
    }

    /** Before any rules have looked at them, the oldest first. */
    public List<Decision> claims() {
        return season.appeals().stream()
                .flatMap(appeal -> Stream.ofNullable(
                                orders.get(String.valueOf(appeal.filing().orderNumber())))
                        .map(order -> claim(appeal, order)))
                .toList();
    }

    private Decision claim(Appeal appeal, Order order) {
        boolean shown =
                appeal.shots().stream().anyMatch(shot -> !shot.barcodes().isEmpty());
        var country = order.shipTo().country();
        var zero = Money.zero(order.currency());
        return new Decision(
                UUID.nameUUIDFromBytes(appeal.number().getBytes(StandardCharsets.UTF_8)),
                appeal.number(),
                appeal.at(),
                Area.of(country),
                appeal.filing().channel(),
                shown ? Verdict.CONFIRMED : Verdict.UNCONFIRMED,
                Severity.NORMAL,
                shown,
                appeal.filing().language().toLanguageTag(),
                country,
                returning.getOrDefault(order.orderNumber(), false),
                Decision.band(order.paid()),
                remedyCase(appeal.filing(), order),
                new Ruling("", RemedyPlan.nothing(), zero, zero, 0, 0, false, false, false, List.of()),
                RemedyPlan.nothing(),
                false);
    }

    private RemedyCase remedyCase(Filing filing, Order order) {
        return new RemedyCase(
                order.currency(),
                order.shipTo().country(),
                filing.demand(),
                filing.lines().stream().map(line -> affected(line, order)).toList(),
                order.paid(),
                Money.zero(order.currency()),
                order.shippingFee(),
                order.lines().stream()
                        .allMatch(ordered -> filing.lines().stream()
                                .anyMatch(line -> ordered.sku().equals(line.sku())
                                        && line.quantity() >= order.ordered(ordered.sku()))),
                RemedyPlan.nothing(),
                Map.of(),
                Circumstances.USUAL);
    }

    private RemedyCase.Affected affected(Filing.Line line, Order order) {
        var sku = line.sku();
        int units = sku == null ? 0 : Math.min(line.quantity(), order.ordered(sku));
        var product = sku == null ? null : products.get(sku);
        return new RemedyCase.Affected(
                sku,
                line.problem(),
                units,
                0,
                sku == null ? Money.zero(order.currency()) : order.paidFor(sku, units),
                product == null ? null : product.weightGrams(),
                null,
                line.received() == null ? List.of() : List.of(came(line.received())));
    }

    private RemedyCase.Came came(Filing.Received received) {
        var sku = received.sku();
        var product = sku == null ? null : products.get(sku);
        return new RemedyCase.Came(
                sku,
                received.quantity(),
                product == null ? null : product.price(),
                product == null ? null : product.weightGrams(),
                product != null && product.hazard() != null);
    }
}
