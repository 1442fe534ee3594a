package org.redress.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Filing;
import org.redress.investigation.Investigation.Status;
import org.redress.investigation.Mechanism;
import org.redress.investigation.model.EvidenceModel;
import org.redress.investigation.model.Findings;
import org.redress.investigation.model.Posterior;
import org.redress.investigation.model.Reasoning;
import org.redress.investigation.model.SceneReading;
import org.redress.investigation.model.Signs;
import org.redress.investigation.model.Tally;
import org.redress.rehearsal.model.warehouse.Appeal;
import org.redress.rehearsal.model.warehouse.Parameters;
import org.redress.rehearsal.model.warehouse.Plan;
import org.redress.rehearsal.model.warehouse.Season;
import org.redress.traces.TraceEvent;
import org.redress.traces.TraceEvent.Moment;

/**
 * How often the inference is right, on a simulated merchant whose true causes are known. Beside it stands an oracle: the
 * same inference with the simulator's own numbers, counted on other claims of the same merchant.
 */
final class Accuracy {
    private static final double[] SHARES = {1, 0.6, 0.35};

    /** Domain.md's ceiling, were its table true: stage and mechanism, by share. */
    private static final double[][] CEILING = {{86, 72}, {75, 57}, {64, 43}};

    private static final int LEARNED = 500;

    private final long seed;
    private final Parameters parameters;
    private final int tested;
    private final int counted;
    private double scanShare;

    /** @param seed of the merchant: its numbers are drawn by it */
    private Accuracy(long seed, int tested, int counted) {
        this.seed = seed;
        this.parameters = Parameters.drawn(seed);
        this.tested = tested;
        this.counted = counted;
    }

    /** A claim with what was read of it. */
    record Case(Appeal appeal, Mechanism truth, Findings findings) {}

    /** @param arguments the seed of the merchant, the claims to test and those to count for the oracle; each may be left out */
    static String run(List<String> arguments) {
        long seed = !arguments.isEmpty() ? Long.parseLong(arguments.get(0)) : System.currentTimeMillis();
        int tested = arguments.size() > 1 ? Integer.parseInt(arguments.get(1)) : 5_000;
        int counted = arguments.size() > 2 ? Integer.parseInt(arguments.get(2)) : 100_000;
        return new Accuracy(seed, tested, counted).run();
    }

    private String run() {
        var text = new StringBuilder();
        text.append("merchant drawn with seed %d\n".formatted(seed));
        var test = new ArrayList<Case>();
        int season = 0;
        while (test.size() < tested) {
            test.addAll(cases(season++));
        }
        var lessons = new ArrayList<Case>();
        while (lessons.size() < LEARNED) {
            lessons.addAll(cases(season++));
        }
        var oracle = new Tally();
        int told = 0;
        while (told < counted) {
            for (var each : cases(season++)) {
                oracle.add(each.findings().signs(), each.truth(), 1);
                told++;
            }
        }
        text.append(
                "%d claims tested, %d learned from, oracle from %d others\n\n".formatted(test.size(), LEARNED, told));
        var usual = EvidenceModel.usual().scanning(scanShare);
        var knowing = usual.after(oracle);
        text.append(String.format(
                "%-6s %-16s %-20s %-20s %-12s %s%n",
                "known", "", "stage", "mechanism", "calibration", "false concluded"));
        for (int i = 0; i < SHARES.length; i++) {
            double share = SHARES[i];
            var random = new SplittableRandom(seed + i);
            var thinned = test.stream()
                    .map(each -> each.findings().signs().thinned(share, random))
                    .toList();
            var tally = new Tally();
            for (var lesson : lessons.subList(0, LEARNED)) {
                tally.add(lesson.findings().signs().thinned(share, random), lesson.truth(), 1);
            }
            text.append(Score.of(test, thinned, usual).line(share, "before learning"));
            text.append(Score.of(test, thinned, usual.after(tally)).line(share, "after learning"));
            text.append(Score.of(test, thinned, knowing).line(share, "oracle"));
            text.append(String.format(
                    Locale.ROOT,
                    "%-6s %-16s %-20s %-20s%n",
                    "",
                    "ceiling",
                    CEILING[i][0] + " %",
                    CEILING[i][1] + " %"));
        }
        var tally = new Tally();
        lessons.subList(0, LEARNED).forEach(each -> tally.add(each.findings().signs(), each.truth(), 1));
        text.append(confusion(test, usual.after(tally)));
        text.append(new Partners(parameters, seed, usual.after(tally)).run());
        text.append(new Risks(parameters, seed, usual.after(tally)).run());
        return text.toString();
    }

