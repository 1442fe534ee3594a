package org.redress.rehearsal.model.warehouse;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Filing;
import org.redress.gs1.Sscc;
import org.redress.kernel.Money;
import org.redress.orders.Order;
import org.redress.orders.Product;
import org.redress.traces.Parcel;
import org.redress.traces.TraceEvent;
import org.redress.traces.TraceEvent.Goods;
import org.redress.traces.TraceEvent.Moment;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A season as outside programs would send it to us: bodies of the REST interface and EPCIS 2.0 documents (contract.md). */
public final class Rendering {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String CONTEXT = "https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld";

    private Rendering() {}

    /** For {@code PUT /products/{sku}}. */
    public static ObjectNode product(Product product) {
        var body = JSON.objectNode();
        body.put("sku", product.sku().value());
        body.put("name", product.name());
        text(body, "gtin", product.gtin());
        number(body, "weightGrams", product.weightGrams());
        if (product.price() != null) {
            body.set("price", amount(product.price()));
        }
        text(body, "variantOf", product.variantOf());
        text(body, "imageUrl", product.imageUrl());
        text(body, "supplier", product.supplier());
        text(body, "hazard", product.hazard());
        return body;
    }

    /** For {@code PUT /orders/{orderNumber}}. */
    public static ObjectNode order(Order order) {
        var body = JSON.objectNode();
        body.put("orderNumber", order.orderNumber());
        body.put("shop", order.shop());
        text(body, "placedAt", order.placedAt());
        body.put("currency", order.currency().getCurrencyCode());
        var customer = body.putObject("customer");
        customer.put("name", order.customer().name());
        text(customer, "email", order.customer().email());
        text(customer, "phone", order.customer().phone());
        text(customer, "language", order.customer().language());
        var address = body.putObject("shipTo");
        text(address, "name", order.shipTo().name());
        text(address, "street", order.shipTo().street());
        text(address, "city", order.shipTo().city());
        text(address, "region", order.shipTo().region());
        text(address, "postcode", order.shipTo().postcode());
        text(address, "country", order.shipTo().country());
        var lines = body.putArray("lines");
        for (var line : order.lines()) {
            var each = lines.addObject();
            each.put("lineNumber", line.lineNumber());
            each.put("sku", line.sku().value());
            each.put("quantity", line.quantity());
            each.set("unitPrice", amount(line.unitPrice()));
            each.set("discount", amount(line.discount()));
        }
        body.set("shippingFee", amount(order.shippingFee()));
        body.set("discount", amount(order.discount()));
        body.set("tax", amount(order.tax()));
        return body;
    }

    private static ObjectNode amount(Money money) {
        return JSON.objectNode()
                .put("amount", money.amount().toPlainString())
                .put("currency", money.currency().getCurrencyCode());
    }

    /** For {@code PUT /shipments/{trackingNumber}}. */
    public static ObjectNode shipment(Parcel parcel) {
        var body = JSON.objectNode();
        body.put("trackingNumber", parcel.trackingNumber());
        body.put("orderNumber", parcel.orderNumber());
        body.put("carrier", parcel.carrier());
        text(body, "sscc", parcel.sscc());
        body.put("warehouse", parcel.warehouse());
        text(body, "shippedAt", parcel.shippedAt());
        text(body, "deliveredAt", parcel.deliveredAt());
        number(body, "expectedWeightGrams", parcel.expectedWeightGrams());
        number(body, "packWeightGrams", parcel.packWeightGrams());
        number(body, "carrierWeightGrams", parcel.carrierWeightGrams());
        var lines = body.putArray("lines");
        parcel.lines()
                .forEach(
                        line -> lines.addObject().put("sku", line.sku().value()).put("quantity", line.quantity()));
        return body;
    }

