package org.redress.outreach;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.redress.testing.Api;
import org.redress.testing.Fulfilment;

/** A bench at which the goods of two orders, a kettle and a lamp, went into each other's boxes; over REST. */
public final class SwapBench {
    private static final List<Integer> BYSTANDERS = List.of(1, 2, 3, 4, 5, 6);

    final Api api;
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final Instant day = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(4));
    private final List<String> events = new ArrayList<>();

    public SwapBench(Api api) {
        this.api = api;
        product("KET", "Steel kettle", 900);
        product("LMP", "Desk lamp", 1500);
        product("JAR", "Jar", 600);
        BYSTANDERS.forEach(number -> fulfil("J" + number, "JAR", 1, number, 0));
        fulfil("KETTLE", "KET", 1, 20, 600);
        fulfil("LAMP", "LMP", 2, 21, -600);
        capture();
    }

    public String kettle() {
        return order("KETTLE");
    }

    public String lamp() {
        return order("LAMP");
    }

    /** What nobody but whoever ordered the kettle knows of themselves and their parcel. */
    public List<String> ofTheKettlesCustomer() {
        return List.of(
                "Thea Brown", kettle(), email(kettle()), "0113 496 0120", "Quarry Lane", "Harrogate", "T" + kettle());
    }

    public static String email(String order) {
        return order.toLowerCase(Locale.ROOT) + "@example.com";
    }

    /** Whoever ordered the kettle has a name and a town of their own, and reads this language. */
    public void kettlesCustomer(String language) {
        customer(kettle(), "KET", 1, "Thea Brown", "0113 496 0120", language, "14 Quarry Lane", "Harrogate");
    }

    public void lampsCustomer(String name, String language) {
        customer(lamp(), "LMP", 2, name, "0113 496 0121", language, "1 High St", "Leeds");
    }

    private void customer(
            String number,
            String sku,
            int units,
            String name,
            String phone,
            String language,
            String street,
            String city) {
        api.put("/api/v1/orders/" + number, """
                {"shop": "web", "placedAt": "%s", "currency": "GBP",
                 "customer": {"name": "%s", "email": "%s", "phone": "%s", "language": "%s"},
                 "shipTo": {"name": "%s", "street": "%s", "city": "%s", "country": "GB"},
                 "lines": [{"lineNumber": 1, "sku": "%s", "quantity": %d, "unitPrice": {"amount": "32.00", "currency": "GBP"}}]}""".formatted(
                                day, name, email(number), phone, language, name, street, city, sku, units))
                .is(200);
    }

    private String order(String name) {
        return name + "-" + run;
    }

    private void product(String sku, String name, int grams) {
        api.put("/api/v1/products/" + sku, """
                {"name": "%s", "weightGrams": %d}""".formatted(name, grams)).is(200);
    }

    private void fulfil(String name, String sku, int units, int minute, int off) {
        var number = order(name);
        var at = day.plusSeconds(36_000 + minute * 60L);
        var po = "\"bizTransactionList\":[{\"type\":\"po\",\"bizTransaction\":\"%s\"}]".formatted(number);
        var sscc = "urn:epc:id:sscc:9521321.%010d".formatted(Math.floorMod(number.hashCode(), 1_000_000_000));
        int expected = 150 + (sku.equals("KET") ? 900 : sku.equals("LMP") ? 1500 : 600);
        api.put("/api/v1/orders/" + number, """
                {"shop": "web", "placedAt": "%s", "currency": "GBP",
                 "customer": {"name": "%s Buyer", "email": "%s@example.com", "phone": "0113 496 0%d", "language": "en"},
                 "shipTo": {"name": "Somebody", "street": "1 High St", "city": "Leeds", "country": "GB"},
                 "lines": [{"lineNumber": 1, "sku": "%s", "quantity": %d, "unitPrice": {"amount": "32.00", "currency": "GBP"}}]}""".formatted(
                                day, name, number.toLowerCase(Locale.ROOT), 100 + minute, sku, units))
                .is(200);
        api.put("/api/v1/shipments/T" + number, """
                {"orderNumber": "%s", "carrier": "Swift", "sscc": "%s", "warehouse": "W1", "shippedAt": "%s",
                 "deliveredAt": "%s", "expectedWeightGrams": %d, "packWeightGrams": %d,
                 "lines": [{"sku": "%s", "quantity": %d}]}""".formatted(
                                number,
                                sscc,
                                at.plusSeconds(7200),
                                at.plusSeconds(90_000),
                                expected,
                                expected + off,
                                sku,
                                units))
                .is(200);
        events.add("""
                {"type":"ObjectEvent","eventTime":"%s","eventTimeZoneOffset":"+00:00","action":"OBSERVE","bizStep":"picking",\
                "quantityList":[{"epcClass":"urn:redress:sku:%s","quantity":%d}],"readPoint":{"id":"urn:redress:slot:%s-01"},\
                "redress:operator":"op-3","redress:scan":"ITEM","redress:wave":"W7",%s}""".formatted(at.minusSeconds(900), sku, units, sku, po));
        events.add("""
                {"type":"AggregationEvent","eventTime":"%s","eventTimeZoneOffset":"+00:00","action":"ADD","bizStep":"packing",\
                "parentID":"%s","childQuantityList":[{"epcClass":"urn:redress:sku:%s","quantity":%d}],\
                "readPoint":{"id":"urn:redress:bench:4"},"redress:operator":"op-9","redress:trackingNumber":"T%s",\
                "redress:weightGrams":%d,%s}""".formatted(at, sscc, sku, units, number, expected + off, po));
    }

    private void capture() {
        var job = api.post("/epcis/v2/capture", Fulfilment.document(events.toArray(String[]::new)))
                .is(202)
                .header("Location");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !api.get(job).is(200).body().at("/running").booleanValue());
    }

    /** Who ordered the kettle got the lamp. Its id. */
    public String kettlesClaim() {
        return claim(kettle(), "KET", "LMP");
    }

    /** The same by somebody who reads this language. */
    public String kettlesClaim(String language) {
        return claim(kettle(), "KET", "LMP", "WRONG_ITEM", language);
    }

    /** Who ordered the lamps ordered a jar besides. */
    void lampsAndAJar() {
        api.put("/api/v1/orders/" + lamp(), """
                {"shop": "web", "placedAt": "%s", "currency": "GBP",
                 "customer": {"name": "LAMP Buyer", "email": "%s@example.com", "phone": "0113 496 0121", "language": "zh-CN"},
                 "shipTo": {"name": "Somebody", "street": "1 High St", "city": "Leeds", "country": "GB"},
                 "lines": [{"lineNumber": 1, "sku": "LMP", "quantity": 2, "unitPrice": {"amount": "32.00", "currency": "GBP"}},
                           {"lineNumber": 2, "sku": "JAR", "quantity": 1, "unitPrice": {"amount": "4.00", "currency": "GBP"}}]}""".formatted(day, lamp().toLowerCase(Locale.ROOT)))
                .is(200);
    }

    /** Who ordered the kettle got somebody else's parcel. Its id. */
    String kettlesParcel() {
        return claim(kettle(), "KET", "LMP", "WRONG_PARCEL");
    }

    String lampsClaim() {
        return claim(lamp(), "LMP", "KET");
    }

    private String claim(String order, String ordered, String came) {
        return claim(order, ordered, came, "WRONG_ITEM");
    }

    private String claim(String order, String ordered, String came, String problem) {
        return claim(order, ordered, came, problem, "en");
    }

    private String claim(String order, String ordered, String came, String problem, String language) {
        return api.post(
                        "/api/v1/claims",
                        """
                        {"orderNumber": "%s", "contact": {"email": "%s@example.com"}, "channel": "API",
                         "statement": "Something else came.", "demand": "RESHIP",
                         "lines": [{"sku": "%s", "quantity": 1, "problem": "%s",
                                    "received": {"sku": "%s", "quantity": 1}}]}""".formatted(order, order.toLowerCase(Locale.ROOT), ordered, problem, came),
                        "Accept-Language",
                        language)
                .is(201)
                .text("/id");
    }
}