    private List<Case> cases(int number) {
        var season = Season.of(Plan.season(seed, number), parameters, seed * 31 + number);
        var records = new SeasonRecords(season, true);
        if (number == 0) {
            scanShare = scanShare(season);
        }
        return season.appeals().stream()
                .map(appeal -> read(records, appeal, appeal.filing()))
                .filter(Objects::nonNull)
                .toList();
    }

    private static double scanShare(Season season) {
        var picks = season.events().stream()
                .filter(event -> event.moment() == Moment.PICK && event.scan() != null)
                .toList();
        return picks.stream()
                        .filter(event -> event.scan() == TraceEvent.Scan.ITEM)
                        .count()
                / (double) picks.size();
    }

    private static @Nullable Case read(SeasonRecords records, Appeal appeal, Filing filing) {
        return SceneReading.of(records.scene(appeal, filing))
                .map(findings -> new Case(
                        appeal, Mechanism.valueOf(appeal.truth().cause().name()), findings))
                .orElse(null);
    }

    /** How often it was right, and how well its certainty told that. */
    record Score(int claims, int stage, int mechanism, double calibration, int falselyConcluded) {
        static Score of(List<Case> cases, List<Signs> signs, EvidenceModel model) {
            int stage = 0;
            int mechanism = 0;
            int concluded = 0;
            var sure = new double[10];
            var right = new int[10];
            var count = new int[10];
            for (int i = 0; i < cases.size(); i++) {
                var truth = cases.get(i).truth();
                var posterior = Reasoning.infer(model, signs.get(i));
                var said = posterior.leadingStage();
                boolean isRight = said == truth.stage();
                stage += isRight ? 1 : 0;
                mechanism += posterior.leading() == truth ? 1 : 0;
                double probability = posterior.of(said);
                int bin = Math.min(9, (int) (probability * 10));
                sure[bin] += probability;
                right[bin] += isRight ? 1 : 0;
                count[bin]++;
                boolean accuses =
                        posterior.leading() == Mechanism.FC && Reasoning.status(posterior) != Status.UNDETERMINED;
                concluded += accuses && truth != Mechanism.FC ? 1 : 0;
            }
            double error = IntStream.range(0, 10)
                    .mapToDouble(bin -> Math.abs(sure[bin] - right[bin]))
                    .sum();
            return new Score(cases.size(), stage, mechanism, error / cases.size(), concluded);
        }

        String line(double share, String who) {
            return String.format(
                    Locale.ROOT,
                    "%-6s %-16s %-20s %-20s %-12s %d%n",
                    Math.round(share * 100) + " %",
                    who,
                    share(stage, claims),
                    share(mechanism, claims),
                    String.format(Locale.ROOT, "%.3f", calibration),
                    falselyConcluded);
        }

        /** With Wilson's interval at 95 %. */
        static String share(int right, int all) {
            if (all == 0) {
                return "none";
            }
            double z = 1.96;
            double p = right / (double) all;
            double middle = (p + z * z / (2 * all)) / (1 + z * z / all);
            double half = z * Math.sqrt(p * (1 - p) / all + z * z / (4.0 * all * all)) / (1 + z * z / all);
            return String.format(
                    Locale.ROOT, "%.1f %% (%.1f-%.1f)", 100 * p, 100 * (middle - half), 100 * (middle + half));
        }
    }

    private static String confusion(List<Case> cases, EvidenceModel model) {
        var counts = new int[Mechanism.COUNT][Mechanism.COUNT];
        for (var each : cases) {
            Posterior posterior = Reasoning.infer(model, each.findings().signs());
            counts[each.truth().index()][posterior.leading().index()]++;
        }
        var picture = Path.of("target", "confusion.svg");
        new ConfusionPicture(counts).write(picture);
        var text = new StringBuilder("\nas a picture: " + picture + "\ntruth \\ said");
        for (var said : Mechanism.values()) {
            text.append(String.format("%5s", said));
        }
        text.append('\n');
        for (var truth : Mechanism.values()) {
            text.append(String.format("%-12s", truth));
            for (var said : Mechanism.values()) {
                text.append(String.format("%5d", counts[truth.index()][said.index()]));
            }
            text.append('\n');
        }
        return text.toString();
    }
}
