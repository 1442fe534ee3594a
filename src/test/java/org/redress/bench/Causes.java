package org.redress.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Channel;
import org.redress.claims.Claim;
import org.redress.claims.Filing;
import org.redress.claims.Severity;
import org.redress.claims.Verdict;
import org.redress.claims.model.ClaimHistory;
import org.redress.investigation.Mechanism;
import org.redress.investigation.app.InvestigationDoor;
import org.redress.investigation.model.EvidenceModel;
import org.redress.investigation.model.Findings;
import org.redress.investigation.model.Inference;
import org.redress.investigation.model.Reasoning;
import org.redress.investigation.model.RiskList;
import org.redress.investigation.model.Scene;
import org.redress.investigation.model.SceneReading;
import org.redress.investigation.model.Scope;
import org.redress.investigation.model.Signs;
import org.redress.kernel.Demand;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Problem;
import org.redress.kernel.Sku;
import org.redress.traces.Surroundings;

/**
 * How fast causes are found: inferences in memory; conclusions by the whole way from the tables and back, of a simulated
 * merchant's claims; the other side of a swap among a million parcels of a week; and the orders at risk, with ten million
 * events stored. The product's own code in this process, on the database of the measured server.
 */
final class Causes {
    private static final double INFERENCES = 10_000;
    private static final double CONCLUSIONS = 300;
    private static final double PARTNER_MILLISECONDS = 50;
    private static final double CONTAINMENT_MILLISECONDS = 200;
    private static final int ROUNDS = 5;
    private static final int THREADS = 4;
    private static final int ROWS_A_ROUND = 500;
    private static final int SEARCHES = 300;
    private static final int LISTS = 200;
    private static final int WARM_UP = 100;
    private static final Instant MONDAY = Instant.parse(Storing.MONDAY);
    private static final Duration QUIET_WITHIN = Duration.ofMinutes(10);

    private final Path home;
    private final Postgres postgres;
    private final Report report;
    private final MerchantId merchant;

    /** @param home of a server that runs, whose sample merchant has ten million events */
    Causes(Path home, Postgres postgres, Report report) throws SQLException {
        this.home = home;
        this.postgres = postgres;
        this.report = report;
        this.merchant = new MerchantId(UUID.fromString(Storing.merchant(postgres)));
    }

    void run() throws Exception {
        System.out.println("Letting a season go by …");
        var season = SeasonOnRecord.simulated();
        inferences(season.scenes());
        if (postgres.number("SELECT count(*) FROM traces.parcel WHERE tracking_number = 'TWEEK0'") == 0) {
            Storing.week(home, merchant.toString());
        }
        long events = Storing.events(postgres);
        try (var product = new OwnProduct(home)) {
            var door = new InvestigationDoor(product.context());
            System.out.println("Putting the season on record …");
            var claims = season.file(product.context(), postgres::keep);
            postgres.execute("""
                    ANALYZE claims.claim, claims.line, evidence.item, traces.parcel, traces.parcel_line, traces.event,
                        traces.mention, orders.customer_order, orders.order_line, orders.product""");
            Installation.await("quiet", QUIET_WITHIN, Duration.ofMillis(200), postgres::isQuiet);
            try (var row = postgres.oneRow(claims.getFirst())) {
                conclusions(door, season.merchant(), claims, row);
                partners(door, product.context().getBean(Surroundings.class), row);
                containment(door, events, row);
            }
        }
    }

    /** In one thread of this process, against a hash of a thousand bytes. */
    private void inferences(List<Scene> scenes) throws NoSuchAlgorithmException {
        System.out.println("Inferring …");
        var model = EvidenceModel.usual();
        var found = scenes.stream()
                .flatMap(scene -> SceneReading.of(scene).stream())
                .toList();
        var signs = found.stream().map(Findings::signs).toList();
        var digest = MessageDigest.getInstance("SHA-256");
        var bytes = "Which?".repeat(170).getBytes(StandardCharsets.UTF_8);
        var hashed = new double[ROUNDS];
        var inferred = new double[ROUNDS];
        var read = new double[ROUNDS];
        double sum = 0;
        for (int round = -1; round < ROUNDS; round++) {
            int place = Math.max(round, 0);
            sum += rate(hashed, place, 100_000, i -> digest.digest(bytes)[i % 32]);
            sum += rate(inferred, place, 50_000, i -> infer(model, signs.get(i % signs.size())));
            sum += rate(read, place, 20_000, i -> read(model, scenes.get(i % scenes.size())));
        }
        if (Double.isNaN(sum)) {
            throw new IllegalStateException("Nothing was inferred");
        }
        double hashes = Timings.median(hashed);
        report.row("SHA-256 of a kilobyte, one core", "%.0f / s".formatted(hashes), "1");
        rate("inferences from facts in memory, one core", Timings.median(inferred), INFERENCES, hashes);
        rate(
                "a scene in memory read, inferred, explained, next questions; one core",
                Timings.median(read),
                null,
                hashes);
    }

