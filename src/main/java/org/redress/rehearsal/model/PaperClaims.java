package org.redress.rehearsal.model;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.claims.Decision;
import org.redress.claims.Filing;
import org.redress.claims.Severity;
import org.redress.claims.Verdict;
import org.redress.kernel.Demand;
import org.redress.kernel.Money;
import org.redress.kernel.Sku;
import org.redress.orders.Order;
import org.redress.orders.Product;
import org.redress.rehearsal.model.warehouse.Appeal;
import org.redress.rehearsal.model.warehouse.Season;
import org.redress.remedy.Area;
import org.redress.remedy.Circumstances;
import org.redress.remedy.Figures;
import org.redress.remedy.RemedyCase;
import org.redress.remedy.RemedyPlan;
import org.redress.remedy.Ruling;

/**
 * The complaints of a simulated season as rules see them: nobody files them, they are decided on paper only. The season is
 * set in the area whose rules are asked, with its prices in round figures.
 */
public final class PaperClaims {
    private static final Map<Area, String> COUNTRIES =
            Map.of(Area.CN, "CN", Area.EU, "DE", Area.GB, "GB", Area.OTHER, "US");
    private static final Map<Area, String> LANGUAGES =
            Map.of(Area.CN, "zh-CN", Area.EU, "de", Area.GB, "en", Area.OTHER, "en");

    /** Of a hundred claims. */
    private static final int AGAIN = 3;

    private static final int MONEY_FOR_IT = 12;
    private static final int RETURNING = 35;

    private static final int HIGH = 10;
    private static final int LOW = 25;
    private static final int LONGEST_WAIT = 12;

    private final Map<String, Order> orders;
    private final Map<Sku, Product> products;
    private final Season season;
    private final Area area;

    public PaperClaims(Season season, Area area) {
        this.season = season;
        this.area = area;
        this.orders = season.orders().stream().collect(Collectors.toMap(Order::orderNumber, Function.identity()));
        this.products = season.products().stream().collect(Collectors.toMap(Product::sku, Function.identity()));
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
        var zero = Money.zero(area.currency());
        var chance = new SplittableRandom(appeal.number().hashCode());
        int hundred = chance.nextInt(100);
        var severity = hundred < HIGH ? Severity.HIGH : hundred < HIGH + LOW ? Severity.LOW : Severity.NORMAL;
        var circumstances = new Circumstances(
                1 + chance.nextInt(20), chance.nextInt(LONGEST_WAIT), severity.name(), chance.nextInt(100) < AGAIN);
        var wish = chance.nextInt(100) < MONEY_FOR_IT
                ? Demand.COMPENSATION
                : appeal.filing().demand();
        return new Decision(
                UUID.nameUUIDFromBytes(appeal.number().getBytes(StandardCharsets.UTF_8)),
                appeal.number(),
                appeal.at(),
                area,
                appeal.filing().channel(),
                shown ? Verdict.CONFIRMED : Verdict.UNCONFIRMED,
                severity,
                shown && !circumstances.again(),
                LANGUAGES.getOrDefault(area, "en"),
                COUNTRIES.get(area),
                null,
                chance.nextInt(100) < RETURNING,
                Decision.band(home(order.paid())),
                remedyCase(appeal.filing(), order, wish, circumstances),
                new Ruling("", RemedyPlan.nothing(), zero, zero, 0, 0, false, false, false, List.of()),
                false);
    }

    private Money home(Money money) {
        return Figures.like(money, area.currency());
    }

    private RemedyCase remedyCase(Filing filing, Order order, Demand wish, Circumstances circumstances) {
        return new RemedyCase(
                area.currency(),
                COUNTRIES.get(area),
                wish,
                filing.lines().stream().map(line -> affected(line, order)).toList(),
                home(order.paid()),
                Money.zero(area.currency()),
                home(order.shippingFee()),
                order.lines().stream()
                        .allMatch(ordered -> filing.lines().stream()
                                .anyMatch(line -> ordered.sku().equals(line.sku())
                                        && line.quantity() >= order.ordered(ordered.sku()))),
                RemedyPlan.nothing(),
                Map.of(),
                circumstances);
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
                sku == null ? Money.zero(area.currency()) : home(order.paidFor(sku, units)),
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
                product == null || product.price() == null ? null : home(product.price()),
                product == null ? null : product.weightGrams(),
                product != null && product.hazard() != null);
    }
}
