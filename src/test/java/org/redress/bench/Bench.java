package org.redress.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.redress.testing.Api;

/**
 * Measures one running product and prints a table. Ratios are against PostgreSQL's own time for one row, taken in turns
 * with the measurement, so that what disturbs the machine disturbs both. Called by script/bench.
 */
final class Bench {
    private static final Set<String> PARTS = Set.of("causes", "remedies", "settlement", "queue", "mail", "lighthouse");
    private static final int LATER_STARTS = 3;
    private static final int WARM_UP = 300;
    private static final int ROUNDS = 6;
    private static final int REQUESTS_A_ROUND = 60;
    private static final int ROWS_A_ROUND = 200;
    private static final int COUNTED_REQUESTS = 20;
    private static final int FILING_ROUNDS = 3;
    private static final Duration SAMPLE_WITHIN = Duration.ofMinutes(3);
    private static final Duration QUIET_WITHIN = Duration.ofMinutes(1);
    private static final Duration SETTLED = Duration.ofSeconds(5);
    private static final double READY_SECONDS = 10;
    private static final double PAGE_MILLISECONDS = 30;
    private static final double IDLE_MEGABYTES = 500;
    private static final double PHOTO_SECONDS = 1.5;

    private final Installation installation;
    private final Report report = new Report();

    private Bench(Installation installation) {
        this.installation = installation;
    }

    /**
     * @param command {@code accuracy} and what {@link Accuracy} takes; {@code coach}; else what starts the product in the foreground, after
     *     the name of a part where only that is measured
     */
    public static void main(String[] command) throws Exception {
        if (command.length > 0 && command[0].equals("accuracy")) {
            System.out.println(Accuracy.run(List.of(command).subList(1, command.length)));
            return;
        }
        if (command.length > 0 && command[0].equals("coach")) {
            System.out.println(Coaching.run());
            return;
        }
        if (command.length == 2 && command[0].equals("causes")) {
            var report = new Report();
            try (var postgres = new Postgres(Path.of(command[1]))) {
                new Causes(Path.of(command[1]), postgres, report).run();
            }
            System.out.println(report.text());
            return;
        }
        var only = command.length > 0 ? command[0] : "";
        boolean isPart = PARTS.contains(only);
        var product = List.of(command).subList(isPart ? 1 : 0, command.length);
        if (only.equals("mail")) {
            System.out.println(mail(product));
            return;
        }
        try (var installation = new Installation(product)) {
            Runtime.getRuntime().addShutdownHook(new Thread(installation::close, "stop"));
            try {
                var bench = new Bench(installation);
                System.out.println(
                        switch (only) {
                            case "causes" -> bench.causes();
                            case "remedies" -> bench.remedies();
                            case "settlement" -> bench.settlement();
                            case "queue" -> bench.queue();
                            case "lighthouse" -> bench.lighthouse();
                            default -> bench.run();
                        });
            } catch (Exception broken) {
                // Whoever pressed Ctrl-C knows why the server is gone.
                if (!installation.isClosed()) {
                    throw broken;
                }
            }
        }
    }

    /** Only how fast remedies are put together and rules tried. */
    private String remedies() throws Exception {
        double before = load();
        machine();
        installation.start();
        awaitSampleClaims();
        try (var postgres = new Postgres(installation.home())) {
            report.fact("PostgreSQL", postgres.text("SHOW server_version"));
            Installation.await("quiet", QUIET_WITHIN, Duration.ofMillis(200), postgres::isQuiet);
            new Remedies(installation.home(), postgres, report).run();
        }
        installation.stop();
        report.fact("load average", "%.1f before, %.1f after".formatted(before, load()));
        return report.text();
    }

