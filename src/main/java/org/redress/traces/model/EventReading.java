package org.redress.traces.model;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.gs1.GtinUri;
import org.redress.gs1.Sscc;
import org.redress.kernel.Era;
import org.redress.traces.TraceEvent;
import org.redress.traces.TraceEvent.Goods;
import org.redress.traces.TraceEvent.Moment;
import org.redress.traces.TraceEvent.Spot;
import tools.jackson.databind.JsonNode;

/**
 * What an event says that we know how to use (contract.md, "What a fulfilment event says"). All else stays in its
 * document. What is not written as expected is not known; it is never guessed at.
 */
public final class EventReading {
    /** The namespace of what GS1 has no word for. */
    public static final String OURS = "urn:redress:epcis:";

    private static final int LONGEST = 300;
    private static final int MOST_GRAMS = 100_000_000;
    private static final double MOST_METRES = 100_000;
    private static final Map<String, Moment> MOMENTS = Map.ofEntries(
            Map.entry("stocking", Moment.PUTAWAY),
            Map.entry("storing", Moment.PUTAWAY),
            Map.entry("cycle_counting", Moment.STOCKTAKE),
            Map.entry("stock_taking", Moment.STOCKTAKE),
            Map.entry("commissioning", Moment.LABELLING),
            Map.entry("picking", Moment.PICK),
            Map.entry("packing", Moment.PACK),
            Map.entry("repackaging", Moment.PACK),
            Map.entry("unpacking", Moment.UNPACK),
            Map.entry("shipping", Moment.HAND_OVER),
            Map.entry("transporting", Moment.TRANSIT),
            Map.entry("departing", Moment.TRANSIT),
            Map.entry("arriving", Moment.TRANSIT),
            Map.entry("accepting", Moment.DELIVERY),
            Map.entry("inspecting", Moment.INSPECTION));

    private final JsonNode event;
    private final String prefix;

    private EventReading(JsonNode event, Map<String, String> namespaces) {
        this.event = event;
        this.prefix = namespaces.entrySet().stream()
                .filter(entry -> entry.getValue().equals(OURS))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("redress");
    }

    /** Empty where the event says no moment that a clock can show. */
    public static Optional<TraceEvent> read(JsonNode event, Map<String, String> namespaces, UUID id, boolean declared) {
        return new EventReading(event, namespaces).event(id, declared);
    }

