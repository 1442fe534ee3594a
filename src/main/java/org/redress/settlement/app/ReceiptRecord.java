package org.redress.settlement.app;

import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.redress.database.Json;
import org.redress.kernel.Sku;
import org.redress.settlement.GoodsReturn;
import org.redress.traces.Capture;
import org.redress.traces.Captures;
import org.springframework.stereotype.Component;

/**
 * Records goods that came back as the warehouse would: an EPCIS event {@code inspecting} under the claim's number (rma), by
 * the usual door, so that everybody who reads the records sees it. A parcel without goods is no look at goods.
 */
@Component
class ReceiptRecord {
    private final Captures captures;
    private final Json json;

    ReceiptRecord(Captures captures, Json json) {
        this.captures = captures;
        this.json = json;
    }

    void keep(GoodsReturn received, String by, Instant at) {
        if (received.pieces().isEmpty()) {
            return;
        }
        var document = json.write(document(received, by, at)).getBytes(StandardCharsets.UTF_8);
        var capture = captures.receive(
                received.merchant(), new ByteArrayInputStream(document), Capture.ErrorBehaviour.ROLLBACK);
        if (!capture.success()) {
            throw new IllegalStateException("Our own event of a return was rejected: " + capture.errors());
        }
    }

    private static Map<String, Object> document(GoodsReturn received, String by, Instant at) {
        return Map.of(
                "@context",
                List.of(
                        "https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld",
                        Map.of("redress", "urn:redress:epcis:")),
                "type",
                "EPCISDocument",
                "schemaVersion",
                "2.0",
                "creationDate",
                at.toString(),
                "epcisBody",
                Map.of("eventList", List.of(event(received, by, at))));
    }

    private static Map<String, Object> event(GoodsReturn received, String by, Instant at) {
        var units = new TreeMap<Sku, Integer>();
        received.pieces().forEach(piece -> units.merge(piece.sku(), piece.quantity(), Integer::sum));
        var found = units.entrySet().stream()
                .map(entry -> Map.of("epcClass", uri(entry.getKey()), "quantity", entry.getValue()))
                .toList();
        return Map.of(
                "type", "ObjectEvent",
                "eventTime", at.toString(),
                "eventTimeZoneOffset", "+00:00",
                "action", "OBSERVE",
                "bizStep", "inspecting",
                "disposition", "returned",
                "quantityList", found,
                "bizTransactionList", List.of(Map.of("type", "rma", "bizTransaction", received.claimNumber())),
                "redress:operator", by);
    }

    private static String uri(Sku sku) {
        return "urn:redress:sku:"
                + URLEncoder.encode(sku.value(), StandardCharsets.UTF_8).replace("+", "%20");
    }
}
