package org.redress.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.redress.testing.OwnMerchant;
import org.redress.testing.RedressTest;
import org.redress.testing.SharedData;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Orders as a real shop had them ("Online Retail"), and the photograph of a real package. */
@RedressTest
class RealDataStory {
    private static final Pattern MAPPING = Pattern.compile("\\{\"orderNumber\": \"InvoiceNo\".*?\\}", Pattern.DOTALL);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Test
    void a_real_order_s_mix_up_is_seen_in_a_real_photograph_and_refunded() throws IOException {
        var orders = SharedData.file("orders-online-retail.csv");
        var photographs = SharedData.file("barcode-photos").resolve("ean13-1");
        var printed = Files.readString(photographs.resolve("1.txt")).strip();
        var api = OwnMerchant.found(context, port);

        var started = api.upload(
                        "/api/v1/imports",
                        "orders-online-retail.csv",
                        Files.readAllBytes(orders),
                        Map.of("kind", "ORDERS", "mapping", documentedMapping()))
                .is(202);
        var run = await().atMost(PATIENCE)
                .until(
                        () -> api.get("/api/v1/imports/" + started.text("/id")).is(200),
                        answer -> !answer.text("/state").equals("RUNNING"));
        assertThat(run.text("/state")).isEqualTo("DONE");
        assertThat(run.text("/rowsAccepted")).isEqualTo("9870");
        assertThat(api.get("/api/v1/orders/536365").is(200).body().at("/lines"))
                .extracting(line -> line.at("/sku").asString())
                .contains("85123A")
                .doesNotContain("21733");
        api.put("/api/v1/products/21733", """
                        {"name": "RED HANGING HEART T-LIGHT HOLDER", "gtin": "%s"}
                        """.formatted(printed)).is(200);

        var filed = api.post("/api/v1/claims", """
                        {"orderNumber": "536365", "contact": {"email": "customer@example.com"}, "channel": "API",
                         "statement": "Two of the six hearts are red.", "demand": "REFUND",
                         "lines": [{"sku": "85123A", "quantity": 2, "problem": "WRONG_VARIANT",
                                    "received": {"description": "red hearts", "quantity": 2}}]}
                        """).is(201);
        var claim = "/api/v1/claims/" + filed.text("/id");
        assertThat(api.get(claim).text("/verdict")).isEqualTo("UNCONFIRMED");
        api.upload(
                        claim + "/evidence",
                        "1.png",
                        Files.readAllBytes(photographs.resolve("1.png")),
                        Map.of("kind", "ITEM_BARCODE"))
                .is(201);
        await().atMost(PATIENCE).until(() -> api.get(claim).text("/verdict").equals("LIKELY"));
        var seen = api.get(claim).is(200).body().at("/evidence/0/extracted/barcodes");
        assertThat(seen).singleElement().satisfies(barcode -> {
            assertThat(barcode.at("/format").asString()).isEqualTo("EAN_13");
            assertThat(barcode.at("/text").asString()).isEqualTo(printed);
        });
        assertThat(api.get(claim + "/verification").is(200).body().at("/checks"))
                .filteredOn(check -> check.at("/code").asString().equals("PHOTO_BARCODE"))
                .singleElement()
                .satisfies(check -> {
                    assertThat(check.at("/outcome").asString()).isEqualTo("PASS");
                    assertThat(check.at("/explanation").asString())
                            .isEqualTo("The box in the photo is RED HANGING HEART T-LIGHT HOLDER, which is easily taken"
                                    + " for what was ordered: WHITE HANGING HEART T-LIGHT HOLDER.");
                });

        api.post(claim + "/acceptance").is(200);
        No.says(api.post(claim + "/offers", refund("139.13")), 422, "REMEDY_ABOVE_PAID");
        var offer = api.post(claim + "/offers", refund("5.10")).is(201);
        api.post(claim + "/offers/" + offer.text("/id") + "/response", "{\"decision\": \"ACCEPT\"}")
                .is(200);
        await().atMost(PATIENCE).until(() -> api.get(claim).text("/state").equals("FOLLOW_UP"));
        assertThat(api.get(claim + "/execution").is(200).body()).singleElement().satisfies(step -> {
            assertThat(step.at("/state").asString()).isEqualTo("DONE");
            assertThat(step.at("/amount/amount").asString()).isEqualTo("5.10");
        });
        var closed = api.post(claim + "/satisfaction", "{\"score\": 5}").is(200);
        assertThat(closed.text("/state")).isEqualTo("CLOSED");
        assertThat(closed.text("/closedBy")).isEqualTo("SATISFIED");
    }

    private static String documentedMapping() throws IOException {
        var mapping = MAPPING.matcher(Files.readString(Path.of("docs", "imports.md")));
        assertThat(mapping.find()).isTrue();
        return mapping.group();
    }

    /** Of two white hearts, of £2.55 each, on an order of £139.12. */
    private static String refund(String amount) {
        return """
               {"remedies": [{"kind": "REFUND", "amount": {"amount": "%s", "currency": "GBP"},
                              "lines": [{"sku": "85123A", "quantity": 2}]},
                             {"kind": "KEEP_ITEM", "lines": [{"sku": "21733", "quantity": 2}]}]}
               """.formatted(amount);
    }
}