    /** Only how fast causes are found. */
    private String causes() throws Exception {
        double before = load();
        machine();
        installation.start();
        try (var postgres = new Postgres(installation.home())) {
            report.fact("PostgreSQL", postgres.text("SHOW server_version"));
            postgres.prepareCounting();
        }
        installation.stop();
        installation.start();
        try (var postgres = new Postgres(installation.home())) {
            postgres.count();
            Storing.months(installation.home(), Storing.merchant(postgres));
            new Causes(installation.home(), postgres, report).run();
        }
        installation.stop();
        report.fact("load average", "%.1f before, %.1f after".formatted(before, load()));
        return report.text();
    }

    /** Only how fast mail comes in and goes out. */
    private static String mail(List<String> product) throws Exception {
        try (var mailing = new Mailing();
                var installation = new Installation(Stream.concat(product.stream(), mailing.settings().stream())
                        .toList())) {
            var bench = new Bench(installation);
            double before = load();
            bench.machine();
            installation.start();
            bench.awaitSampleClaims();
            try (var postgres = new Postgres(installation.home())) {
                Installation.await("quiet", QUIET_WITHIN, Duration.ofMillis(200), postgres::isQuiet);
                mailing.run(installation, postgres, bench.report);
            }
            installation.stop();
            bench.report.fact("load average", "%.1f before, %.1f after".formatted(before, load()));
            return bench.report.text();
        }
    }

    /** Only the queue over millions of claims: as many as the setting {@code bench.claims} says. */
    private String queue() throws Exception {
        double before = load();
        machine();
        installation.start();
        awaitSampleClaims();
        try (var postgres = new Postgres(installation.home())) {
            report.fact("PostgreSQL", postgres.text("SHOW server_version"));
            Installation.await("quiet", QUIET_WITHIN, Duration.ofMillis(200), postgres::isQuiet);
            postgres.prepareCounting();
        }
        installation.stop();
        installation.start();
        try (var postgres = new Postgres(installation.home())) {
            postgres.count();
            new Queueing(installation, postgres, report, Integer.getInteger("bench.claims", 10_000_000)).run();
        }
        installation.stop();
        report.fact("load average", "%.1f before, %.1f after".formatted(before, load()));
        return report.text();
    }

    /** Only what Lighthouse says of the pages. */
    private String lighthouse() throws Exception {
        double before = load();
        machine();
        installation.start();
        awaitSampleClaims();
        try (var postgres = new Postgres(installation.home())) {
            Installation.await("quiet", QUIET_WITHIN, Duration.ofMillis(200), postgres::isQuiet);
        }
        new Lighthouse(installation.port(), installation.home(), report).run();
        installation.stop();
        report.fact("load average", "%.1f before, %.1f after".formatted(before, load()));
        return report.text();
    }

    /** Only how fast plans are carried out. */
    private String settlement() throws Exception {
        double before = load();
        machine();
        installation.start();
        awaitSampleClaims();
        try (var postgres = new Postgres(installation.home())) {
            report.fact("PostgreSQL", postgres.text("SHOW server_version"));
            new Settling(installation.port(), postgres, report).run();
        }
        installation.stop();
        report.fact("load average", "%.1f before, %.1f after".formatted(before, load()));
        return report.text();
    }

    private String run() throws Exception {
        double before = load();
        machine();
        starts();
        try (var postgres = new Postgres(installation.home())) {
            report.fact("PostgreSQL", postgres.text("SHOW server_version"));
            TimeUnit.NANOSECONDS.sleep(SETTLED.toNanos());
            memory("resident memory, idle after a start");
            var pages = new Pages(installation.port());
            var claim = pages.fullestClaim();
            var tracked = pages.trackedClaim();
            pages(pages, pages.of(claim, tracked), postgres, claim);
            filing(postgres);
            new Settling(installation.port(), postgres, report).run();
            new Importing(installation, postgres, report).run();
            report.row("resident memory, after this load", installation.residentMegabytes() + " MB", "");
            new Capturing(installation, postgres, report).run();
            postgres.prepareCounting();
            say("Counting queries");
            installation.stop();
            installation.start();
            queries(claim, tracked);
        }
        installation.stop();
        photos();
        report.fact("load average", "%.1f before, %.1f after".formatted(before, load()));
        return report.text();
    }

