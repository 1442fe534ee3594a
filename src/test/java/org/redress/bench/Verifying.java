package org.redress.bench;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.redress.kernel.Gtin;
import org.redress.kernel.Sku;
import org.redress.orders.Product;
import org.redress.rehearsal.model.Article;
import org.redress.rehearsal.model.Conditions;
import org.redress.rehearsal.model.LabelPhoto;
import org.redress.testing.Api;

/**
 * Claims about whose orders everything is known (parcel with its weights, picks, packing, hand-over, delivery, a photo of
 * the article), verified over REST while ten million events of two million parcels are stored.
 */
final class Verifying {
    private static final int CLAIMS = 60;
    private static final int WARM_UP = 5;
    private static final int ROUNDS = 10;
    private static final double VERIFICATION_MILLISECONDS = 20;
    private static final double LEDGER_MILLISECONDS = 10;
    private static final Duration READ_WITHIN = Duration.ofMinutes(2);

    private final Installation installation;
    private final Postgres postgres;
    private final Report report;
    private final Api api;

    Verifying(Installation installation, Postgres postgres, Report report) {
        this.installation = installation;
        this.postgres = postgres;
        this.report = report;
        this.api = Api.sample(installation.port());
    }

    void run() throws Exception {
        long events = Storing.months(installation.home(), Storing.merchant(postgres));
        var claims = claims();
        var pages = new Pages(installation.port());
        var requests = claims.stream().map(Verifying::path).map(pages::rest).toList();
        var rows = new Timings();
        var verifications = new Timings();
        try (var row = postgres.oneRow(UUID.fromString(claims.getFirst()))) {
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                for (var request : requests) {
                    long start = System.nanoTime();
                    row.read();
                    long read = System.nanoTime();
                    pages.get(request);
                    long verified = System.nanoTime();
                    if (round >= 0) {
                        rows.add(read - start);
                        verifications.add(verified - read);
                    }
                }
            }
        }
        var one = rows.spread();
        var verified = verifications.spread();
        report.row("PostgreSQL, one claim's row by key; median / p95 / max", one.text(), "1");
        report.row(
                "verification with all facts over REST, %,d events stored".formatted(events),
                verified.text(),
                verified.p95(),
                VERIFICATION_MILLISECONDS,
                "ms (p95)",
                "%.0f".formatted(verified.median() / one.median()));
        ledger(claims);
    }

    private static String path(String claim) {
        return "/api/v1/claims/" + claim + "/verification";
    }

    /** What PostgreSQL itself needs to plan and carry out the questions about parcels and events of one claim. */
    private void ledger(List<String> claims) throws SQLException {
        postgres.execute("SELECT pg_stat_statements_reset()");
        for (var claim : claims) {
            api.get(path(claim)).is(200);
        }
        double milliseconds = Double.parseDouble(postgres.text("""
                        SELECT sum(s.total_plan_time + s.total_exec_time)
                        FROM pg_stat_statements s JOIN pg_roles r ON r.oid = s.userid
                        WHERE r.rolname = 'redress_app' AND s.query LIKE '%traces.%'""")) / claims.size();
        report.row(
                "of that the ledger’s queries, planned and carried out, mean",
                "%.1f ms".formatted(milliseconds),
                milliseconds,
                LEDGER_MILLISECONDS,
                "ms",
                "");
    }

    /** One in every month, and again, each of an order of its own; their photos have been read. */
    private List<String> claims() throws InterruptedException, SQLException {
        var gtin = postgres.text("SELECT gtin FROM orders.product WHERE sku = 'MUG-BLU-350' LIMIT 1");
        var mug = new Product(new Sku("MUG-BLU-350"), "Blue mug", new Gtin(gtin), null, null, null, null, null, null);
        var claims = new ArrayList<String>();
        for (int i = 0; i < CLAIMS; i++) {
            long order = i * 2_711L;
            var number = "MILLION-%s-%d".formatted(Storing.FIRST.plusMonths(i % Storing.MONTHS), order);
            var sku = "SKU-" + order * 7 % 5_000;
            api.put("/api/v1/orders/" + number, """
                    {"shop": "bench", "placedAt": "2024-01-01T10:00:00Z", "currency": "GBP",
                     "customer": {"name": "Ada Byrne", "email": "ada@example.com", "language": "en"},
                     "shipTo": {"name": "Ada Byrne", "street": "1 Mill Lane", "city": "Leeds", "country": "GB"},
                     "lines": [{"lineNumber": 1, "sku": "%s", "quantity": 1,
                                "unitPrice": {"amount": "12.50", "currency": "GBP"}},
                               {"lineNumber": 2, "sku": "SKU-%d", "quantity": 2,
                                "unitPrice": {"amount": "4.20", "currency": "GBP"}}]}
                    """.formatted(sku, (order * 13 + 1) % 5_000))
                    .is(200);
            var upload = api.upload(
                            "/api/v1/uploads",
                            "mug.jpg",
                            LabelPhoto.item(Article.plain(mug), Conditions.steady(i)),
                            Map.of())
                    .is(201)
                    .text("/uploadId");
            claims.add(api.post("/api/v1/claims", """
                            {"orderNumber": "%s", "contact": {"email": "ada@example.com"}, "channel": "API",
                             "statement": "A blue mug came.", "demand": "REFUND",
                             "lines": [{"sku": "%s", "quantity": 1, "problem": "WRONG_ITEM",
                                        "received": {"sku": "MUG-BLU-350", "quantity": 1}}],
                             "evidence": [{"kind": "ITEM_BARCODE", "uploadId": "%s"}]}
                            """.formatted(number, sku, upload))
                    .is(201)
                    .text("/id"));
        }
        Installation.await(
                "read", READ_WITHIN, Duration.ofMillis(100), () -> postgres.hasReadPhotos() && postgres.isQuiet());
        return claims;
    }
}
