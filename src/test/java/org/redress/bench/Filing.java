package org.redress.bench;

import org.redress.testing.Api;

/** An order of a red mug of the sample shop, and the claim that a blue one came. */
record Filing(Api api, String orderNumber) {
    void order() {
        api.put("/api/v1/orders/" + orderNumber, """
                {"shop": "bench", "placedAt": "2026-01-05T10:00:00Z", "currency": "GBP",
                 "customer": {"name": "Ada Byrne", "email": "ada@example.com", "language": "en"},
                 "shipTo": {"name": "Ada Byrne", "line1": "1 Mill Lane", "city": "Leeds", "country": "GB"},
                 "lines": [{"lineNumber": 1, "sku": "MUG-RED-350", "quantity": 1,
                            "unitPrice": {"amount": "12.50", "currency": "GBP"}}]}
                """).is(200);
    }

    /** As a program does it that may have to ask again: with an Idempotency-Key. */
    Api.Answer file() {
        return api.post("/api/v1/claims", """
                        {"orderNumber": "%s", "contact": {"email": "ada@example.com"}, "channel": "API",
                         "statement": "I ordered a red mug and a blue one came.", "demand": "REFUND",
                         "lines": [{"sku": "MUG-RED-350", "quantity": 1, "problem": "WRONG_VARIANT",
                                    "received": {"sku": "MUG-BLU-350", "quantity": 1}}]}
                        """.formatted(orderNumber), "Idempotency-Key", orderNumber)
                .is(201);
    }
}
