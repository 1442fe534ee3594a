package org.redress.settlement.app;

import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    void keep(GoodsReturn received) {
        if (!received.pieces().isEmpty()) {
            capture(received, List.of(event(received)));
        }
    }

    /**
     * The earlier look is declared wrong and stays in the record (EPCIS 2.0, 7.4.1.2). It is found by what it said, so that
     * the record always holds the last receipt, also where only its note was put right.
     */
    void amend(GoodsReturn before, GoodsReturn amended) {
        var amendment = Objects.requireNonNull(amended.amended());
        var events = new ArrayList<Map<String, Object>>();
        if (!before.pieces().isEmpty()) {
            var wrong = new TreeMap<>(event(before));
            wrong.put(
                    "errorDeclaration",
                    Map.of("declarationTime", amendment.at().toString(), "reason", "incorrect_data"));
            events.add(wrong);
        }
        if (!amended.pieces().isEmpty()) {
            events.add(event(amended));
        }
        if (!events.isEmpty()) {
            capture(amended, events);
        }
    }

    private void capture(GoodsReturn back, List<Map<String, Object>> events) {
        var document = json.write(document(events, writtenAt(back))).getBytes(StandardCharsets.UTF_8);
        var capture =
                captures.receive(back.merchant(), new ByteArrayInputStream(document), Capture.ErrorBehaviour.ROLLBACK);
        if (!capture.success()) {
            throw new IllegalStateException("Our own event of a return was rejected: " + capture.errors());
        }
    }

    private static Instant writtenAt(GoodsReturn back) {
        return back.amended() == null
                ? Objects.requireNonNull(back.receivedAt())
                : back.amended().at();
    }

    private static Map<String, Object> document(List<Map<String, Object>> events, Instant at) {
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
                Map.of("eventList", events));
    }

    private static Map<String, Object> event(GoodsReturn received) {
        var at = writtenAt(received);
        var by = received.amended() == null
                ? Objects.requireNonNull(received.receivedBy())
                : received.amended().by();
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
