package org.redress.rehearsal.model;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.gs1.Sscc;
import org.redress.orders.Order;
import org.redress.rehearsal.model.Mishap.Trace;
import org.redress.rehearsal.model.Mishap.Wanted;
import org.redress.traces.Parcel;

/**
 * How an order left the warehouse: its parcel, and what was recorded on the way as EPCIS events (contract.md, "What a
 * fulfilment event says"). What went wrong shows in the records only as far as real ones would show it.
 */
public final class Dispatch {
    private static final int PACKAGING_GRAMS = 120;

    private final Order order;
    private final Shop shop;
    private final Catalogue catalogue;
    private final @Nullable List<Wanted> wrong;
    private final @Nullable Trace trace;
    private final RandomGenerator random;
    private final String number;
    private final Instant picked;
    private final Instant packed;
    private final Instant shipped;
    private final Instant delivered;
    private final int expectedGrams;
    private final int weighedGrams;

    /** @param mishap null where all went well */
    Dispatch(Order order, Catalogue catalogue, @Nullable Mishap mishap, long seed) {
        this(
                order,
                catalogue,
                mishap == null ? null : mishap.sent(catalogue),
                mishap == null ? null : mishap.trace(),
                seed);
    }

    /**
     * @param wrong what went into the parcel instead of what was ordered; null where all went well
     * @param trace what the records betray of it; null where all went well
     */
    Dispatch(Order order, Catalogue catalogue, @Nullable List<Wanted> wrong, @Nullable Trace trace, long seed) {
        this.order = order;
        this.shop = Shop.of(order);
        this.catalogue = catalogue;
        this.wrong = wrong;
        this.trace = trace;
        this.random =
                new SplittableRandom(seed * 49_979_687 + order.orderNumber().hashCode());
        this.number = order.orderNumber().replaceAll("\\D", "");
        this.picked = order.placedAt()
                .plus(Duration.ofMinutes(90 + random.nextInt(300)))
                .truncatedTo(ChronoUnit.SECONDS);
        this.packed = picked.plusSeconds(600 + random.nextInt(2400));
        this.shipped = packed.plusSeconds(7200 + random.nextInt(14_400));
        this.delivered = shipped.plus(Duration.ofHours(18 + random.nextInt(24)));
        this.expectedGrams = PACKAGING_GRAMS + grams(ordered());
        double truth = PACKAGING_GRAMS + grams(sent());
        this.weighedGrams = (int) Math.round(truth + Math.hypot(0.01 * truth, 8) * random.nextGaussian());
    }

    private List<Wanted> ordered() {
        return order.lines().stream()
                .map(line -> new Wanted(catalogue.article(line.sku().value()), line.quantity()))
                .toList();
    }

    private List<Wanted> sent() {
        return wrong == null ? ordered() : wrong;
    }

    private static int grams(List<Wanted> goods) {
        return goods.stream()
                .mapToInt(each -> each.quantity()
                        * Optional.ofNullable(each.article().product().weightGrams())
                                .orElse(0))
                .sum();
    }

    private boolean isWeighed() {
        return trace != Trace.SILENT;
    }

    /** Under the prefix that GS1 keeps for examples. */
    private Sscc sscc() {
        return Sscc.parse("urn:epc:id:sscc:9521321.0%09d".formatted(Long.parseLong(number)))
                .orElseThrow();
    }

    /** @param now what happens later is not known yet */
    public Optional<Parcel> parcel(Instant now) {
        return shipped.isAfter(now)
                ? Optional.empty()
                : Optional.of(new Parcel(
                        shop.trackingNumber(order.orderNumber()),
                        order.orderNumber(),
                        shop.carrier(),
                        sscc(),
                        shop.warehouse(),
                        shipped,
                        delivered.isAfter(now) ? null : delivered,
                        isWeighed() ? expectedGrams : null,
                        isWeighed() ? weighedGrams : null,
                        null,
                        ordered().stream()
                                .map(each ->
                                        new Parcel.Line(each.article().product().sku(), each.quantity()))
                                .toList()));
    }