    /** When it happened, to the microsecond; empty where that cannot be read. */
    public static Optional<Instant> time(JsonNode event) {
        try {
            var time = event.get("eventTime");
            return time == null || !time.isString()
                    ? Optional.empty()
                    : Optional.of(OffsetDateTime.parse(time.stringValue())
                                    .toInstant()
                                    .truncatedTo(ChronoUnit.MICROS))
                            .filter(Era.WRITTEN::holds);
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private Optional<TraceEvent> event(UUID id, boolean declared) {
        var step = local(text(event.get("bizStep")), "urn:epcglobal:cbv:bizstep:", "BizStep-");
        return time(event)
                .map(at -> new TraceEvent(
                        id,
                        declared,
                        at,
                        text(event.get("eventID")),
                        step == null ? Moment.OTHER : MOMENTS.getOrDefault(step, Moment.OTHER),
                        step,
                        named(TraceEvent.Action.class, event.get("action")),
                        transactions("po"),
                        parcels(),
                        goods(),
                        expected(),
                        isTrue(ours("listedOnly")),
                        text(inside(event.get("readPoint"), "id")),
                        spot(),
                        text(ours("lot")),
                        text(ours("trackingNumber")),
                        text(ours("operator")),
                        text(ours("tote")),
                        text(ours("wave")),
                        named(TraceEvent.Scan.class, ours("scan")),
                        isTrue(ours("shortPick")),
                        number(ours("weightGrams"), MOST_GRAMS),
                        text(ours("carrier")),
                        local(text(event.get("disposition")), "urn:epcglobal:cbv:disp:", "Disp-"),
                        named(TraceEvent.Trouble.class, ours("exception")),
                        number(ours("distanceMetres"), Integer.MAX_VALUE),
                        transactions("rma")));
    }

    private @Nullable JsonNode ours(String name) {
        var prefixed = event.get(prefix + ":" + name);
        return prefixed == null ? event.get(OURS + name) : prefixed;
    }

    private static @Nullable JsonNode inside(@Nullable JsonNode node, String field) {
        return node == null ? null : node.get(field);
    }

    private static @Nullable String text(@Nullable JsonNode node) {
        if (node == null || !(node.isString() || node.isNumber())) {
            return null;
        }
        var text = node.asString().replace("\0", "").strip();
        if (text.isEmpty()) {
            return null;
        }
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    private static boolean isTrue(@Nullable JsonNode node) {
        return node != null && (node.isBoolean() ? node.booleanValue() : node.isNumber() && node.doubleValue() > 0);
    }

    private static @Nullable Integer number(@Nullable JsonNode node, int most) {
        if (node == null || !node.isNumber()) {
            return null;
        }
        double value = node.doubleValue();
        return value >= 0 && value <= most ? Integer.valueOf((int) Math.round(value)) : null;
    }

    private static <E extends Enum<E>> @Nullable E named(Class<E> names, @Nullable JsonNode node) {
        var text = text(node);
        for (var name : names.getEnumConstants()) {
            if (name.name().equals(text)) {
                return name;
            }
        }
        return null;
    }

    /** A word of the Core Business Vocabulary, also where it is written as URN, web address or CURIE. */
    public static @Nullable String local(@Nullable String word, String urn, String web) {
        if (word == null) {
            return null;
        }
        if (word.startsWith(urn)) {
            return word.substring(urn.length());
        }
        int at = word.startsWith("http") || word.startsWith("cbv:") ? word.lastIndexOf(web) : -1;
        return at < 0 ? word : word.substring(at + web.length());
    }

    private List<String> transactions(String type) {
        return values(event.get("bizTransactionList"))
                .filter(each -> type.equals(local(text(each.get("type")), "urn:epcglobal:cbv:btt:", "BTT-")))
                .map(each -> text(each.get("bizTransaction")))
                .flatMap(Stream::ofNullable)
                .map(Things::transaction)
                .distinct()
                .toList();
    }

    private static Stream<JsonNode> values(@Nullable JsonNode list) {
        return list == null || !list.isArray() ? Stream.empty() : list.values().stream();
    }

    private static Stream<String> uris(@Nullable JsonNode list) {
        return values(list).filter(JsonNode::isString).map(JsonNode::stringValue);
    }

    private Stream<String> single() {
        return Stream.of("epcList", "childEPCs", "inputEPCList", "outputEPCList")
                .flatMap(list -> uris(event.get(list)));
    }

    private List<Sscc> parcels() {
        return Stream.concat(Stream.ofNullable(text(event.get("parentID"))), single())
                .flatMap(uri -> Sscc.parse(uri).stream())
                .distinct()
                .toList();
    }

    private @Nullable Spot spot() {
        var x = ours("x");
        var y = ours("y");
        return x == null || y == null || !x.isNumber() || !y.isNumber() ? null : spot(x.doubleValue(), y.doubleValue());
    }

    private static @Nullable Spot spot(double x, double y) {
        return Math.abs(x) <= MOST_METRES && Math.abs(y) <= MOST_METRES ? new Spot(x, y) : null;
    }

    private List<Goods> expected() {
        return counted(ours("expectedQuantityList")).toList();
    }

    private static Stream<Goods> counted(@Nullable JsonNode list) {
        return values(list).flatMap(element -> {
            var uri = text(element.get("epcClass"));
            return uri == null ? Stream.empty() : Stream.of(goods(uri, pieces(element)));
        });
    }

    private List<Goods> goods() {
        var goods = new ArrayList<Goods>();
        Stream.of("quantityList", "childQuantityList")
                .flatMap(list -> counted(event.get(list)))
                .forEach(goods::add);
        Stream.of("epcList", "childEPCs")
                .flatMap(list -> uris(event.get(list)))
                .filter(uri -> Sscc.parse(uri).isEmpty())
                .forEach(uri -> goods.add(goods(uri, 1)));
        return List.copyOf(goods);
    }

    private static Goods goods(String uri, @Nullable Integer quantity) {
        return Things.isOurs(uri)
                ? new Goods(Things.sku(uri).orElse(null), null, uri, quantity)
                : new Goods(null, GtinUri.parse(uri).orElse(null), uri, quantity);
    }

    /** A weight or a length is no number of pieces. */
    private static @Nullable Integer pieces(JsonNode element) {
        var quantity = element.get("quantity");
        if (quantity == null || element.has("uom") || !quantity.isNumber()) {
            return null;
        }
        double value = quantity.doubleValue();
        return value >= 0 && value <= 1_000_000 && value == Math.rint(value) ? Integer.valueOf((int) value) : null;
    }

    /** Everything by which somebody may look for the event. */
    public static Set<String> things(JsonNode json, TraceEvent event) {
        var reading = new EventReading(json, Map.of());
        var things = new LinkedHashSet<String>();
        event.orders().forEach(order -> things.add(Things.order(order)));
        event.returns().forEach(claim -> things.add(Things.returned(claim)));
        Stream.ofNullable(event.trackingNumber()).forEach(number -> things.add(Things.tracking(number)));
        Stream.ofNullable(event.lot()).forEach(lot -> things.add(Things.lot(lot)));
        if (event.moment().isOfStock()) {
            Stream.concat(event.goods().stream(), event.expected().stream())
                    .map(goods -> Things.stock(Things.of(goods.uri())))
                    .forEach(things::add);
        }
        Stream.concat(Stream.ofNullable(text(json.get("parentID"))), reading.single())
                .forEach(uri -> add(uri, things));
        Stream.of("quantityList", "childQuantityList", "inputQuantityList", "outputQuantityList")
                .flatMap(list -> values(json.get(list)))
                .map(element -> text(element.get("epcClass")))
                .flatMap(Stream::ofNullable)
                .forEach(uri -> add(uri, things));
        return things;
    }

    private static void add(String uri, Set<String> things) {
        things.add(Things.of(uri));
        if (Things.instance(uri).isPresent()) {
            GtinUri.parse(uri).ifPresent(gtin -> things.add(Things.gtin(gtin)));
        }
    }
}
