package org.redress.bench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.redress.testing.Api;
import org.redress.testing.Fulfilment;
import org.redress.traces.model.EpcisSchema;
import org.redress.traces.model.EventDocument;
import org.redress.traces.model.EventHash;
import org.redress.traces.model.EventRow;
import tools.jackson.databind.JsonNode;

/**
 * Documents of events brought in over REST, by the whole way that they take, against COPY of the same rows into tables
 * with the same columns, months and indexes; and the memory that documents of any size take.
 */
final class Capturing {
    private static final int ROUNDS = 5;
    private static final double OF_COPY = 4;
    private static final int EVENTS_A_ROUND = 50_000;
    private static final List<Integer> SIZES = List.of(1_000, 10_000, 100_000, 1_000_000);
    private static final Duration DONE_WITHIN = Duration.ofMinutes(20);
    private static final Duration START_EVERY = Duration.ofDays(20);
    private static final Instant FIRST = Instant.parse("2025-01-01T06:00:00Z");

    private final Installation installation;
    private final Report report;
    private final Postgres postgres;
    private final Api api;
    private final HttpClient http = HttpClient.newHttpClient();
    private int documents;

    Capturing(Installation installation, Postgres postgres, Report report) {
        this.installation = installation;
        this.postgres = postgres;
        this.report = report;
        this.api = Api.sample(installation.port());
    }

