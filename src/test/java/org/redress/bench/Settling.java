package org.redress.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.redress.testing.Api;

/**
 * How many steps a second are carried out against the sandbox: claims are filed and offers made before; then customers
 * agree, eight at a time, and the clock stops when the last step is done. A step here is its staging, the request, the
 * question how far it is, their records, and the report to the claim.
 */
final class Settling {
    private static final double STEPS = 100;
    private static final int STEPS_A_CLAIM = 3;
    private static final int CLIENTS = 8;
    private static final int WARM_UP = 100;
    private static final int CLAIMS = 500;
    private static final int ROUNDS = 3;
    private static final Duration WITHIN = Duration.ofMinutes(5);

    private final Postgres postgres;
    private final Report report;
    private final Api api;

    Settling(int port, Postgres postgres, Report report) {
        this.postgres = postgres;
        this.report = report;
        this.api = Api.sample(port);
    }

    /** A claim whose customer has an offer. */
    private record Offered(String claim, String offer) {}

    void run() throws Exception {
        System.out.println("Settling …");
        postgres.execute("CREATE SCHEMA IF NOT EXISTS bench");
        postgres.execute("CREATE TABLE IF NOT EXISTS bench.commit (id uuid PRIMARY KEY, body text NOT NULL)");
        settled("WARM", WARM_UP);
        var rates = new double[ROUNDS];
        var commits = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            commits[round] = commits();
            rates[round] = settled("R" + round, CLAIMS);
        }
        double commit = Timings.median(commits);
        double rate = Timings.median(rates);
        report.row("PostgreSQL, commits of one row, 1 client", "%.0f / s".formatted(commit), "1");
        report.atLeast(
                "steps carried out, sandbox, from the first consent to the last step",
                "%.0f / s".formatted(rate),
                rate,
                STEPS,
                "/ s",
                "1/%.1f".formatted(commit / rate));
    }

    private double commits() throws Exception {
        try (var commit = postgres.oneCommit()) {
            long start = System.nanoTime();
            for (int i = 0; i < CLAIMS; i++) {
                commit.write();
            }
            return CLAIMS / ((System.nanoTime() - start) / 1e9);
        }
    }

    private double settled(String name, int claims) throws Exception {
        var run = System.currentTimeMillis();
        var offered = each(claims, i -> offered("SETTLE-%s-%d-%d".formatted(name, run, i)));
        Installation.await("quiet", WITHIN, Duration.ofMillis(200), postgres::isQuiet);
        long done = done();
        long start = System.nanoTime();
        var _ = each(claims, i -> agreed(offered.get(i)));
        Installation.await(
                "settled", WITHIN, Duration.ofMillis(20), () -> done() - done == (long) claims * STEPS_A_CLAIM);
        return claims * STEPS_A_CLAIM / ((System.nanoTime() - start) / 1e9);
    }

    private long done() {
        try {
            return postgres.number("SELECT count(*) FROM settlement.step WHERE state = 'DONE'");
        } catch (java.sql.SQLException lost) {
            throw new IllegalStateException(lost);
        }
    }

    private interface Work<T> {
        T of(int number);
    }

    private static <T> List<T> each(int count, Work<T> work) throws Exception {
        try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
            var all = IntStream.range(0, count)
                    .<Callable<T>>mapToObj(i -> () -> work.of(i))
                    .toList();
            var results = new ArrayList<T>();
            for (var result : threads.invokeAll(all)) {
                results.add(result.get());
            }
            return results;
        }
    }

    /** The right mug is sent, the wrong one gets a label, and a pound goes back for the trouble. */
    private Offered offered(String number) {
        api.put("/api/v1/orders/" + number, """
                {"shop": "bench", "placedAt": "2026-01-05T10:00:00Z", "currency": "GBP",
                 "customer": {"name": "Ada Byrne", "email": "ada@example.com", "language": "en"},
                 "shipTo": {"name": "Ada Byrne", "street": "1 Mill Lane", "city": "Leeds", "country": "GB"},
                 "lines": [{"lineNumber": 1, "sku": "MUG-RED-350", "quantity": 1,
                            "unitPrice": {"amount": "12.50", "currency": "GBP"}}],
                 "payments": [{"provider": "card", "reference": "ch_%1$s", "paidAt": "2026-01-05T10:00:00Z",
                               "amount": {"amount": "12.50", "currency": "GBP"}}]}
                """.formatted(number)).is(200);
        var claim = new Filing(api, number).file().text("/id");
        api.post("/api/v1/claims/" + claim + "/acceptance").is(200);
        var offer = api.post("/api/v1/claims/" + claim + "/offers", """
                        {"remedies": [{"kind": "RESHIP", "lines": [{"sku": "MUG-RED-350", "quantity": 1}]},
                                      {"kind": "RETURN_LABEL", "lines": [{"sku": "MUG-BLU-350", "quantity": 1}]},
                                      {"kind": "COMPENSATION", "amount": {"amount": "1.00", "currency": "GBP"}}]}
                        """).is(201);
        if (!offer.text("/state").equals("OPEN")) {
            throw new IllegalStateException("The offer is not open: " + offer.body());
        }
        return new Offered(claim, offer.text("/id"));
    }

    private boolean agreed(Offered offered) {
        api.post(
                        "/api/v1/claims/" + offered.claim() + "/offers/" + offered.offer() + "/response",
                        "{\"decision\": \"ACCEPT\"}")
                .is(200);
        return true;
    }
}