    private void awaitSampleClaims() throws InterruptedException {
        Installation.await(
                "through with the sample claims",
                SAMPLE_WITHIN,
                Duration.ofMillis(200),
                () -> installation.log().contains("Sample claims: "));
    }

    private static void say(String doing) {
        System.out.println(doing + " …");
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private void machine() throws IOException {
        var memory = Installation.kilobytes(Path.of("/proc/meminfo"), "MemTotal:") / 1024 / 1024;
        report.fact(
                "machine",
                Runtime.getRuntime().availableProcessors() + " cores, " + memory + " GB, "
                        + System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        report.fact("JDK", System.getProperty("java.vm.vendor") + " " + Runtime.version());
    }

    private void starts() throws IOException, InterruptedException {
        say("Starting on an empty folder, and filing the sample claims");
        double first = installation.start();
        report.row("first start, with initdb and migrations", "%.1f s".formatted(first), "");
        awaitSampleClaims();
        TimeUnit.NANOSECONDS.sleep(SETTLED.toNanos());
        report.row("resident memory, sample claims just filed", installation.residentMegabytes() + " MB", "");
        say("Starting again, " + LATER_STARTS + " times");
        var later = new double[LATER_STARTS];
        for (int i = 0; i < LATER_STARTS; i++) {
            installation.stop();
            later[i] = installation.start();
        }
        double median = Timings.median(later);
        report.row(
                "later start, median of " + LATER_STARTS, "%.1f s".formatted(median), median, READY_SECONDS, "s", "");
    }

    /** In this process, without the server: what a job does with the bytes of one photo. */
    private void photos() throws IOException {
        say("Reading photos");
        for (var shot : PhotoShoot.shots()) {
            double seconds = shot.seconds();
            report.row(shot.name(), "%.2f s of one core".formatted(seconds), seconds, PHOTO_SECONDS, "s", "");
        }
    }

    private void memory(String what) throws IOException {
        var resident = installation.residentMegabytes();
        report.row(what, resident + " MB", (double) resident, IDLE_MEGABYTES, "MB", "");
    }

    private void pages(Pages pages, List<Pages.Page> all, Postgres postgres, String claim)
            throws IOException, InterruptedException, SQLException {
        say("Asking for pages");
        var baseline = new Timings();
        var timings = new HashMap<Pages.Page, Timings>();
        try (var row = postgres.oneRow(UUID.fromString(claim))) {
            for (int i = 0; i < WARM_UP; i++) {
                row.read();
                for (var page : all) {
                    pages.get(page.request());
                }
            }
            for (int round = 0; round < ROUNDS; round++) {
                for (int i = 0; i < ROWS_A_ROUND; i++) {
                    long start = System.nanoTime();
                    row.read();
                    baseline.add(System.nanoTime() - start);
                }
                for (var page : all) {
                    var times = timings.computeIfAbsent(page, _ -> new Timings());
                    for (int i = 0; i < REQUESTS_A_ROUND; i++) {
                        long start = System.nanoTime();
                        pages.get(page.request());
                        times.add(System.nanoTime() - start);
                    }
                }
            }
        }
        var one = baseline.spread();
        report.row("PostgreSQL, one claim's row by key; median / p95 / max", one.text(), "1");
        for (var page : all) {
            var spread = timings.getOrDefault(page, new Timings()).spread();
            var ratio = "%.0f".formatted(spread.median() / one.median());
            if (page.isPromised()) {
                report.row(page.name(), spread.text(), spread.p95(), PAGE_MILLISECONDS, "ms (p95)", ratio);
            } else {
                report.row(page.name(), spread.text(), ratio);
            }
        }
    }

    private void filing(Postgres postgres) throws Exception {
        say("Filing claims");
        postgres.execute("CREATE SCHEMA IF NOT EXISTS bench");
        postgres.execute("CREATE TABLE bench.commit (id uuid PRIMARY KEY, body text NOT NULL)");
        var api = Api.sample(installation.port());
        filing(postgres, api, "WARM", 4, 200, 1);
        filing(postgres, api, "ONE", 1, 100, FILING_ROUNDS).report(report, 1);
        filing(postgres, api, "MANY", 8, 240, FILING_ROUNDS).report(report, 8);
    }

    /** Per second, the median of the rounds. */
    private record Rates(double commits, double claims) {
        void report(Report report, int clients) {
            var by = clients == 1 ? "1 client" : clients + " clients";
            report.row("PostgreSQL, commits of one row, " + by, "%.0f / s".formatted(commits), "1");
            report.row(
                    "claims filed over REST, " + by,
                    "%.0f / s".formatted(claims),
                    "1/%.1f".formatted(commits / claims));
        }
    }

    private Rates filing(Postgres postgres, Api api, String name, int clients, int claims, int rounds)
            throws Exception {
        var commits = new double[rounds];
        var filed = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            var waiting = new ArrayList<Filing>();
            for (int i = 0; i < claims; i++) {
                var filing = new Filing(api, "BENCH-%s-%d-%d".formatted(name, round, i));
                filing.order();
                waiting.add(filing);
            }
            Installation.await("quiet", QUIET_WITHIN, Duration.ofMillis(100), postgres::isQuiet);
            commits[round] = perSecond(clients, claims, client -> {
                try (var commit = postgres.oneCommit()) {
                    for (int i = client; i < claims; i += clients) {
                        commit.write();
                    }
                }
                return claims;
            });
            filed[round] = perSecond(clients, claims, client -> {
                for (int i = client; i < claims; i += clients) {
                    waiting.get(i).file();
                }
                return claims;
            });
        }
        return new Rates(Timings.median(commits), Timings.median(filed));
    }

    /** What each client does; its number counts from 0. */
    private interface Share {
        int work(int client) throws Exception;
    }

    private static double perSecond(int clients, int works, Share share)
            throws InterruptedException, ExecutionException {
        try (var threads = Executors.newFixedThreadPool(clients)) {
            var shares = IntStream.range(0, clients)
                    .<Callable<Integer>>mapToObj(client -> () -> share.work(client))
                    .toList();
            long start = System.nanoTime();
            for (var done : threads.invokeAll(shares)) {
                done.get();
            }
            return works / ((System.nanoTime() - start) / 1e9);
        }
    }

    /** After a start of its own, since counting costs time. A cached COMMIT is not always counted, so none is. */
    private void queries(String claim, String tracked) throws Exception {
        try (var postgres = new Postgres(installation.home())) {
            postgres.count();
            Installation.await("quiet", QUIET_WITHIN, Duration.ofMillis(100), postgres::isQuiet);
            var pages = new Pages(installation.port());
            for (var page : pages.of(claim, tracked)) {
                pages.get(page.request());
                postgres.execute("SELECT pg_stat_statements_reset()");
                for (int i = 0; i < COUNTED_REQUESTS; i++) {
                    pages.get(page.request());
                }
                long calls = postgres.number("""
                        SELECT coalesce(sum(s.calls), 0)
                          FROM pg_stat_statements s JOIN pg_roles r ON r.oid = s.userid
                         WHERE r.rolname = 'redress_app' AND s.query NOT IN ('BEGIN', 'COMMIT')
                           AND s.query NOT LIKE '%scheduled_tasks%'
                        """);
                report.row(
                        page.name() + ", queries to PostgreSQL",
                        "%.1f".formatted((double) calls / COUNTED_REQUESTS),
                        "");
            }
            new Verifying(installation, postgres, report).run();
            new Causes(installation.home(), postgres, report).run();
        }
    }
}