    /** As JSON, the oldest first. */
    public List<String> events(Instant now) {
        var events = new ArrayList<String>();
        var at = picked;
        for (var goods : ordered()) {
            if (at.isBefore(now)) {
                events.add(pick(goods, at));
            }
            at = at.plusSeconds(40);
        }
        if (packed.isBefore(now)) {
            events.add(pack());
        }
        if (shipped.isBefore(now)) {
            events.add(handOver());
        }
        if (delivered.isBefore(now)) {
            events.add(delivery());
        }
        return events;
    }

    private String pick(Wanted goods, Instant at) {
        boolean missed = trace != null && isMissing(goods);
        var scan = trace == null
                ? (number.endsWith("7") ? "LOCATION" : "ITEM")
                : missed && trace == Trace.OVERRIDE ? "OVERRIDE" : missed ? "LOCATION" : "ITEM";
        return event("ObjectEvent", at, "picking", "OBSERVE", """
                "quantityList":[%s],"readPoint":{"id":"%s"},%s,"redress:operator":"op-%d","redress:tote":"T-%s",\
                "redress:wave":"W-%s","redress:scan":"%s\"""".formatted(
                        counted(List.of(goods)), slot(goods.article()), po(), operator(), tote(), wave(), scan));
    }

    private boolean isMissing(Wanted goods) {
        return sent().stream()
                .noneMatch(each -> each.article().equals(goods.article()) && each.quantity() >= goods.quantity());
    }

    /** Most benches trust the list; the one that notes each article has noted the wrong one too. */
    private String pack() {
        var noted = trace == Trace.BENCH ? sent() : ordered();
        var weight = isWeighed() ? ",\"redress:weightGrams\":" + weighedGrams : "";
        return event("AggregationEvent", packed, "packing", "ADD", """
                "parentID":"%s","childQuantityList":[%s],"readPoint":{"id":"urn:redress:bench:%s:%d"},%s,\
                "redress:operator":"op-%d","redress:tote":"T-%s","redress:trackingNumber":"%s"%s""".formatted(
                        sscc().uri(),
                        counted(noted),
                        shop.warehouse(),
                        1 + random(SampleSeason.BENCHES),
                        po(),
                        20 + random(5),
                        tote(),
                        shop.trackingNumber(order.orderNumber()),
                        weight));
    }

    private String handOver() {
        return event("ObjectEvent", shipped, "shipping", "OBSERVE", """
                "epcList":["%s"],"readPoint":{"id":"urn:redress:dock:%s"},"redress:trackingNumber":"%s",\
                "redress:carrier":"%s\"""".formatted(
                        sscc().uri(), shop.warehouse(), shop.trackingNumber(order.orderNumber()), shop.carrier()));
    }

    private String delivery() {
        return event("ObjectEvent", delivered, "accepting", "OBSERVE", """
                "epcList":["%s"],"redress:trackingNumber":"%s","redress:deliveredTo":"door",\
                "redress:distanceMetres":%d""".formatted(
                        sscc().uri(), shop.trackingNumber(order.orderNumber()), 3 + random(30)));
    }

    private static String event(String type, Instant at, String step, String action, String fields) {
        return """
                {"type":"%s","eventTime":"%s","eventTimeZoneOffset":"+00:00","bizStep":"%s","action":"%s",%s}""".formatted(type, at, step, action, fields);
    }

    private static String counted(List<Wanted> goods) {
        return goods.stream()
                .map(each -> "{\"epcClass\":\"urn:redress:sku:%s\",\"quantity\":%d}"
                        .formatted(each.article().product().sku(), each.quantity()))
                .collect(Collectors.joining(","));
    }

    private String po() {
        return "\"bizTransactionList\":[{\"type\":\"po\",\"bizTransaction\":\"%s\"}]".formatted(order.orderNumber());
    }

    /** Siblings lie side by side, as in a real aisle: that is how they are mixed up. The same slots as in the last week. */
    private String slot(Article article) {
        int place = catalogue.place(article);
        return String.format(
                Locale.ROOT,
                "urn:redress:slot:%s:%c-%02d-%d",
                shop.warehouse(),
                'A' + place / 60,
                place / 3 % 20 + 1,
                place % 3 + 1);
    }

    private int operator() {
        return 1 + random(12);
    }

    private String tote() {
        return String.valueOf(100 + random(60));
    }

    private String wave() {
        return String.valueOf(picked.getEpochSecond() / 7200);
    }

    /** The same order always the same. */
    private int random(int bound) {
        return Math.floorMod(number.hashCode() * 31, bound);
    }
}
