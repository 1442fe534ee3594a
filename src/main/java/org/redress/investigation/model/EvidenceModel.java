package org.redress.investigation.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.investigation.Clue;
import org.redress.investigation.Mechanism;

/**
 * The numbers that the inference rests on: how often each mechanism, and how often each clue is true under it
 * (domain.md section 3). The usual ones stand in {@code investigation/evidence-model.csv}; what confirmed causes taught
 * is counted on top of them.
 */
public final class EvidenceModel {
    /** How many cases the usual priors are worth against confirmed ones (domain.md section 3). */
    private static final double PRIOR_WORTH = 20;

    /** The same of each likelihood. */
    private static final double CELL_WORTH = 8;

    /** Nothing is certain. */
    private static final double RAREST = 0.002;

    private static final EvidenceModel USUAL = read();

    private final double[] priors;
    private final double[][] present;
    private final double[] inside;
    private final double[] ownStock;
    private final double[] background;

    private EvidenceModel(
            double[] priors, double[][] present, double[] inside, double[] ownStock, double[] background) {
        this.priors = priors;
        this.present = present;
        this.inside = inside;
        this.ownStock = ownStock;
        this.background = background;
    }

    public static EvidenceModel usual() {
        return USUAL;
    }

    private static EvidenceModel read() {
        var rows = rows();
        var present = new double[Clue.COUNT][];
        var background = new double[Clue.COUNT];
        for (var clue : Clue.values()) {
            present[clue.index()] = row(rows, clue.code());
            background[clue.index()] = present[clue.index()][Mechanism.OT.index()];
        }
        return new EvidenceModel(row(rows, "PRIOR"), present, row(rows, "INSIDE"), row(rows, "OWN_STOCK"), background);
    }

    private static double[] row(Map<String, double[]> rows, String name) {
        var row = rows.get(name);
        if (row == null || row.length != Mechanism.COUNT) {
            throw new IllegalStateException("The evidence model has no whole row " + name);
        }
        return row;
    }

    private static Map<String, double[]> rows() {
        try (InputStream file = EvidenceModel.class.getResourceAsStream("/investigation/evidence-model.csv")) {
            if (file == null) {
                throw new IllegalStateException("The evidence model is missing");
            }
            var rows = new HashMap<String, double[]>();
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("clue,"))
                    .map(line -> line.split(",", -1))
                    .forEach(cells -> rows.put(
                            cells[0],
                            Arrays.stream(cells)
                                    .skip(1)
                                    .mapToDouble(cell -> cell.isEmpty() ? Double.NaN : Double.parseDouble(cell))
                                    .toArray()));
            return rows;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public double prior(Mechanism mechanism) {
        return prior(mechanism.index());
    }

    double prior(int mechanism) {
        return priors[mechanism];
    }

    /** P(clue is true | mechanism); not a number where the clue does not apply. */
    public double present(Clue clue, Mechanism mechanism) {
        return present[clue.index()][mechanism.index()];
    }

    /** The share of parcels that held something else than ordered when they were weighed. */
    public double inside(Mechanism mechanism) {
        return inside[mechanism.index()];
    }

    /** Prior to any clue: a supplier's parcel was never in our hands, and ours never in a supplier's. */
    double prior(int mechanism, @Nullable Boolean own) {
        double p = priors[mechanism];
        return own == null ? p : own ? p * ownStock[mechanism] : p * (1 - ownStock[mechanism]);
    }

    /** By how much a clue that is known to be true or false speaks for a mechanism rather than for the background, in nats. */
    double weight(int clue, int mechanism, boolean isPresent) {
        double p = present[clue][mechanism];
        if (Double.isNaN(p)) {
            return 0;
        }
        double b = background[clue];
        return isPresent ? Math.log(p / b) : Math.log((1 - p) / (1 - b));
    }

    /** The same of a weight, by {@link Signs#weightRatio}. */
    double weightOfWeight(int mechanism, double ratio) {
        double b = inside[Mechanism.OT.index()];
        return Math.log((inside[mechanism] * ratio + 1 - inside[mechanism]) / (b * ratio + 1 - b));
    }

    /** What these numbers become with what was counted: Dirichlet and Beta counts on top of them. */
    public EvidenceModel after(Tally tally) {
        double all = tally.cases();
        var learnedPriors = new double[Mechanism.COUNT];
        var learnedInside = new double[Mechanism.COUNT];
        var learnedStock = new double[Mechanism.COUNT];
        var learned = new double[Clue.COUNT][Mechanism.COUNT];
        for (int m = 0; m < Mechanism.COUNT; m++) {
            learnedPriors[m] = (PRIOR_WORTH * priors[m] + tally.cases[m]) / (PRIOR_WORTH + all);
            learnedInside[m] = learned(inside[m], tally.inside[m], tally.outside[m]);
            learnedStock[m] = learned(ownStock[m], tally.ownStock[m], tally.othersStock[m]);
            for (int clue = 0; clue < Clue.COUNT; clue++) {
                learned[clue][m] = learned(present[clue][m], tally.present[clue][m], tally.absent[clue][m]);
            }
        }
        return new EvidenceModel(learnedPriors, learned, learnedInside, learnedStock, background);
    }

    private static double learned(double usual, double yes, double no) {
        if (Double.isNaN(usual)) {
            return usual;
        }
        double p = (CELL_WORTH * usual + yes) / (CELL_WORTH + yes + no);
        return Math.clamp(p, Math.min(usual, RAREST), Math.max(usual, 1 - RAREST));
    }
}