    /** For {@code POST /claims}, without evidence. */
    public static ObjectNode claim(Filing filing) {
        var body = JSON.objectNode();
        text(body, "orderNumber", filing.orderNumber());
        text(body, "trackingNumber", filing.trackingNumber());
        var contact = body.putObject("contact");
        text(contact, "name", filing.contact().name());
        text(contact, "email", filing.contact().email());
        text(contact, "phone", filing.contact().phone());
        text(body, "channel", filing.channel());
        body.put("statement", filing.statement());
        text(body, "demand", filing.demand());
        text(body, "discoveredAt", filing.discoveredAt());
        text(body, "discoveredWhere", filing.discoveredWhere());
        var lines = body.putArray("lines");
        for (var line : filing.lines()) {
            var each = lines.addObject();
            text(each, "sku", line.sku());
            each.put("quantity", line.quantity());
            text(each, "problem", line.problem());
            var received = line.received();
            if (received != null) {
                var came = each.putObject("received");
                text(came, "sku", received.sku());
                text(came, "gtin", received.gtin());
                text(came, "description", received.description());
                came.put("quantity", received.quantity());
            }
        }
        return body;
    }

    /**
     * For {@code POST /epcis/v2/capture}.
     *
     * @param most events in a document
     */
    public static Stream<ObjectNode> documents(List<TraceEvent> events, int most) {
        return IntStream.iterate(0, from -> from < events.size(), from -> from + most)
                .mapToObj(from -> document(events.subList(from, Math.min(events.size(), from + most))));
    }

    private static ObjectNode document(List<TraceEvent> events) {
        var document = JSON.objectNode();
        var context = document.putArray("@context");
        context.add(CONTEXT);
        context.addObject().put("redress", "urn:redress:epcis:");
        document.put("type", "EPCISDocument");
        document.put("schemaVersion", "2.0");
        text(document, "creationDate", events.getLast().at());
        var list = document.putObject("epcisBody").putArray("eventList");
        events.forEach(event -> list.add(event(event)));
        return document;
    }

    public static ObjectNode event(TraceEvent event) {
        boolean packs = event.moment() == Moment.PACK;
        var json = JSON.objectNode();
        json.put("type", packs ? "AggregationEvent" : "ObjectEvent");
        text(json, "eventTime", event.at());
        json.put("eventTimeZoneOffset", "+00:00");
        text(json, "action", event.action());
        text(json, "bizStep", event.step());
        text(json, "disposition", event.disposition());
        if (packs) {
            json.put("parentID", event.parcels().getFirst().uri());
        } else if (!event.parcels().isEmpty()) {
            var parcels = json.putArray("epcList");
            event.parcels().stream().map(Sscc::uri).forEach(parcels::add);
        }
        if (!event.goods().isEmpty()) {
            counted(json.putArray(packs ? "childQuantityList" : "quantityList"), event.goods());
        }
        if (event.place() != null) {
            json.putObject("readPoint").put("id", event.place());
        }
        if (!event.orders().isEmpty() || !event.returns().isEmpty()) {
            var papers = json.putArray("bizTransactionList");
            event.orders().forEach(order -> papers.addObject().put("type", "po").put("bizTransaction", order));
            event.returns()
                    .forEach(claim -> papers.addObject().put("type", "rma").put("bizTransaction", claim));
        }
        if (!event.expected().isEmpty()) {
            counted(json.putArray("redress:expectedQuantityList"), event.expected());
        }
        var spot = event.spot();
        if (spot != null) {
            json.put("redress:x", spot.x()).put("redress:y", spot.y());
        }
        ours(json, event);
        return json;
    }

    private static void ours(ObjectNode json, TraceEvent event) {
        text(json, "redress:lot", event.lot());
        text(json, "redress:trackingNumber", event.trackingNumber());
        text(json, "redress:operator", event.operator());
        text(json, "redress:tote", event.tote());
        text(json, "redress:wave", event.wave());
        text(json, "redress:scan", event.scan());
        if (event.shortPick()) {
            json.put("redress:shortPick", true);
        }
        number(json, "redress:weightGrams", event.weightGrams());
        text(json, "redress:carrier", event.carrier());
        text(json, "redress:exception", event.trouble());
        number(json, "redress:distanceMetres", event.distanceMetres());
    }

    private static void counted(ArrayNode list, List<Goods> goods) {
        for (var each : goods) {
            var element = list.addObject().put("epcClass", each.uri());
            number(element, "quantity", each.quantity());
        }
    }

    private static void text(ObjectNode body, String field, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Instant moment -> body.put(field, moment.toString());
            case Enum<?> name -> body.put(field, name.name());
            case Object other -> body.put(field, other.toString());
        }
    }

    private static void number(ObjectNode body, String field, @Nullable Integer value) {
        if (value != null) {
            body.put(field, value.intValue());
        }
    }
}
