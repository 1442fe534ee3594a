package org.redress.rehearsal.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.redress.evidence.EvidenceKind;
import org.redress.kernel.Sku;
import org.redress.orders.Order;
import org.redress.rehearsal.model.Complaint.Photo;
import org.redress.rehearsal.model.warehouse.Appeal;
import org.redress.rehearsal.model.warehouse.Cause;
import org.redress.rehearsal.model.warehouse.Incident;
import org.redress.rehearsal.model.warehouse.Outlet;
import org.redress.rehearsal.model.warehouse.Parameter;
import org.redress.rehearsal.model.warehouse.Parameters;
import org.redress.rehearsal.model.warehouse.Plan;
import org.redress.rehearsal.model.warehouse.Season;
import org.redress.traces.Parcel;

/**
 * The last week of both sample shops, simulated. In it a lot came in with wrong labels, two parcels went out with each
 * other’s, and a hand reached into the wrong slot. Some customers have said so; of the lot, one waits for a newcomer.
 */
public final class SampleSeason {
    static final int BENCHES = 3;

    /** Picked out of some thousands for a clear case with short orders: it shows, and measures nothing. */
    private static final long SEED = 9_512;

    private static final int DAYS = 7;
    private static final int ORDERS_A_DAY = 70;

    /** Records end in the afternoon: some orders wait for their goods. */
    private static final Duration BEFORE_MIDNIGHT = Duration.ofHours(7);

    private final Catalogue catalogue;
    private final Season season;
    private final Season known;

    private SampleSeason(LocalDate today, Catalogue catalogue) {
        this.catalogue = catalogue;
        var midnight = today.atStartOfDay().toInstant(ZoneOffset.UTC);
        var plan = new Plan(SampleShop.SEED, 1, midnight.minus(Duration.ofDays(DAYS)), DAYS, ORDERS_A_DAY);
        var outlets = Arrays.stream(Shop.values())
                .<Outlet>map(shop -> SampleOutlet.of(shop, catalogue))
                .toList();
        this.season = Season.of(plan, outlets, parameters(), SEED);
        this.known = season.asKnownAt(midnight.minus(BEFORE_MIDNIGHT));
    }

    /** @param today the day after its last one; another day only shifts the times */
    public static SampleSeason upTo(LocalDate today) {
        return new SampleSeason(today, new Catalogue());
    }

    /** A small merchant: about one order in fifty goes wrong, in one of three ways. */
    private static Parameters parameters() {
        return Parameters.usual()
                .with(Map.of(Cause.IL, 0.5, Cause.LS, 0.3, Cause.PA, 0.2))
                .with(Parameter.MISHAPS, 0.02)
                .with(Parameter.REPORTED, 1)
                .with(Parameter.NAMES_ARTICLE, 1)
                .with(Parameter.BASKET, 1)
                .with(Parameter.SIBLINGS_TOGETHER, 1)
                .with(Parameter.SHARED_SLOTS, 0)
                .with(Parameter.PICKERS, 4)
                .with(Parameter.BENCHES, BENCHES)
                .with(Parameter.BATCH, 6)
                .with(Parameter.WALL_CELLS, 8);
    }

    /** What the shops and their warehouses have on record. */
    public Season known() {
        return known;
    }

    /** What really happened, for whoever checks what was found out. */
    public Season truth() {
        return season;
    }

    /** @throws IllegalStateException where nothing of the kind happened */
    public Incident incident(Cause cause) {
        return season.incidents().stream()
                .filter(incident -> incident.cause() == cause)
                .max(Comparator.comparing(Incident::began))
                .orElseThrow(() -> new IllegalStateException("Nothing of the kind happened: " + cause));
    }

