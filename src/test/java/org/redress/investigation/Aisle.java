package org.redress.investigation;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.redress.testing.Api;
import org.redress.testing.Fulfilment;

/** A shop of a test's own, over REST: an order for a red mug, picked from A-03-2, for which a blue one came. */
final class Aisle {
    final Api api;
    final String order = "AISLE-" + UUID.randomUUID();
    final String parcel = "P-" + UUID.randomUUID();

    Aisle(Api api) {
        this.api = api;
        product("AISLE-RED", "Red mug", "4006381333931");
        product("AISLE-BLUE", "Blue mug", "9784872348880");
        api.put("/api/v1/orders/" + order, """
                        {"shop": "aisle", "placedAt": "2026-11-20T10:00:00Z", "currency": "GBP",
                         "customer": {"name": "Ada Byrne", "email": "ada@example.com"},
                         "shipTo": {"name": "Ada Byrne", "street": "1 Quay", "city": "Bristol", "country": "GB"},
                         "lines": [{"lineNumber": 1, "sku": "AISLE-RED", "quantity": 1,
                                    "unitPrice": {"amount": "12.50", "currency": "GBP"}}]}
                        """).is(200);
        api.put("/api/v1/shipments/" + parcel, """
                        {"orderNumber": "%s", "carrier": "Swift Parcel", "warehouse": "Leeds",
                         "shippedAt": "2026-11-21T15:00:00Z", "packWeightGrams": 410,
                         "lines": [{"sku": "AISLE-RED", "quantity": 1}]}
                        """.formatted(order)).is(200);
        capture("""
                {"type":"ObjectEvent","eventTime":"2026-11-21T10:00:00Z","eventTimeZoneOffset":"+00:00",\
                "action":"OBSERVE","bizStep":"picking",\
                "quantityList":[{"epcClass":"urn:redress:sku:AISLE-RED","quantity":1}],\
                "readPoint":{"id":"urn:redress:slot:A-03-2"},"redress:operator":"op7","redress:scan":"LOCATION",\
                "bizTransactionList":[{"type":"po","bizTransaction":"%s"}]}""".formatted(order));
        capture("""
                {"type":"AggregationEvent","eventTime":"2026-11-21T10:31:00Z","eventTimeZoneOffset":"+00:00",\
                "action":"ADD","bizStep":"packing","parentID":"urn:epc:id:sscc:0614141.1234567890",\
                "childQuantityList":[{"epcClass":"urn:redress:sku:AISLE-RED","quantity":1}],\
                "readPoint":{"id":"urn:redress:bench:B"},"redress:trackingNumber":"%s","redress:weightGrams":410,\
                "bizTransactionList":[{"type":"po","bizTransaction":"%s"}]}""".formatted(parcel, order));
    }

    private void product(String sku, String name, String gtin) {
        api.put("/api/v1/products/" + sku, """
                        {"name": "%s", "gtin": "%s", "weightGrams": 350, "variantOf": "AISLE"}""".formatted(name, gtin)).is(200);
    }

    void capture(String event) {
        api.send(
                        "POST",
                        "/epcis/v2/capture",
                        Fulfilment.document(event).getBytes(StandardCharsets.UTF_8),
                        "Content-Type",
                        "application/json")
                .is(202);
    }

    /** Its number; nothing of it is on record but the order. */
    String orderOfTwo() {
        var two = "AISLE-" + UUID.randomUUID();
        api.put("/api/v1/orders/" + two, """
                        {"shop": "aisle", "placedAt": "2026-11-20T10:00:00Z", "currency": "GBP",
                         "customer": {"name": "Ada Byrne", "email": "ada@example.com"},
                         "shipTo": {"name": "Ada Byrne", "street": "1 Quay", "city": "Bristol", "country": "GB"},
                         "lines": [{"lineNumber": 1, "sku": "AISLE-RED", "quantity": 1,
                                    "unitPrice": {"amount": "12.50", "currency": "GBP"}},
                                   {"lineNumber": 2, "sku": "AISLE-BLUE", "quantity": 1,
                                    "unitPrice": {"amount": "12.50", "currency": "GBP"}}]}
                        """).is(200);
        return two;
    }

    /** Its id. */
    String claim() {
        return api.post("/api/v1/claims", """
                        {"orderNumber": "%s", "contact": {"email": "ada@example.com"}, "channel": "API",
                         "statement": "A blue mug came to 1 Quay.", "demand": "REFUND",
                         "lines": [{"sku": "AISLE-RED", "quantity": 1, "problem": "WRONG_VARIANT",
                                    "received": {"sku": "AISLE-BLUE", "quantity": 1}}]}
                        """.formatted(order)).is(201).text("/id");
    }

    Api.Answer ask(String claim, String body) {
        return api.post("/api/v1/claims/" + claim + "/tasks", body);
    }
}
