package org.redress.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.redress.testing.Api;

/** Files of orders of four lines each, imported over REST. */
record Importing(Api api) {
    static final int LINES_OF_AN_ORDER = 4;
    private static final Duration WITHIN = Duration.ofMinutes(10);

    /** @param name begins every order number */
    static byte[] file(String name, int rows) {
        var file = new StringBuilder(
                "orderNumber,placedAt,sku,name,quantity,unitPrice,currency,shop,customerName,email,phone,"
                        + "shipToStreet,shipToCity,shipToPostcode,shipToCountry,shippingFee\n");
        for (int i = 0; i < rows; i++) {
            int order = i / LINES_OF_AN_ORDER;
            int minute = order % 1_440;
            file.append("%s-%d,2026-01-%02d %02d:%02d,SKU-%d,Article of the bench number %d,%d,%d.%02d,GBP,bench,"
                            .formatted(
                                    name,
                                    order,
                                    1 + order % 28,
                                    minute / 60,
                                    minute % 60,
                                    i % 5_000,
                                    i % 5_000,
                                    1 + i % 3,
                                    1 + i % 90,
                                    i % 100))
                    .append(
                            "Customer %1$d,customer%1$d@example.com,+44 20 79%2$06d,%1$d Mill Lane,Leeds,LS1 4DY,GB,3.99\n"
                                    .formatted(order, order % 1_000_000));
        }
        return file.toString().getBytes(UTF_8);
    }

    /** The same rows so that those of an order stand far apart. */
    static byte[] scattered(byte[] file) {
        var lines = new String(file, UTF_8).lines().toList();
        var mixed = new StringBuilder(lines.getFirst()).append('\n');
        for (int part = 0; part < LINES_OF_AN_ORDER; part++) {
            for (int i = 1 + part; i < lines.size(); i += LINES_OF_AN_ORDER) {
                mixed.append(lines.get(i)).append('\n');
            }
        }
        return mixed.toString().getBytes(UTF_8);
    }

    /** Seconds from the upload until the run is over. */
    double run(byte[] file, int rows) throws IOException, InterruptedException {
        long start = System.nanoTime();
        var id = api.upload(
                        "/api/v1/imports",
                        "orders.csv",
                        file,
                        Map.of("kind", "ORDERS"),
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .is(202)
                .text("/id");
        Installation.await(
                "imported",
                WITHIN,
                Duration.ofMillis(50),
                () -> !api.get("/api/v1/imports/" + id).text("/state").equals("RUNNING"));
        double seconds = (System.nanoTime() - start) / 1e9;
        var run = api.get("/api/v1/imports/" + id);
        if (run.body().at("/rowsAccepted").asInt() != rows) {
            throw new IllegalStateException("Not all rows were accepted: " + run.body());
        }
        return seconds;
    }
}