    /** What customers have said by now: the first two of the lot, one of the exchanged parcels, one of the wrong slot. */
    public List<Complaint> complaints() {
        var untold = untold().orderNumber();
        var lot = delivered(incident(Cause.IL))
                .filter(order -> !order.orderNumber().equals(untold))
                .sorted(Comparator.comparing(this::deliveredAt))
                .limit(2)
                .map(order -> told(order, List.of(box(mislabelled(), order))));
        var exchanged = delivered(incident(Cause.LS)).limit(1).map(order -> told(order, inside(order)));
        var astray = delivered(incident(Cause.PA)).limit(1).map(order -> told(order, List.of(received(order))));
        return Stream.of(lot, exchanged, astray).flatMap(each -> each).toList();
    }

    /** The smallest order that the lot went into. Nobody has complained of it. */
    public Order untold() {
        return delivered(incident(Cause.IL))
                .min(Comparator.comparingInt((Order order) -> order.lines().stream()
                                .mapToInt(Order.Line::quantity)
                                .sum())
                        .thenComparing(Order::orderNumber))
                .orElseThrow();
    }

    private Instant deliveredAt(Order order) {
        return Objects.requireNonNull(parcel(order).deliveredAt());
    }

    /** What the units with the wrong label look like: one article, and another’s name and barcode on it. */
    public Article mislabelled() {
        var truth = appeal(untold()).truth();
        var looks = received(truth);
        return new Article(article(truth.ordered()).product(), looks.shape(), looks.rgb());
    }

    /** What they are. */
    public Article underTheLabel() {
        return received(appeal(untold()).truth());
    }

    private Article received(Appeal.Truth truth) {
        var sku = truth.received();
        return article(sku == null ? truth.ordered() : sku);
    }

    private Article article(Sku sku) {
        return catalogue.article(sku.value());
    }

    private Stream<Order> delivered(Incident incident) {
        return incident.affected().stream()
                .map(Incident.Affected::orderNumber)
                .flatMap(number -> known.orders().stream().filter(is(number)))
                .filter(order -> known.parcels().stream()
                        .anyMatch(parcel ->
                                parcel.orderNumber().equals(order.orderNumber()) && parcel.deliveredAt() != null));
    }

    private static Predicate<Order> is(String number) {
        return order -> order.orderNumber().equals(number);
    }

    private Parcel parcel(Order order) {
        return known.parcels().stream()
                .filter(parcel -> parcel.orderNumber().equals(order.orderNumber()))
                .findFirst()
                .orElseThrow();
    }

    private Appeal appeal(Order order) {
        return season.appeals().stream()
                .filter(appeal -> order.orderNumber().equals(appeal.filing().orderNumber()))
                .findFirst()
                .orElseThrow();
    }

    private Complaint told(Order order, List<Photo> photos) {
        var filing = appeal(order).filing();
        return new Complaint(
                order.orderNumber(),
                filing.trackingNumber(),
                filing.contact(),
                filing.language(),
                filing.channel(),
                filing.demand(),
                filing.statement(),
                filing.lines(),
                photos,
                Complaint.Plot.NEW,
                "",
                "");
    }

    private Photo received(Order order) {
        return box(received(appeal(order).truth()), order);
    }

    private static Photo box(Article article, Order order) {
        return new Photo(
                "on-the-box.jpg",
                EvidenceKind.ITEM_BARCODE,
                () -> LabelPhoto.item(article, Conditions.steady(seed(order))));
    }

    private List<Photo> inside(Order order) {
        var parcel = parcel(order);
        var goods = season.contents().getOrDefault(parcel.trackingNumber(), List.of()).stream()
                .map(line -> article(line.sku()))
                .toList();
        return List.of(
                new Photo(
                        "what-was-inside.jpg",
                        EvidenceKind.ITEM,
                        () -> LabelPhoto.goods(goods, Conditions.moderate(seed(order)))),
                new Photo(
                        "label-outside.jpg",
                        EvidenceKind.OUTER_LABEL,
                        () -> LabelPhoto.outerLabel(
                                order.shipTo(), parcel.trackingNumber(), Conditions.steady(1 + seed(order)))));
    }

    private static long seed(Order order) {
        return order.orderNumber().hashCode();
    }
}