    private static int infer(EvidenceModel model, Signs signs) {
        return Inference.infer(model, signs).leading().index();
    }

    private static int read(EvidenceModel model, Scene scene) {
        return SceneReading.of(scene)
                .map(findings -> Reasoning.of(model, scene, findings, null, MONDAY)
                        .leading()
                        .mechanism()
                        .index())
                .orElse(0);
    }

    private static double rate(double[] rates, int place, int times, IntUnaryOperator work) {
        long sum = 0;
        long start = System.nanoTime();
        for (int i = 0; i < times; i++) {
            sum += work.applyAsInt(i);
        }
        rates[place] = times / ((System.nanoTime() - start) / 1e9);
        return sum;
    }

    private void rate(String what, double rate, @Nullable Double goal, double baseline) {
        var ratio = "1/%.1f".formatted(baseline / rate);
        if (goal == null) {
            report.row(what, "%.0f / s".formatted(rate), ratio);
        } else {
            report.atLeast(what, "%.0f / s".formatted(rate), rate, goal, "/ s", ratio);
        }
    }

    private void conclusions(InvestigationDoor door, MerchantId merchant, List<UUID> claims, Postgres.OneRow row)
            throws Exception {
        System.out.println("Concluding on " + claims.size() + " claims …");
        track("none");
        var rates = new double[ROUNDS];
        var rows = new Timings();
        for (int round = -2; round < ROUNDS; round++) {
            for (int i = 0; i < ROWS_A_ROUND; i++) {
                long before = System.nanoTime();
                row.read();
                rows.add(System.nanoTime() - before);
            }
            long start = System.nanoTime();
            concluded(door, merchant, claims, THREADS);
            rates[Math.max(round, 0)] = claims.size() / ((System.nanoTime() - start) / 1e9);
        }
        double rate = Timings.median(rates);
        var one = rows.spread();
        report.row("PostgreSQL, one claim's row by key; median / p95 / max", one.text(), "1");
        report.atLeast(
                "conclusions by the whole way, %d threads on all cores".formatted(THREADS),
                "%.0f / s".formatted(rate),
                rate,
                CONCLUSIONS,
                "/ s",
                "%.0f".formatted(1e3 / rate / one.median()));
        report.row(
                "the same in one thread",
                times(claims.size(), i -> {
                            door.conclude(merchant, claims.get(i));
                            return true;
                        })
                        .text(),
                "");
        statements(door, merchant, claims);
    }

    private static void concluded(InvestigationDoor door, MerchantId merchant, List<UUID> claims, int clients)
            throws InterruptedException, ExecutionException {
        try (var threads = Executors.newFixedThreadPool(clients)) {
            var shares = IntStream.range(0, clients)
                    .<Callable<Boolean>>mapToObj(client -> () -> {
                        for (int i = client; i < claims.size(); i += clients) {
                            door.conclude(merchant, claims.get(i));
                        }
                        return true;
                    })
                    .toList();
            for (var share : threads.invokeAll(shares)) {
                share.get();
            }
        }
    }

    /** Every statement is a way there and back, and so is the commit. */
    private void statements(InvestigationDoor door, MerchantId merchant, List<UUID> claims) throws Exception {
        track("top");
        postgres.execute("SELECT pg_stat_statements_reset()");
        concluded(door, merchant, claims, 1);
        var ours = """
                FROM pg_stat_statements s JOIN pg_roles r ON r.oid = s.userid
                WHERE r.rolname = 'redress_app' AND s.query NOT IN ('BEGIN', 'COMMIT')
                  AND s.query NOT LIKE '%scheduled_tasks%' AND s.query NOT LIKE '%event_publication%'""";
        double calls = postgres.number("SELECT coalesce(sum(s.calls), 0) " + ours) / (double) claims.size();
        report.row("of one conclusion: statements and commit", "%.1f".formatted(calls + 1), "");
        double milliseconds =
                Double.parseDouble(postgres.text("SELECT sum(s.total_plan_time + s.total_exec_time) " + ours))
                        / claims.size();
        report.row(
                "of one conclusion: planned and carried out by PostgreSQL, mean",
                "%.1f ms".formatted(milliseconds),
                "");
        track("none");
    }

    /** Counting takes time, so nothing is counted while it is measured how long something takes. */
    private void track(String which) throws SQLException {
        postgres.execute("ALTER SYSTEM SET pg_stat_statements.track = '" + which + "'");
        postgres.execute("SELECT pg_reload_conf()");
        postgres.execute("SELECT pg_sleep(0.5)");
    }

    /** The neighbours asked for and weighed; the claimant's own records have been read before. */
    private void partners(InvestigationDoor door, Surroundings surroundings, Postgres.OneRow row) throws SQLException {
        System.out.println("Looking for the other side of swaps …");
        partners("by bench and wave", day(0, 4, 100), door, surroundings, row);
        partners("by the minute of packing", day(4, 2, 7), door, surroundings, row);
        partners(
                "by weights and times alone",
                i -> claim(858_000 + i * 1_000 % 141_000, null, null),
                door,
                surroundings,
                row);
    }

