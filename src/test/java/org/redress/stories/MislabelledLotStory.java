package org.redress.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.access.Merchants;
import org.redress.claims.Claim;
import org.redress.claims.Claims;
import org.redress.kernel.MerchantId;
import org.redress.testing.Api;
import org.redress.testing.Browser;
import org.redress.testing.Fulfilment;
import org.redress.testing.OwnMerchant;
import org.redress.testing.Photographs;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** A lot of blue mugs that bear the label of red ones: found out by three claims, ended by a count. */
@RedressTest
class MislabelledLotStory {
    private static final String SLOT = "urn:redress:slot:A-03-2";
    private final Instant day = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(6));

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    private MerchantId merchant;
    private Api api;

    @BeforeEach
    void open() {
        merchant = OwnMerchant.found(context.getBean(Merchants.class));
        api = OwnMerchant.key(context, port, merchant);
        product("RED", "Red mug", "5012345678900", 410);
        product("BLU", "Blue mug", "4006381333931", 330);
        product("JAR", "Jar", "5000112637922", 700);
    }

    private void product(String sku, String name, String gtin, int grams) {
        api.put("/api/v1/products/" + sku, """
                {"name": "%s", "gtin": "%s", "weightGrams": %d, "variantOf": "%s"}""".formatted(name, gtin, grams, sku.equals("JAR") ? "jars" : "mugs"))
                .is(200);
    }

    private void order(int number, String sku) {
        api.put("/api/v1/orders/L-" + number, """
                {"shop": "web", "placedAt": "%s", "currency": "GBP",
                 "customer": {"name": "Ada", "email": "ada%d@example.com", "language": "en"},
                 "shipTo": {"name": "Ada", "street": "1 High St", "city": "Leeds", "postcode": "LS1 1AA", "country": "GB"},
                 "lines": [{"lineNumber": 1, "sku": "%s", "quantity": 1, "unitPrice": {"amount": "12.00", "currency": "GBP"}}]}""".formatted(day.plusSeconds(number * 60L), number, sku))
                .is(200);
    }

    private static String event(String type, Instant at, String step, String action, String fields) {
        return """
                {"type":"%s","eventTime":"%s","eventTimeZoneOffset":"+00:00","bizStep":"%s","action":"%s",%s}""".formatted(type, at, step, action, fields);
    }

    private static String goods(String sku, int units) {
        return "[{\"epcClass\":\"urn:redress:sku:%s\",\"quantity\":%d}]".formatted(sku, units);
    }

    private String putaway(String sku, String slot, String lot, double x, Instant at) {
        return event("ObjectEvent", at, "stocking", "OBSERVE", """
                "quantityList":%s,"readPoint":{"id":"%s"},"redress:lot":"%s","redress:x":%s,"redress:y":4""".formatted(goods(sku, 60), slot, lot, x));
    }

    private static String sscc(int number) {
        return "urn:epc:id:sscc:9521321.%010d".formatted(number);
    }

    /** Scanned, packed, weighed: all as it should be, but for the weight. */
    private List<String> fulfil(int number, String sku, String slot, int grams, String picker) {
        var at = day.plusSeconds(36_000 + number * 600L);
        var po = "\"bizTransactionList\":[{\"type\":\"po\",\"bizTransaction\":\"L-%d\"}]".formatted(number);
        var pick =
                event("ObjectEvent", at, "picking", "OBSERVE", """
                "quantityList":%s,"readPoint":{"id":"%s"},%s,"redress:operator":"%s","redress:tote":"T%d",\
                "redress:wave":"W1","redress:scan":"ITEM\"""".formatted(goods(sku, 1), slot, po, picker, number));
        var pack = event("AggregationEvent", at.plusSeconds(300), "packing", "ADD", """
                "parentID":"%s","childQuantityList":%s,"readPoint":{"id":"urn:redress:bench:1"},%s,\
                "redress:operator":"op-9","redress:trackingNumber":"TL%d","redress:weightGrams":%d""".formatted(
                        sscc(number), goods(sku, 1), po, number, grams));
        var delivery = event(
                "ObjectEvent", at.plusSeconds(90_000), "accepting", "OBSERVE", """
                "epcList":["%s"],"redress:trackingNumber":"TL%d","redress:distanceMetres":8""".formatted(sscc(number), number));
        api.put("/api/v1/shipments/TL" + number, """
                {"orderNumber": "L-%d", "carrier": "Swift", "sscc": "%s", "warehouse": "W1", "shippedAt": "%s",
                 "deliveredAt": "%s", "expectedWeightGrams": %d, "packWeightGrams": %d,
                 "lines": [{"sku": "%s", "quantity": 1}]}""".formatted(
                                number,
                                sscc(number),
                                at.plusSeconds(7_200),
                                at.plusSeconds(90_000),
                                120 + (sku.equals("RED") ? 410 : 700),
                                grams,
                                sku))
                .is(200);
        return List.of(pick, pack, delivery);
    }

    private void capture(List<String> events) {
        var job = api.post("/epcis/v2/capture", Fulfilment.document(events.toArray(String[]::new)))
                .is(202)
                .header("Location");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !api.get(job).is(200).body().at("/running").booleanValue());
    }

    private String claim(int number) {
        return "/api/v1/claims/"
                + api.post("/api/v1/claims", """
                {"orderNumber": "L-%d", "contact": {"email": "ada%d@example.com"}, "channel": "API",
                 "statement": "I ordered a red mug and a blue one came.", "demand": "RESHIP",
                 "lines": [{"sku": "RED", "quantity": 1, "problem": "WRONG_VARIANT",
                   "received": {"sku": "BLU", "quantity": 1}}]}""".formatted(number, number))
                        .is(201)
                        .text("/id");
    }

    private JsonNode investigation(String claim) {
        return api.get(claim + "/investigation").is(200).body();
    }

    private static JsonNode observation(JsonNode investigation, String code) {
        return investigation.at("/observations").values().stream()
                .filter(each -> each.at("/code").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_third_claim_on_a_mislabelled_lot_names_the_label_lists_the_orders_at_risk_and_the_reship_avoids_the_lot() {
        var events = new ArrayList<String>();
        events.add(putaway("RED", SLOT, "L-7", 12, day));
        events.add(putaway("BLU", "urn:redress:slot:C-11-1", "L-2", 40, day.minusSeconds(86_400)));
        // 1 to 12 hold a mug of the lot, each second of them a blue one; 13 to 16 wait for theirs; others hold jars.
        IntStream.rangeClosed(1, 12).forEach(number -> {
            order(number, "RED");
            events.addAll(fulfil(number, "RED", SLOT, number % 2 == 1 ? 452 : 531, "op-" + number % 5));
        });
        IntStream.rangeClosed(13, 16).forEach(number -> order(number, "RED"));
        IntStream.rangeClosed(20, 25).forEach(number -> {
            order(number, "JAR");
            events.addAll(fulfil(number, "JAR", "urn:redress:slot:B-01-1", 822, "op-1"));
        });
        capture(events);

        var first = claim(1);
        assertThat(investigation(first).at("/mechanisms").size()).isEqualTo(15);
        assertThat(investigation(first).at("/stages").size()).isEqualTo(8);
        claim(3);
        var third = claim(7);
        // The mug is blue, and the label on it says red.
        api.upload(
                        third + "/evidence",
                        "label.png",
                        Photographs.ofBarcode("5012345678900"),
                        Map.of("kind", "ITEM_BARCODE"))
                .is(201);
        var before = await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> investigation(third),
                        found -> observation(found, "E2").at("/present").booleanValue()
                                && observation(found, "E11").at("/present").booleanValue());
        assertThat(before.at("/status").asString()).isEqualTo("PROBABLE");
        assertThat(before.at("/stages/0/stage").asString()).isEqualTo("STOCK");
        assertThat(before.at("/mechanisms/0/code").asString()).isEqualTo("IL");
        assertThat(observation(before, "E11").at("/present").booleanValue()).isTrue();
        assertThat(observation(before, "E11").at("/fact").asString())
                .isEqualTo("2 other claims of the last fortnight had Blue mug come in place of Red mug.");
        assertThat(observation(before, "E13").at("/present").isNull()).isTrue();
        var atRisk = before.at("/atRisk/orders").values().stream()
                .map(JsonNode::asString)
                .toList();
        assertThat(atRisk).contains("L-5", "L-9", "L-11", "L-13", "L-16").doesNotContain("L-2", "L-4", "L-7", "L-20");
        assertThat(before.at("/avoid/lots/0").asString()).isEqualTo("L-7");

        // So the agent reads it, whoever opens the third claim.
        var desk = OwnMerchant.agent(context, port, merchant);
        desk.navigate(third.replace("/api/v1", "/desk"));
        PlaywrightAssertions.assertThat(desk.locator(".cause-is")).hasText("Probable");
        PlaywrightAssertions.assertThat(desk.locator(".cause-bars dt").first()).hasText("Stock");
        PlaywrightAssertions.assertThat(desk.locator(".cause-top span").first())
                .containsText("Wrong label on the article");
        var facts = desk.locator(".cause-facts.agrees");
        PlaywrightAssertions.assertThat(facts)
                .containsText("2 other claims of the last fortnight had Blue mug come in place of Red mug.");
        PlaywrightAssertions.assertThat(facts).containsText("The barcode in the photo is that of Red mug, as ordered.");
        PlaywrightAssertions.assertThat(desk.locator("#at-risk"))
                .hasText(atRisk.size() + " other orders may be affected");
        // What can still be put aside is seen first; the rest unfolds.
        desk.getByText("and 1 more").click();
        var listed = desk.locator(".at-risk a.code").allInnerTexts();
        assertThat(listed).containsExactlyInAnyOrderElementsOf(atRisk);
        assertThat(listed.subList(0, 4)).containsExactlyInAnyOrder("L-13", "L-14", "L-15", "L-16");
        var avoided = desk.locator(".notice.bad");
        PlaywrightAssertions.assertThat(avoided).containsText("slot A-03-2");
        PlaywrightAssertions.assertThat(avoided).containsText("lot L-7");
        desk.context().close();

        // What waits is put aside, and whoever has a parcel already is written to.
        var aside = api.post(third + "/holds").is(200).body().values().stream()
                .map(task -> task.at("/orderNumber").asString())
                .toList();
        assertThat(aside).contains("L-13", "L-16").doesNotContain("L-5", "L-7");
        assertThat(api.post(third + "/holds").is(200).body().size()).isZero();
        var outreach = api.post(third + "/outreach").is(200).body().values().stream()
                .map(found -> found.at("/orderNumber").asString())
                .toList();
        assertThat(outreach).contains("L-5", "L-9", "L-11").doesNotContain("L-1", "L-3", "L-7", "L-13");

        // Somebody counts the slot, with a phone in the aisle: a blue mug lies among the red.
        var asked = api.post(third + "/tasks", "{\"question\": \"RECOUNT\"}")
                .is(201)
                .text("/link");
        var phone = Browser.phone("http://127.0.0.1:" + port, "en");
        phone.navigate(asked.substring(asked.indexOf("/task/")));
        phone.locator("[name=counted]").fill("40");
        phone.locator("[name=otherCounted]").fill("8");
        phone.locator("[name=expected]").fill("48");
        phone.locator("[name=by]").fill("Jo 7");
        phone.locator("button[value=number]").click();
        PlaywrightAssertions.assertThat(phone.locator("h1")).containsText("Thank you");
        phone.context().close();
        var after = await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> investigation(third),
                        found -> observation(found, "E13").at("/present").booleanValue());
        assertThat(after.at("/status").asString()).isEqualTo("ESTABLISHED");
        assertThat(after.at("/mechanisms/0/code").asString()).isEqualTo("IL");

        // The red mug that is sent again comes from elsewhere.
        api.post(third + "/acceptance").is(200);
        var reship = api.get(third + "/remedy-options").is(200).body().values().stream()
                .filter(option -> option.at("/remedies/0/kind").asString().equals("RESHIP"))
                .findFirst()
                .orElseThrow();
        var offer = api.post(
                        third + "/offers",
                        "{\"optionId\": \"" + reship.at("/optionId").asString() + "\"}")
                .is(201);
        api.post(third + "/offers/" + offer.text("/id") + "/response", "{\"decision\": \"ACCEPT\"}")
                .is(200);
        var step = await().atMost(Duration.ofSeconds(20))
                .until(() -> api.get(third + "/execution").is(200).body(), steps -> !steps.isEmpty())
                .get(0);
        assertThat(step.at("/avoid").values().stream().map(JsonNode::asString)).containsExactly(SLOT, "lot:L-7");
        var told = OwnMerchant.agent(context, port, merchant);
        told.navigate(third.replace("/api/v1", "/desk"));
        PlaywrightAssertions.assertThat(told.locator("main")).containsText("Not from slot A-03-2 and lot L-7");
        PlaywrightAssertions.assertThat(told.locator("[aria-labelledby=timeline] .timeline"))
                .containsText("Where it probably went wrong: stock, wrong label on the article");
        PlaywrightAssertions.assertThat(told.locator("main")).containsText(" not answered yet");
        told.context().close();

        // And so does a mug that only broke on its way: it would come from the same shelf.
        var broken = "/api/v1/claims/" + api.post("/api/v1/claims", """
                {"orderNumber": "L-2", "contact": {"email": "ada2@example.com"}, "channel": "API",
                 "statement": "The mug is broken.", "demand": "RESHIP",
                 "lines": [{"sku": "RED", "quantity": 1, "problem": "DAMAGED"}]}""").is(201).text("/id");
        assertThat(investigation(broken).at("/avoid/lots/0").asString()).isEqualTo("L-7");
        var kept = UUID.fromString(broken.substring(broken.lastIndexOf('/') + 1));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> context.getBean(Claims.class)
                        .find(merchant, kept)
                        .map(Claim::conclusion)
                        .filter(conclusion -> conclusion.avoid().lots().contains("L-7"))
                        .isPresent());
    }
}
