package org.redress.rehearsal.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Filing;
import org.redress.evidence.EvidenceKind;
import org.redress.kernel.Demand;
import org.redress.kernel.Money;
import org.redress.kernel.Problem;
import org.redress.kernel.Sku;
import org.redress.orders.Order;
import org.redress.rehearsal.KnownCase;
import org.redress.rehearsal.Lesson;
import org.redress.rehearsal.model.Mishap.Trace;
import org.redress.rehearsal.model.Mishap.Wanted;

/** The goods of each {@link Lesson}, in the shop of each language. */
public final class Lessons {
    /** Their order numbers begin where no order of the sample shops has one. */
    private static final int FIRST = 900_000;

    private static final int USUAL_DAYS = 4;

    /** Time for goods to go back and be looked at. */
    private static final int DAYS_WITH_RETURN = 12;

    private final Catalogue catalogue;

    public Lessons(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * What is in question: {@code units} of {@code ordered}, of which the customer has {@code came}.
     *
     * @param sent what went into the parcel; empty where it is what was ordered
     * @param came null where nothing came in its place
     */
    private record Goods(
            String basket,
            String sent,
            @Nullable Trace trace,
            String ordered,
            int units,
            @Nullable String came) {}

    private static Goods goods(Lesson lesson, Shop shop) {
        boolean zh = shop.isChinese();
        return switch (lesson) {
            case NEIGHBOUR ->
                zh
                        ? new Goods(
                                "BEI-RED-350x1 CHA-TGY-50x1",
                                "BEI-BLU-350x1 CHA-TGY-50x1",
                                Trace.OVERRIDE,
                                "BEI-RED-350",
                                1,
                                "BEI-BLU-350")
                        : new Goods(
                                "MUG-RED-350x1 TWL-MUSx2",
                                "MUG-BLU-350x1 TWL-MUSx2",
                                Trace.OVERRIDE,
                                "MUG-RED-350",
                                1,
                                "MUG-BLU-350");
            case WRONG_SIZE ->
                zh
                        ? new Goods(
                                "SZB-BLU-A5x2 MBI-Sx1",
                                "SZB-BLU-A6x2 MBI-Sx1",
                                Trace.SCALE,
                                "SZB-BLU-A5",
                                2,
                                "SZB-BLU-A6")
                        : new Goods(
                                "JAR-1500x2 PEN-BLUx1", "JAR-500x2 PEN-BLUx1", Trace.SCALE, "JAR-1500", 2, "JAR-500");
            case CROSSED_LABELS ->
                zh
                        ? new Goods("HU-ZNI-150x1", "WAN-WHT-60x3", Trace.SCALE, "HU-ZNI-150", 1, "WAN-WHT-60")
                        : new Goods("TPT-GRN-1000x1", "BWL-GRYx3", Trace.SCALE, "TPT-GRN-1000", 1, "BWL-GRY");
            case WRONG_SHELF ->
                zh
                        ? new Goods(
                                "CHA-TGY-50x2 GWN-WHT-120x1",
                                "CHA-PUE-50x2 GWN-WHT-120x1",
                                Trace.SILENT,
                                "CHA-TGY-50",
                                2,
                                "CHA-PUE-50")
                        : new Goods(
                                "TEA-EGR-100x2 MUG-CRM-350x1",
                                "TEA-EBR-100x2 MUG-CRM-350x1",
                                Trace.SILENT,
                                "TEA-EGR-100",
                                2,
                                "TEA-EBR-100");
            case ONE_SHORT ->
                zh
                        ? new Goods("XUN-GUIx1 MJN-GRY-Sx4", "MJN-GRY-Sx4", Trace.SCALE, "XUN-GUI", 1, null)
                        : new Goods(
                                "CND-FIGx2 CND-LAVx1 TEA-EGR-100x1",
                                "CND-FIGx2 TEA-EGR-100x1",
                                Trace.SCALE,
                                "CND-LAV",
                                1,
                                null);
            case OWN_MISTAKE ->
                zh
                        ? new Goods("WQN-OATx1", "", null, "WQN-OAT", 1, "WQN-NAV")
                        : new Goods("CSH-GRY-45x2", "", null, "CSH-GRY-45", 2, "CSH-MUS-45");
            case DARK_PHOTO ->
                zh
                        ? new Goods(
                                "SZB-GRN-A5x1 MBI-Mx1",
                                "SZB-RED-A5x1 MBI-Mx1",
                                Trace.SILENT,
                                "SZB-GRN-A5",
                                1,
                                "SZB-RED-A5")
                        : new Goods(
                                "NBK-GRN-A5x1 PEN-BLKx2",
                                "NBK-RED-A5x1 PEN-BLKx2",
                                Trace.SILENT,
                                "NBK-GRN-A5",
                                1,
                                "NBK-RED-A5");
            case ALLERGEN ->
                zh
                        ? new Goods("DGN-LDGx2", "DGN-HTSx2", Trace.SILENT, "DGN-LDG", 2, "DGN-HTS")
                        : new Goods("SHB-BTR-400x2", "SHB-ALM-400x2", Trace.SILENT, "SHB-BTR-400", 2, "SHB-ALM-400");
            case ANGRY ->
                zh
                        ? new Goods("WAN-QIN-45x6", "WAN-QIN-45x4", Trace.SCALE, "WAN-QIN-45", 2, null)
                        : new Goods(
                                "PLT-GRY-27x6 TWL-BLUx1", "PLT-GRY-27x4 TWL-BLUx1", Trace.SCALE, "PLT-GRY-27", 2, null);
            case WHERE_IS_MY_MONEY ->
                zh
                        ? new Goods("DNG-MUSx1", "DNG-WHTx1", Trace.BENCH, "DNG-MUS", 1, "DNG-WHT")
                        : new Goods("LMP-BRSx1", "LMP-WHTx1", Trace.BENCH, "LMP-BRS", 1, "LMP-WHT");
        };
    }

    private static Problem problem(Lesson lesson) {
        return switch (lesson) {
            case NEIGHBOUR, WRONG_SIZE, OWN_MISTAKE, DARK_PHOTO, ALLERGEN, WHERE_IS_MY_MONEY -> Problem.WRONG_VARIANT;
            case WRONG_SHELF -> Problem.WRONG_ITEM;
            case CROSSED_LABELS -> Problem.WRONG_PARCEL;
            case ONE_SHORT -> Problem.MISSING_ITEM;
            case ANGRY -> Problem.WRONG_QUANTITY;
        };
    }

    private static Demand demand(Lesson lesson) {
        return switch (lesson) {
            case NEIGHBOUR, WRONG_SIZE, OWN_MISTAKE, DARK_PHOTO -> Demand.EXCHANGE;
            case CROSSED_LABELS, WRONG_SHELF, ONE_SHORT, ANGRY -> Demand.RESHIP;
            case ALLERGEN, WHERE_IS_MY_MONEY -> Demand.REFUND;
        };
    }

    public KnownCase open(Lesson lesson, Locale language, int number, Instant now) {
        var shop = language.getLanguage().equals("zh") ? Shop.SHIWU : Shop.HEARTH;
        var goods = goods(lesson, shop);
        var buyer = FIRST + number;
        var order = order(shop, goods, buyer, placedAt(lesson, now));
        var sent = goods.sent().isEmpty() ? null : Mishap.wanted(catalogue, goods.sent());
        var dispatch = new Dispatch(order, catalogue, sent, goods.trace(), SampleShop.SEED);
        var events = """
                {"@context":["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld",\
                {"redress":"urn:redress:epcis:"}],"type":"EPCISDocument","schemaVersion":"2.0","creationDate":"%s",\
                "epcisBody":{"eventList":[%s]}}""".formatted(now, String.join(",", dispatch.events(now)));
        return new KnownCase(
                lesson,
                order,
                dispatch.parcel(now).orElseThrow(),
                events,
                line(lesson, goods),
                demand(lesson),
                name(goods.ordered()),
                name(goods.came() == null ? goods.ordered() : goods.came()),
                photos(lesson, goods, buyer),
                lesson == Lesson.DARK_PHOTO
                        ? List.of(box(Objects.requireNonNull(goods.came()), Conditions.steady(buyer)))
                        : List.of(),
                lesson == Lesson.CROSSED_LABELS ? other(shop, buyer) : null);
    }

    private static Instant placedAt(Lesson lesson, Instant now) {
        int days = lesson == Lesson.WHERE_IS_MY_MONEY ? DAYS_WITH_RETURN : USUAL_DAYS;
        return now.minus(days, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS).plusSeconds(17 * 60L);
    }

    private String name(String sku) {
        return catalogue.article(sku).product().name();
    }

    private Order order(Shop shop, Goods goods, int buyer, Instant placedAt) {
        var lines = new ArrayList<Order.Line>();
        for (var wanted : Mishap.wanted(catalogue, goods.basket())) {
            var price = Objects.requireNonNull(wanted.article().product().price());
            lines.add(new Order.Line(
                    lines.size() + 1,
                    wanted.article().product().sku(),
                    wanted.quantity(),
                    price,
                    Money.zero(price.currency())));
        }
        var order = Till.rung(
                shop,
                shop.orderPrefix() + buyer,
                People.of(shop, SampleShop.SEED, buyer),
                placedAt,
                List.copyOf(lines),
                new SplittableRandom(buyer));
        var customer = order.customer();
        var reached = new Order.Customer(customer.name(), null, phone(shop, buyer), customer.language());
        return new Order(
                order.orderNumber(),
                order.shop(),
                order.placedAt(),
                order.currency(),
                reached,
                order.shipTo(),
                order.lines(),
                order.shippingFee(),
                order.discount(),
                order.tax(),
                order.payments());
    }

    /** See {@link People}: these reach nobody. */
    private static String phone(Shop shop, int buyer) {
        return (shop.isChinese() ? "+86 154 0000 0%03d" : "+44 7700 900%03d").formatted(buyer % 1000);
    }

    private static KnownCase.Other other(Shop shop, int buyer) {
        var somebody = People.of(shop, SampleShop.SEED, buyer + 1).customer();
        return new KnownCase.Other(somebody.name(), shop.orderPrefix() + (buyer + 1), somebody.phone());
    }

    private Filing.Line line(Lesson lesson, Goods goods) {
        var came = lesson == Lesson.OWN_MISTAKE ? goods.ordered() : goods.came();
        var units = lesson == Lesson.CROSSED_LABELS
                ? Mishap.wanted(catalogue, goods.sent()).getFirst().quantity()
                : goods.units();
        var received = lesson == Lesson.DARK_PHOTO || came == null
                ? null
                : new Filing.Received(new Sku(came), null, null, units);
        return new Filing.Line(new Sku(goods.ordered()), goods.units(), problem(lesson), received);
    }

    private List<KnownCase.Photo> photos(Lesson lesson, Goods goods, int seed) {
        return switch (lesson) {
            case NEIGHBOUR, WRONG_SIZE, ALLERGEN, WRONG_SHELF, WHERE_IS_MY_MONEY ->
                List.of(box(Objects.requireNonNull(goods.came()), Conditions.moderate(seed)));
            case OWN_MISTAKE -> List.of(box(goods.ordered(), Conditions.moderate(seed)));
            case DARK_PHOTO -> List.of(box(Objects.requireNonNull(goods.came()), Conditions.dark(3)));
            case CROSSED_LABELS -> List.of(all(goods.sent(), seed));
            case ONE_SHORT, ANGRY -> List.of(all(goods.sent(), seed));
        };
    }

    private KnownCase.Photo box(String sku, Conditions conditions) {
        var article = catalogue.article(sku);
        return new KnownCase.Photo("photo.jpg", EvidenceKind.ITEM_BARCODE, () -> LabelPhoto.item(article, conditions));
    }

    /** Everything that lay in the parcel, without its boxes; six at most. */
    private KnownCase.Photo all(String sent, int seed) {
        var articles = Mishap.wanted(catalogue, sent).stream()
                .flatMap(wanted -> copies(wanted).stream())
                .limit(6)
                .toList();
        return new KnownCase.Photo(
                "parcel.jpg", EvidenceKind.ITEM, () -> LabelPhoto.goods(articles, Conditions.moderate(seed)));
    }

    private static List<Article> copies(Wanted wanted) {
        return Collections.nCopies(wanted.quantity(), wanted.article());
    }
}