    void run() throws Exception {
        System.out.println("Capturing events …");
        likeTables();
        capture(EVENTS_A_ROUND);
        var captured = new double[ROUNDS];
        var copied = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            var capture = capture(EVENTS_A_ROUND);
            captured[round] = EVENTS_A_ROUND / capture.seconds();
            copied[round] = EVENTS_A_ROUND / copy(capture);
        }
        double copy = Timings.median(copied);
        double rate = Timings.median(captured);
        report.row("PostgreSQL, COPY of events with all they are found by", "%.0f / s".formatted(copy), "1");
        report.row(
                "events captured, validated and hashed",
                "%.0f / s".formatted(rate),
                copy / rate,
                OF_COPY,
                "COPYs",
                "1/%.1f".formatted(copy / rate));
        stages();
        for (int size : SIZES) {
            try (var heap = new Heap(installation.pid())) {
                capture(size);
                report.row(
                        "live heap, largest while %,d events came in".formatted(size),
                        heap.largestMegabytes() + " MB",
                        "");
            }
        }
    }

    private record Captured(String id, double seconds) {}

    /** From the first byte that is sent until the job is done. A document that fits is made before. */
    private Captured capture(int events) throws IOException, InterruptedException {
        Installation.await("quiet", DONE_WITHIN, Duration.ofMillis(100), postgres::isQuiet);
        var day = new Fulfilment("BENCH" + documents, FIRST.plus(START_EVERY.multipliedBy(documents)));
        documents++;
        long orders = events / Fulfilment.EVENTS_OF_AN_ORDER;
        var body = events <= EVENTS_A_ROUND
                ? BodyPublishers.ofByteArray(bytes(day, orders))
                : BodyPublishers.ofInputStream(() -> day.document(orders));
        long start = System.nanoTime();
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + installation.port() + "/epcis/v2/capture"))
                .header("Authorization", "Bearer " + Api.SAMPLE_KEY)
                .header("Content-Type", "application/ld+json")
                .POST(body)
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 202) {
            throw new IllegalStateException("The capture answered " + answer.statusCode() + ": " + answer.body());
        }
        var job = answer.headers().firstValue("Location").orElseThrow();
        Installation.await(
                "captured",
                DONE_WITHIN,
                Duration.ofMillis(20),
                () -> postgres.isCaptured(job.substring(job.lastIndexOf('/') + 1)));
        double seconds = (System.nanoTime() - start) / 1e9;
        var kept = api.get(job).is(200).body().at("/eventsKept").intValue();
        if (kept != events) {
            throw new IllegalStateException("Of " + events + " events " + kept + " were kept");
        }
        return new Captured(job.substring(job.lastIndexOf('/') + 1), seconds);
    }

    private void likeTables() throws SQLException {
        postgres.execute("CREATE SCHEMA IF NOT EXISTS bench");
        for (var table : List.of("event", "mention")) {
            postgres.execute("CREATE TABLE bench.%1$s (LIKE traces.%1$s INCLUDING ALL) PARTITION BY RANGE (event_time)"
                    .formatted(table));
        }
    }

    /** Seconds of COPY into tables of the same make, with the same months. */
    private double copy(Captured capture) throws SQLException, IOException {
        for (var table : List.of("event", "mention")) {
            postgres.execute("""
                    DO $$ DECLARE part record; BEGIN
                    FOR part IN SELECT c.relname, pg_get_expr(c.relpartbound, c.oid) AS bound
                        FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
                        WHERE i.inhparent = 'traces.%1$s'::regclass LOOP
                        EXECUTE format('CREATE TABLE IF NOT EXISTS bench.%%I PARTITION OF bench.%1$s %%s', part.relname, part.bound);
                    END LOOP; END $$""".formatted(table));
        }
        var since = "(SELECT created_at FROM traces.capture WHERE id = '%s')".formatted(capture.id());
        var events = written("SELECT * FROM traces.event WHERE record_time >= " + since);
        var mentions = written("""
                SELECT m.* FROM traces.mention m JOIN (SELECT DISTINCT event_time, id FROM traces.event
                    WHERE record_time >= %s) e ON e.event_time = m.event_time AND e.id = m.event_id""".formatted(since));
        postgres.execute("CHECKPOINT");
        try (var eventRows = new BufferedInputStream(Files.newInputStream(events));
                var mentionRows = new BufferedInputStream(Files.newInputStream(mentions))) {
            long start = System.nanoTime();
            postgres.execute("BEGIN");
            postgres.copy().copyIn("COPY bench.event FROM STDIN", eventRows);
            postgres.copy().copyIn("COPY bench.mention FROM STDIN", mentionRows);
            postgres.execute("COMMIT");
            return (System.nanoTime() - start) / 1e9;
        } finally {
            Files.delete(events);
            Files.delete(mentions);
        }
    }

    private Path written(String query) throws SQLException, IOException {
        var file = Files.createTempFile("redress-bench", ".copy");
        try (var rows = new BufferedOutputStream(Files.newOutputStream(file))) {
            postgres.copy().copyOut("COPY (" + query + ") TO STDOUT", rows);
        }
        return file;
    }

    /** Where the time goes: each step alone, in one thread of this process. */
    private void stages() throws IOException, EventDocument.Unreadable {
        var day = new Fulfilment("STAGES", FIRST);
        int orders = 10_000;
        var namespaces = Map.of("redress", "urn:redress:epcis:");
        var schema = EpcisSchema.gs1();
        for (int round = 0; round < 2; round++) {
            boolean last = round == 1;
            var events = new ArrayList<JsonNode>();
            stage("read from JSON", last, () -> {
                try (var document = new java.io.ByteArrayInputStream(bytes(day, orders))) {
                    EventDocument.events(document, (event, _) -> events.add(event));
                }
                return events.size();
            });
            stage("validated by GS1’s schema", last, () -> {
                int faults = 0;
                for (var event : events) {
                    faults += schema.event(event, "").size();
                }
                return faults == 0 ? events.size() : 0;
            });
            var hash = new EventHash();
            stage("hashed", last, () -> {
                int hashed = 0;
                for (var event : events) {
                    hashed += hash.of(event.toString(), namespaces).isPresent() ? 1 : 0;
                }
                return hashed;
            });
            var checker = new EventRow.Checker(namespaces, Instant.now());
            stage("all of these, and read as facts", last, () -> {
                int sound = 0;
                for (var event : events) {
                    sound += checker.check(event, "") instanceof EventRow.Checked.Sound ? 1 : 0;
                }
                return sound;
            });
        }
    }

    private static byte[] bytes(Fulfilment day, long orders) throws IOException {
        try (InputStream document = day.document(orders)) {
            return document.readAllBytes();
        }
    }

    private interface Stage {
        int work() throws IOException, EventDocument.Unreadable;
    }

    private void stage(String name, boolean reported, Stage stage) throws IOException, EventDocument.Unreadable {
        long start = System.nanoTime();
        int events = stage.work();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (reported) {
            report.row("events on one core: " + name, "%.0f / s".formatted(events / seconds), "");
        }
    }
}
