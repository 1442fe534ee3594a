package org.redress.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.redress.claims.ClaimSearch;
import org.redress.claims.Claims;
import org.redress.claims.Decision;
import org.redress.database.Json;
import org.redress.kernel.Actor;
import org.redress.kernel.MerchantId;
import org.redress.remedy.Area;
import org.redress.remedy.Policies;
import org.redress.remedy.PolicyVersion;
import org.redress.replay.PastClaims;
import org.redress.replay.Replay;
import org.redress.replay.Replays;
import org.springframework.context.ApplicationContext;

/**
 * How fast remedies are put together, and how fast rules are tried on a million past claims. The product's own code in this
 * process, on the database of the measured server.
 */
final class Remedies {
    private static final double OPTION_MILLISECONDS = 15;
    private static final double REPLAY_SECONDS = 60;
    private static final int CLAIMS = 1_000_000;
    private static final int ROUNDS = 5;
    private static final int REQUESTS = 300;
    private static final Actor SAM = new Actor.Staff(new UUID(1, 1), "Sam");
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2024, 12, 31);

    private final Path home;
    private final Postgres postgres;
    private final Report report;
    private final MerchantId merchant;

    /** @param home of a server that runs and has the sample claims */
    Remedies(Path home, Postgres postgres, Report report) throws SQLException {
        this.home = home;
        this.postgres = postgres;
        this.report = report;
        this.merchant = new MerchantId(UUID.fromString(Storing.merchant(postgres)));
    }

    void run() throws Exception {
        try (var product = new OwnProduct(home)) {
            var context = product.context();
            options(context);
            var cases = simulated(context);
            inMemory(context, cases);
            store(context, cases);
            replay(context);
        }
    }

    /** The sample claims, from the tables and back, in turns with the row that ratios are against. */
    private void options(ApplicationContext context) throws Exception {
        System.out.println("Asking for options …");
        var claims = context.getBean(Claims.class);
        var some = claims
                .search(merchant, new ClaimSearch(null, null, Set.of(), null, null, ClaimSearch.Sort.FILED, null, 200))
                .items()
                .stream()
                .filter(claim ->
                        !claims.remedyOptions(merchant, claim.id()).options().isEmpty())
                .toList();
        var asked = new Timings();
        var rows = new Timings();
        try (var row = postgres.oneRow(some.getFirst().id())) {
            for (int i = -REQUESTS; i < REQUESTS; i++) {
                long start = System.nanoTime();
                row.read();
                long read = System.nanoTime();
                claims.remedyOptions(
                        merchant, some.get(Math.floorMod(i, some.size())).id());
                if (i >= 0) {
                    rows.add(read - start);
                    asked.add(System.nanoTime() - read);
                }
            }
        }
        var one = rows.spread();
        var spread = asked.spread();
        report.row("PostgreSQL, one claim's row by key; median / p95 / max", one.text(), "1");
        report.row(
                "options of a claim, from its records, in one thread",
                spread.text(),
                spread.p95(),
                OPTION_MILLISECONDS,
                "ms (p95)",
                "%.0f".formatted(spread.median() / one.median()));
    }

    private List<Decision> simulated(ApplicationContext context) {
        System.out.println("Letting seasons go by …");
        var past = context.getBeansOfType(PastClaims.class).values().stream()
                .filter(source -> !source.onRecord())
                .findFirst()
                .orElseThrow();
        var from = Instant.parse("2024-01-01T00:00:00Z");
        return past.page(merchant, Area.GB, from, from.plus(Duration.ofDays(360)), null, 5_000);
    }

    private void inMemory(ApplicationContext context, List<Decision> cases) {
        var rules = context.getBean(Policies.class).ofProduct(Area.GB);
        var rates = new double[ROUNDS];
        long sum = 0;
        for (int round = -1; round < ROUNDS; round++) {
            long start = System.nanoTime();
            for (var each : cases) {
                sum += rules.options(each.remedyCase()).options().size();
            }
            rates[Math.max(round, 0)] = cases.size() / ((System.nanoTime() - start) / 1e9);
        }
        if (sum == 0) {
            throw new IllegalStateException("Nothing may be offered");
        }
        report.row("options of a simulated case in memory, one core", "%.0f / s".formatted(Timings.median(rates)), "");
    }

    /** Each of the cases many times, spread over a year, in the order in which they would have come. */
    private void store(ApplicationContext context, List<Decision> cases) throws SQLException, IOException {
        System.out.println("Putting a million decisions on record …");
        var json = context.getBean(Json.class);
        postgres.execute("DELETE FROM claims.decision WHERE merchant_id = '%s'".formatted(merchant));
        postgres.execute(
                "CREATE TEMPORARY TABLE base (remedy_case json, ruled json, plan jsonb, language text, band int)");
        var copy = postgres.copy().copyIn("COPY base FROM STDIN");
        for (var each : cases) {
            var line = String.join(
                            "\t",
                            List.of(
                                    json.write(each.remedyCase()),
                                    json.write(each.ruled()),
                                    json.write(each.ruled().plan()),
                                    each.language(),
                                    String.valueOf(each.band())))
                    .replace("\\", "\\\\");
            var bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
            copy.writeToCopy(bytes, 0, bytes.length);
        }
        copy.endCopy();
        postgres.execute("""
                INSERT INTO claims.decision (merchant_id, claim_id, number, filed_at, decided_at, decided_by, decider_name,
                    area, channel, verdict, severity, clear, language, country, known_customer, band, remedy_case, ruled,
                    plan, contested, facts, outcome)
                SELECT '%s', gen_random_uuid(), 'R' || copy, at, at + interval '3 hours', 'staff:' || copy %% 40, 'Agent',
                    'GB', 'PORTAL', 'CONFIRMED', 'NORMAL', copy %% 5 > 0, language, 'GB', copy %% 3 = 0, band, remedy_case,
                    ruled, plan, copy %% 11 = 0, md5(remedy_case ->> 'affected'), md5(plan::text)
                  FROM (SELECT base.*, copy, timestamptz '2024-01-01 12:00+00' + random() * interval '360 days' AS at
                          FROM base CROSS JOIN generate_series(1, %d) AS copy) AS spread
                 ORDER BY at
                """.formatted(merchant, CLAIMS / cases.size()));
        // As a year of decisions lies there: what was just written is otherwise written once more by whoever reads it
        // first.
        postgres.execute("VACUUM ANALYZE claims.decision");
    }

    private void replay(ApplicationContext context) throws SQLException, InterruptedException {
        var policies = context.getBean(Policies.class);
        var tables = policies.shipped(Area.GB).replace("&lt;= 10<", "&lt;= 12<");
        var version = policies.draft(merchant, Area.GB, tables, "Bench", SAM);
        long rows =
                postgres.number("SELECT count(*) FROM claims.decision WHERE merchant_id = '%s'".formatted(merchant));
        System.out.println("Trying rules on " + rows + " claims, three times …");
        var seconds = new double[2];
        var run = tried(context, version, false);
        seconds[0] = seconds(run);
        run = tried(context, version, false);
        seconds[1] = seconds(run);
        double best = Math.min(seconds[0], seconds[1]);
        report.row(
                "rules tried on %,d past claims, %,d of them come out otherwise"
                        .formatted(run.done(), run.whole().changed()),
                "%.1f and %.1f s".formatted(seconds[0], seconds[1]),
                best,
                REPLAY_SECONDS,
                "s",
                "%.0f / s".formatted(rows / best));
        tried(context, version, true);
        report.row(
                "live heap while they are tried, largest in the first fifth and in the rest",
                "%d and %d MB".formatted(early >> 20, late >> 20),
                "");
        var replays = context.getBean(Replays.class);
        long start = System.nanoTime();
        var even = replays.evenness(merchant, FIRST, LAST);
        report.row(
                "outcomes of %,d decisions compared".formatted(even.decisions()),
                "%.1f s".formatted((System.nanoTime() - start) / 1e9),
                "");
    }

    private long early;
    private long late;

    /** @param collecting whether garbage is collected all the time, to see what is left */
    private Replay tried(ApplicationContext context, PolicyVersion version, boolean collecting)
            throws InterruptedException {
        var replays = context.getBean(Replays.class);
        var memory = ManagementFactory.getMemoryMXBean();
        var run = replays.start(merchant, Area.GB, version.id(), Replays.RECORD, FIRST, LAST, SAM);
        var now = run;
        while (now.isUnderWay()) {
            TimeUnit.MILLISECONDS.sleep(250);
            now = replays.find(merchant, run.id()).orElseThrow();
            if (collecting) {
                memory.gc();
                long used = memory.getHeapMemoryUsage().getUsed();
                if (now.percent() < 20) {
                    early = Math.max(early, used);
                } else {
                    late = Math.max(late, used);
                }
            }
        }
        if (now.state() != Replay.State.DONE) {
            throw new IllegalStateException("The run ended as " + now.state());
        }
        return now;
    }

    private static double seconds(Replay run) {
        var ended = run.endedAt();
        if (ended == null) {
            throw new IllegalStateException("Not over");
        }
        return Duration.between(run.startedAt(), ended).toMillis() / 1e3;
    }
}
