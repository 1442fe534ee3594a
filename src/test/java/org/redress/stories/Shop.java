package org.redress.stories;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.redress.testing.Api;

/** A small shop of a story's own: mugs in two colours, and orders for them. */
final class Shop {
    private final Api api;

    Shop(Api api) {
        this.api = api;
        api.put("/api/v1/products/STORY-MUG-RED", """
                        {"name": "Red mug", "gtin": "4006381333931", "weightGrams": 350, "variantOf": "STORY-MUG",
                         "price": {"amount": "12.50", "currency": "GBP"}}
                        """).is(200);
        api.put("/api/v1/products/STORY-MUG-BLU", """
                        {"name": "Blue mug", "gtin": "9784872348880", "weightGrams": 350, "variantOf": "STORY-MUG",
                         "price": {"amount": "12.50", "currency": "GBP"}}
                        """).is(200);
    }

    /** Two red mugs for Ada, paid by card and by voucher. */
    void order(String number) {
        api.put("/api/v1/orders/" + number, """
                        {"shop": "story", "placedAt": "2026-11-20T10:00:00Z", "currency": "GBP",
                         "customer": {"name": "Ada Byrne", "email": "ada@example.com", "language": "en"},
                         "shipTo": {"name": "Ada Byrne", "street": "1 Quay", "city": "Bristol", "country": "GB"},
                         "lines": [{"lineNumber": 1, "sku": "STORY-MUG-RED", "quantity": 2,
                                    "unitPrice": {"amount": "12.50", "currency": "GBP"}}],
                         "payments": [
                           {"provider": "card", "reference": "ch_%1$s", "paidAt": "2026-11-20T10:00:00Z",
                            "amount": {"amount": "20.00", "currency": "GBP"}},
                           {"provider": "voucher", "reference": "vo_%1$s", "paidAt": "2026-11-20T10:00:00Z",
                            "amount": {"amount": "5.00", "currency": "GBP"}}]}
                        """.formatted(number)).is(200);
    }

    /** Files a claim that a blue mug came for a red one. Returns its id. */
    String claim(String number, int quantity) {
        return api.post("/api/v1/claims", filing(number, quantity)).is(201).text("/id");
    }

    static String filing(String number, int quantity) {
        return """
               {"orderNumber": "%s", "contact": {"email": "ada@example.com"}, "channel": "API",
                "statement": "I ordered red mugs and blue ones came.", "demand": "REFUND",
                "lines": [{"sku": "STORY-MUG-RED", "quantity": %d, "problem": "WRONG_VARIANT",
                           "received": {"sku": "STORY-MUG-BLU", "quantity": %d}}]}
               """.formatted(number, quantity, quantity);
    }

    static String refund(String amount, int units) {
        return """
               {"remedies": [{"kind": "REFUND", "amount": {"amount": "%s", "currency": "GBP"},
                              "lines": [{"sku": "STORY-MUG-RED", "quantity": %d}]},
                             {"kind": "KEEP_ITEM", "lines": [{"sku": "STORY-MUG-BLU", "quantity": %d}]}]}
               """.formatted(amount, units, units);
    }

    /** Accepts the claim and offers a refund. Returns the offer's id. */
    String offer(String claim, String amount, int units) {
        api.post("/api/v1/claims/" + claim + "/acceptance").is(200);
        return api.post("/api/v1/claims/" + claim + "/offers", refund(amount, units))
                .is(201)
                .text("/id");
    }

    /** Something that a customer sends back with our label: the id of the return. */
    String comesBack(String number) {
        order(number);
        var claim = claim(number, 1);
        api.post("/api/v1/claims/" + claim + "/acceptance").is(200);
        var offer = api.post("/api/v1/claims/" + claim + "/offers", """
                        {"remedies": [{"kind": "REFUND", "amount": {"amount": "12.50", "currency": "GBP"},
                                       "lines": [{"sku": "STORY-MUG-RED", "quantity": 1}]},
                                      {"kind": "RETURN_LABEL"}]}""").is(201).text("/id");
        api.post("/api/v1/claims/" + claim + "/offers/" + offer + "/response", "{\"decision\": \"ACCEPT\"}")
                .is(200);
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> api.get("/api/v1/claims/" + claim + "/returns")
                                .is(200)
                                .body(),
                        returns -> !returns.isEmpty())
                .at("/0/id")
                .asString();
    }
}
