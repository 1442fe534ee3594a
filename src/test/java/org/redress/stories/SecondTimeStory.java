package org.redress.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.testing.Api;
import org.redress.testing.RedressTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What was sent to make a claim right is wrong again: the second claim knows the first and goes to the front. */
@RedressTest
class SecondTimeStory {
    @LocalServerPort
    int port;

    private final String order = "AGAIN-" + UUID.randomUUID();
    private Api api;
    private Shop shop;

    @BeforeEach
    void open() {
        api = Api.sample(port);
        shop = new Shop(api);
        shop.order(order);
    }

    @Test
    void a_claim_on_a_replacement_follows_the_first_is_grave_and_due_in_half_the_time() {
        var first = api.post("/api/v1/claims", Shop.filing(order, 1)).is(201);
        sendAgain(first.text("/id"));

        var second = api.get("/api/v1/claims/" + shop.claim(order, 1)).is(200);
        assertThat(second.text("/follows")).isEqualTo(first.text("/number"));
        assertThat(Duration.between(Instant.parse(second.text("/filedAt")), Instant.parse(second.text("/dueAt"))))
                .isEqualTo(Duration.ofHours(12));
        assertThat(api.get("/api/v1/claims/" + first.text("/id"))
                        .body()
                        .at("/follows")
                        .isNull())
                .isTrue();
        // Before every calm claim of the merchant, those that are due earlier too.
        var queue =
                api.get("/api/v1/claims?sort=dueAt&limit=100").is(200).body().at("/items");
        int at = 0;
        while (!queue.get(at).at("/id").asString().equals(second.text("/id"))) {
            at++;
        }
        for (int before = 0; before < at; before++) {
            assertThat(
                            queue.get(before).at("/follows").isNull()
                                    ? queue.get(before).at("/number").asString() + " is calm"
                                    : "")
                    .isEmpty();
        }
    }

    @Test
    void the_first_claim_on_an_order_follows_none() {
        var claim = api.get("/api/v1/claims/" + shop.claim(order, 1)).is(200);
        assertThat(claim.body().has("follows")).isTrue();
        assertThat(claim.body().at("/follows").isNull()).isTrue();
    }

    private void sendAgain(String claim) {
        api.post("/api/v1/claims/" + claim + "/acceptance").is(200);
        var offer = api.post("/api/v1/claims/" + claim + "/offers", """
                        {"remedies": [{"kind": "RESHIP", "lines": [{"sku": "STORY-MUG-RED", "quantity": 1}]},
                                      {"kind": "KEEP_ITEM", "lines": [{"sku": "STORY-MUG-BLU", "quantity": 1}]}]}
                        """).is(201).text("/id");
        api.post("/api/v1/claims/" + claim + "/offers/" + offer + "/response", "{\"decision\": \"ACCEPT\"}")
                .is(200);
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(
                        () -> assertThat(api.get("/api/v1/claims/" + claim).text("/state"))
                                .isEqualTo("FOLLOW_UP"));
    }
}