    private IntFunction<Claim> day(int first, int days, int apart) {
        return i -> {
            int order = first * 142_858 + 2_000 + (int) (i * 7_919L % (days * 142_858 - 4_000));
            return claim(order, article(order), article(order + apart));
        };
    }

    private static Sku article(int order) {
        return new Sku("WEEK-SKU-" + order * 7_919L % 1_000);
    }

    private void partners(
            String how,
            IntFunction<Claim> claims,
            InvestigationDoor door,
            Surroundings surroundings,
            Postgres.OneRow row)
            throws SQLException {
        var scenes = IntStream.range(0, SEARCHES + WARM_UP)
                .mapToObj(claims)
                .map(door::scene)
                .toList();
        var found = new int[1];
        searches(
                "partner search %s, a million parcels in the week".formatted(how),
                scenes.size(),
                PARTNER_MILLISECONDS,
                row,
                i -> {
                    var scene = scenes.get(i);
                    var received = scene.filing().lines().getFirst().received();
                    var passing = door.within(
                            merchant,
                            () -> surroundings.passing(
                                    merchant,
                                    scene.trail(),
                                    scene.parcel().orElseThrow(),
                                    received == null ? null : received.sku()));
                    found[0] += passing.size();
                    var _ = SceneReading.of(scene).orElseThrow();
                });
        report.row("neighbours looked at, mean", "%.0f".formatted(found[0] / (double) scenes.size()), "");
    }

    private void containment(InvestigationDoor door, long events, Postgres.OneRow row) throws SQLException {
        System.out.println("Listing orders at risk …");
        for (var mechanism : List.of(Mechanism.PU, Mechanism.IL, Mechanism.OD, Mechanism.LI)) {
            containment(mechanism, door, events, row);
        }
    }

    private record Suspicion(Scene scene, Scope scope) {}

    private void containment(Mechanism mechanism, InvestigationDoor door, long events, Postgres.OneRow row)
            throws SQLException {
        var now = MONDAY.plus(Duration.ofDays(8));
        var model = EvidenceModel.usual();
        var suspicions = new ArrayList<Suspicion>();
        for (int i = 0; i < LISTS + WARM_UP; i++) {
            var scene = door.scene(day(0, 4, 100).apply(i));
            var findings = SceneReading.of(scene).orElseThrow();
            suspicions.add(new Suspicion(
                    scene,
                    Scope.of(scene, findings, Reasoning.of(model, scene, findings, mechanism, now), now)
                            .orElseThrow()));
        }
        searches(
                "orders at risk, %s, %,d events stored".formatted(mechanism, events),
                suspicions.size(),
                CONTAINMENT_MILLISECONDS,
                row,
                i -> door.within(merchant, () -> {
                    var suspicion = suspicions.get(i);
                    return RiskList.of(suspicion.scope(), suspicion.scene(), door.risks(merchant));
                }));
    }

    private interface Search {
        void look(int number);
    }

    private void searches(String what, int count, double goal, Postgres.OneRow row, Search search) throws SQLException {
        var rows = new Timings();
        var searches = new Timings();
        for (int i = 0; i < count; i++) {
            long start = System.nanoTime();
            row.read();
            long read = System.nanoTime();
            search.look(i);
            long found = System.nanoTime();
            if (i >= WARM_UP) {
                rows.add(read - start);
                searches.add(found - read);
            }
        }
        var spread = searches.spread();
        report.row(
                what,
                spread.text(),
                spread.p95(),
                goal,
                "ms (p95)",
                "%.0f".formatted(spread.median() / rows.spread().median()));
    }

    private static Timings.Spread times(int count, IntFunction<Boolean> work) {
        var times = new Timings();
        for (int i = 0; i < count; i++) {
            long start = System.nanoTime();
            var _ = work.apply(i);
            times.add(System.nanoTime() - start);
        }
        return times.spread();
    }

    /** @param ordered null where it is the first article of the order */
    private Claim claim(int order, @Nullable Sku ordered, @Nullable Sku received) {
        var line = new Filing.Line(
                Objects.requireNonNullElseGet(ordered, () -> article(order)),
                1,
                Problem.WRONG_ITEM,
                received == null ? null : new Filing.Received(received, null, null, 1));
        var filing = new Filing(
                "WEEK-" + order,
                null,
                new Filing.Contact("Ada Byrne", "ada@example.com", null),
                Channel.API,
                "Something else came.",
                Demand.REFUND,
                null,
                null,
                null,
                List.of(line),
                Locale.ENGLISH,
                Map.of());
        return ClaimHistory.registered(
                merchant,
                Ids.next(),
                "WEEK",
                filing,
                Verdict.UNCONFIRMED,
                Severity.NORMAL,
                MONDAY.plus(Duration.ofDays(8)));
    }
}
