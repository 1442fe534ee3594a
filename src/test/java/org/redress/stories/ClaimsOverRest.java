package org.redress.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.testing.Api;
import org.redress.testing.Photographs;

/** A claim's whole way over REST only, as an integrator drives it; on whichever server the story runs. */
abstract class ClaimsOverRest {
    Api api;
    Shop shop;

    /** Where the product listens on loopback. */
    abstract int port();

    /** Of a merchant, with every role. */
    abstract String key();

    @BeforeEach
    void open() {
        api = new Api("http://127.0.0.1:" + port(), key());
        shop = new Shop(api);
    }

    @Test
    void a_claim_goes_from_a_photo_to_a_refund_and_is_closed_by_a_satisfied_customer() {
        shop.order("REST-1");
        var filed = api.post("/api/v1/claims", Shop.filing("REST-1", 1)).is(201);
        assertThat(filed.text("/state")).isEqualTo("SUBMITTED");
        assertThat(filed.text("/trackUrl")).startsWith("http://127.0.0.1:" + port() + "/track/");
        var claim = "/api/v1/claims/" + filed.text("/id");
        assertThat(api.get("/api/v1/claims/" + filed.text("/number")).is(200).text("/id"))
                .isEqualTo(filed.text("/id"));

        api.upload(
                        claim + "/evidence",
                        "mug.png",
                        Photographs.ofBarcode("9784872348880"),
                        Map.of("kind", "ITEM_BARCODE"))
                .is(201);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(api.get(claim).text("/verdict")).isEqualTo("LIKELY"));
        var verification = api.get(claim + "/verification").is(200);
        assertThat(verification.body().at("/checks").toString())
                .contains("The box in the photo is Blue mug, which is easily taken for what was ordered: Red mug.");
        assertThat(verification.text("/discrepancies/0/received")).isEqualTo("1");

        api.post(claim + "/acceptance").is(200);
        var options = api.get(claim + "/remedy-options").is(200);
        assertThat(options.body()).isNotEmpty();
        var offer = api.post(claim + "/offers", "{\"optionId\": \"" + options.text("/0/optionId") + "\"}")
                .is(201);
        assertThat(offer.text("/state")).isEqualTo("OPEN");

        api.post(claim + "/offers/" + offer.text("/id") + "/response", "{\"decision\": \"ACCEPT\"}")
                .is(200);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(api.get(claim).text("/state")).isEqualTo("FOLLOW_UP"));
        assertThat(api.get(claim + "/execution").is(200).body())
                .isNotEmpty()
                .allSatisfy(step -> assertThat(step.at("/state").asString()).isEqualTo("DONE"));

        var closed = api.post(claim + "/satisfaction", "{\"score\": 5, \"comment\": \"Thank you\"}")
                .is(200);
        assertThat(closed.text("/state")).isEqualTo("CLOSED");
        assertThat(closed.text("/closedBy")).isEqualTo("SATISFIED");
        assertThat(api.get(claim + "/timeline").is(200).body())
                .extracting(entry -> entry.at("/event").asString())
                .contains(
                        "ClaimRegistered",
                        "EvidenceAdded",
                        "VerdictReached",
                        "RemedyAgreed",
                        "StepDone",
                        "ClaimClosed");
    }

    @Test
    void an_order_nobody_knows_is_registered_all_the_same() {
        var filed = api.post("/api/v1/claims", Shop.filing("NEVER-HEARD-OF", 1)).is(201);
        var claim = "/api/v1/claims/" + filed.text("/id");
        assertThat(api.get(claim + "/verification").is(200).text("/verdict")).isEqualTo("UNKNOWN_ORDER");
        assertThat(api.get(claim + "/remedy-options").is(200).body()).isEmpty();
    }

    @Test
    void a_declined_offer_leads_back_and_a_better_one_is_found() {
        shop.order("REST-2");
        var id = shop.claim("REST-2", 2);
        var claim = "/api/v1/claims/" + id;
        var first = shop.offer(id, "25.00", 2);
        api.post(claim + "/offers/" + first + "/response", """
                        {"decision": "COUNTER", "note": "I would rather have the red ones",
                         "remedies": [{"kind": "RESHIP", "lines": [{"sku": "STORY-MUG-RED", "quantity": 2}]}]}
                        """).is(200);
        var back = api.get(claim).is(200);
        assertThat(back.text("/state")).isEqualTo("ACCEPTED");
        assertThat(back.text("/offers/0/state")).isEqualTo("COUNTERED");
        var second = api.post(claim + "/offers", """
                        {"remedies": [{"kind": "RESHIP", "lines": [{"sku": "STORY-MUG-RED", "quantity": 2}]},
                                      {"kind": "RETURN_LABEL", "lines": [{"sku": "STORY-MUG-BLU", "quantity": 2}]}]}
                        """).is(201);
        assertThat(second.text("/version")).isEqualTo("2");
    }

    @Test
    void a_refund_goes_back_by_the_payments_it_came_by_the_largest_first() {
        shop.order("REST-3");
        var id = shop.claim("REST-3", 2);
        var offer = shop.offer(id, "25.00", 2);
        var claim = "/api/v1/claims/" + id;
        api.post(claim + "/offers/" + offer + "/response", "{\"decision\": \"ACCEPT\"}")
                .is(200);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(api.get(claim).text("/state")).isEqualTo("FOLLOW_UP"));
        assertThat(api.get(claim + "/execution").is(200).body())
                .extracting(step -> step.at("/amount/amount").asString())
                .containsExactly("20.00", "5.00");
    }
}
