package org.redress.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.redress.testing.Api;

/**
 * Files of orders of four lines each, imported over REST by the whole way that they take, against COPY of the rows that they
 * become into tables with the same columns and indexes.
 */
final class Importing {
    private static final int LINES_OF_AN_ORDER = 4;
    private static final int ROWS = 100_000;
    private static final int WARM_UP = 4;
    private static final int ROUNDS = 5;
    private static final double OF_COPY = 4;
    private static final Duration WITHIN = Duration.ofMinutes(10);

    private final Postgres postgres;
    private final Report report;
    private final Api api;

    Importing(Installation installation, Postgres postgres, Report report) {
        this.postgres = postgres;
        this.report = report;
        this.api = Api.sample(installation.port());
    }

    void run() throws Exception {
        System.out.println("Importing orders …");
        postgres.execute("CREATE SCHEMA IF NOT EXISTS bench");
        for (int round = 0; round < WARM_UP; round++) {
            imported(file("WARM-" + round, ROWS), ROWS);
        }
        for (boolean apart : new boolean[] {false, true}) {
            var copied = new double[ROUNDS];
            var imported = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                var numbers = "BENCH-%s-%d".formatted(apart ? "APART" : "ROWS", round);
                var file = file(numbers, ROWS);
                Installation.await("quiet", WITHIN, Duration.ofMillis(100), postgres::isQuiet);
                postgres.execute("CHECKPOINT");
                imported[round] = ROWS / imported(apart ? scattered(file) : file, ROWS);
                postgres.execute("CHECKPOINT");
                copied[round] = ROWS / postgres.copyOrders(numbers);
            }
            report(Timings.median(copied), Timings.median(imported), apart);
        }
    }

    private void report(double copied, double imported, boolean apart) {
        report.row("PostgreSQL, COPY of the rows of these orders", "%.0f / s".formatted(copied), "1");
        report.row(
                "order import, %,d rows%s".formatted(ROWS, apart ? ", those of an order far apart" : ""),
                "%.0f / s".formatted(imported),
                copied / imported,
                OF_COPY,
                "COPYs",
                "1/%.1f".formatted(copied / imported));
    }

    /** @param name begins every order number */
    private static byte[] file(String name, int rows) {
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
    private static byte[] scattered(byte[] file) {
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
    private double imported(byte[] file, int rows) throws IOException, InterruptedException {
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
