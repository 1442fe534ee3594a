package org.redress.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.redress.access.Browser;
import org.redress.testing.Api;

/** The queue, its filters and its search over millions of claims, and hundreds of pages that listen. */
final class Queueing {
    private static final int WARM_UP = 150;
    private static final int REQUESTS = 400;
    private static final int LISTENERS = 500;
    private static final int LISTENERS_OF_ONE = 20;
    private static final int MOVES = 60;
    private static final double PAGE_MILLISECONDS = 50;
    private static final double SQL_MILLISECONDS = 4;
    private static final double SEARCH_MILLISECONDS = 100;

    /** Numbers, names, common words, rare words, two languages, and what is nowhere. */
    private static final List<String> ASKED = List.of(
            "wrong",
            "wrong item",
            "blue mug",
            "lantern rope",
            "compass tent",
            "Customer",
            "c77777@example.com",
            "B-1234567",
            "Z012-D687",
            "helmet pump tyre",
            "杯子",
            "红色杯子",
            "收到 错误",
            "帐篷 绳子",
            "杯",
            "体温计",
            "refund birthday kettle",
            "nowhere-to-be-found",
            "reflector 帐篷",
            "mug please");

    private final Installation installation;
    private final Postgres postgres;
    private final Report report;
    private final int claims;

    Queueing(Installation installation, Postgres postgres, Report report, int claims) {
        this.installation = installation;
        this.postgres = postgres;
        this.report = report;
        this.claims = claims;
    }

    void run() throws Exception {
        System.out.printf("Storing %,d claims …%n", claims);
        long start = System.nanoTime();
        new ManyClaims(postgres, claims).store();
        report.fact(
                "claims",
                "%,d, one in a hundred open; stored in %.0f s".formatted(claims, (System.nanoTime() - start) / 1e9));
        report.fact("on disk", postgres.text("""
                SELECT 'claims ' || pg_size_pretty(pg_total_relation_size('claims.claim')) || ', lines '
                    || pg_size_pretty(pg_total_relation_size('claims.line')) || ', words '
                    || pg_size_pretty(pg_total_relation_size('claims.words')) || ' (of that the index '
                    || pg_size_pretty(pg_relation_size('claims.words_found')) || ')'"""));
        var pages = new Pages(installation.port());
        page(pages, "queue", "/desk/claims");
        page(pages, "queue, counts of its tabs", "/desk/claims/tabs?view=ours");
        page(pages, "queue, narrowed down", "/desk/claims?view=ours&channel=phone&language=zh&whose=nobody");
        page(pages, "all claims, the newest first", "/desk/claims?view=all");
        page(pages, "all claims, of a state", "/desk/claims?view=all&state=closed");
        page(pages, "all claims, of a kind that no index has", "/desk/claims?view=all&channel=chat&severity=high");
        search(pages);
        listeners();
    }

    private void page(Pages pages, String name, String path) throws Exception {
        var request = pages.desk(path);
        for (int i = 0; i < WARM_UP; i++) {
            pages.get(request);
        }
        postgres.execute("SELECT pg_stat_statements_reset()");
        var timings = new Timings();
        for (int i = 0; i < REQUESTS; i++) {
            long start = System.nanoTime();
            pages.get(request);
            timings.add(System.nanoTime() - start);
        }
        double sql = sql() / REQUESTS;
        var spread = timings.spread();
        report.row(
                name + "; median / p95 / p99 / max", spread.withP99(), spread.p99(), PAGE_MILLISECONDS, "ms (p99)", "");
        report.row("  of it in SQL, mean", "%.2f ms".formatted(sql), sql, SQL_MILLISECONDS, "ms", "");
    }

    /** What the application's statements took since they were last counted anew, in milliseconds. */
    private double sql() throws SQLException {
        return Double.parseDouble(postgres.text("""
                SELECT coalesce(sum(s.total_plan_time + s.total_exec_time), 0)
                  FROM pg_stat_statements s JOIN pg_roles r ON r.oid = s.userid
                 WHERE r.rolname = 'redress_app'"""));
    }

    private void search(Pages pages) throws Exception {
        var all = new Timings();
        for (int round = -1; round < 10; round++) {
            for (var text : ASKED) {
                var request = pages.desk("/desk/claims?view=all&q=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
                long start = System.nanoTime();
                pages.get(request);
                long took = System.nanoTime() - start;
                if (round >= 0) {
                    all.add(took);
                } else {
                    System.out.printf("  %-24s %.1f ms at first%n", text, took / 1e6);
                }
            }
        }
        var spread = all.spread();
        report.row(
                "search, %d questions; median / p95 / p99 / max".formatted(ASKED.size()),
                spread.withP99(),
                spread.p95(),
                SEARCH_MILLISECONDS,
                "ms (p95)",
                "");
    }

    /** Pages of 25 agents listen; then claims move, and it is measured when each has heard. */
    private void listeners() throws Exception {
        System.out.println("Listening …");
        var sessions = sessions(LISTENERS / LISTENERS_OF_ONE);
        var before = installation.residentMegabytes();
        var heard = new Timings();
        var opened = new CountDownLatch(LISTENERS);
        int missed = 0;
        var at = new AtomicLong();
        var rounds = new ArrayList<CountDownLatch>();
        for (int i = 0; i < MOVES; i++) {
            rounds.add(new CountDownLatch(LISTENERS));
        }
        var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < LISTENERS; i++) {
                var session = sessions.get(i / LISTENERS_OF_ONE);
                threads.execute(() -> listen(http, session, opened, rounds, at, heard));
            }
            if (!opened.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Not all could listen: " + opened.getCount());
            }
            report.row(
                    "%d pages listen: memory before and with them".formatted(LISTENERS),
                    "%d MB, %d MB".formatted(before, installation.residentMegabytes()),
                    "");
            var api = Api.sample(installation.port());
            for (int i = 0; i < MOVES; i++) {
                var id = open(i);
                TimeUnit.MILLISECONDS.sleep(500);
                at.set(System.nanoTime());
                api.post("/api/v1/claims/" + id + "/escalation").is(200);
                if (!rounds.get(i).await(10, TimeUnit.SECONDS)) {
                    missed += (int) rounds.get(i).getCount();
                }
            }
        }
        var spread = heard.spread();
        report.row("from an act to each page that hears of it; median / p95 / p99 / max", spread.withP99(), "");
        report.row("pages that did not hear, of %,d".formatted(LISTENERS * MOVES), Integer.toString(missed), "");
    }

    private void listen(
            HttpClient http,
            String session,
            CountDownLatch opened,
            List<CountDownLatch> rounds,
            AtomicLong at,
            Timings heard) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + installation.port() + "/desk/live"))
                .header("Cookie", "session=" + session)
                .header("Accept", "text/event-stream")
                .build();
        try (var lines = new BufferedReader(new InputStreamReader(
                http.send(request, BodyHandlers.ofInputStream()).body(), StandardCharsets.UTF_8))) {
            int round = 0;
            for (var line = lines.readLine(); line != null && round < rounds.size(); line = lines.readLine()) {
                if (line.startsWith("retry:")) {
                    opened.countDown();
                } else if (line.startsWith("event: moved")) {
                    synchronized (heard) {
                        heard.add(System.nanoTime() - at.get());
                    }
                    rounds.get(round++).countDown();
                }
            }
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private String open(int place) throws SQLException {
        return postgres.text(
                "SELECT id FROM claims.claim WHERE state = 'SUBMITTED' AND NOT escalated AND owed_by = 'AGENT'"
                        + " ORDER BY id DESC OFFSET " + place + " LIMIT 1");
    }

    /** Each agent has the sample agent's password. */
    private List<String> sessions(int agents) throws SQLException {
        var sessions = new ArrayList<String>();
        for (int i = 0; i < agents; i++) {
            var email = "bench-" + i + "@example.com";
            postgres.execute("""
                    INSERT INTO access.account
                    SELECT (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid(), 'email', '%s'))).*
                      FROM access.account a WHERE a.email = 'agent@example.com'
                    """.formatted(email));
            sessions.add(new Browser(installation.port())
                    .loggedIn(email, "agent")
                    .cookie("session")
                    .orElseThrow());
        }
        return sessions;
    }
}
