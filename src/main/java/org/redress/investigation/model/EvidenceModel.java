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

    /** The share of picks that the usual numbers suppose to be scanned. */
    private static final double SCANNED = 0.95;

    /** Where nothing is ever scanned, the one that is tells all the same. */
    private static final double LEAST_SCANNED = 0.05;

    /** Nothing is certain. */
    private static final double RAREST = 0.002;

    private static final EvidenceModel USUAL = read();

    private final double[] priors;
    private final double[][] present;
    private final double[][] besides;
    private final double[] background;

    private EvidenceModel(double[] priors, double[][] present, double[][] besides, double[] background) {
        this.priors = priors;
        this.present = present;
        this.besides = besides;
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
        var besides = new double[Beside.COUNT][];
        for (var what : Beside.values()) {
            besides[what.index()] = row(rows, what.name());
        }
        return new EvidenceModel(row(rows, "PRIOR"), present, besides, background);
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
        return priors[mechanism.index()];
    }

    /** P(clue is true | mechanism); not a number where the clue does not apply. */
    public double present(Clue clue, Mechanism mechanism) {
        return present[clue.index()][mechanism.index()];
    }

    double besides(Beside what, int mechanism) {
        return besides[what.index()][mechanism];
    }

    /** Before any clue: a supplier's parcel was never in our hands, and whole parcels are mixed up in other ways than goods. */
    double prior(int mechanism, Signs signs) {
        return priors[mechanism]
                * share(besides(Beside.OWN_STOCK, mechanism), signs.ownStock())
                * share(besides(Beside.WHOLE_PARCEL, mechanism), signs.wholeParcel());
    }

    private static double share(double p, @Nullable Boolean known) {
        return known == null ? 1 : known ? p : 1 - p;
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
        return Math.log(mixed(mechanism, ratio) / mixed(Mechanism.OT.index(), ratio));
    }

    private double mixed(int mechanism, double ratio) {
        double inside = besides(Beside.INSIDE, mechanism);
        return inside * ratio + 1 - inside;
    }

    /** The same of what the customer says came. */
    double weightOfSaying(int mechanism) {
        return Math.log(besides(Beside.SAID, mechanism) / besides(Beside.SAID, Mechanism.OT.index()));
    }

    /**
     * The same at a warehouse that scans such a share of its articles at the pick: where few are scanned, one that is not
     * tells little (E1).
     */
    public EvidenceModel scanning(double share) {
        int clue = Clue.ITEM_SCANNED.index();
        double asked = Math.clamp(share, LEAST_SCANNED, SCANNED) / SCANNED;
        var scaled = present.clone();
        scaled[clue] = Arrays.stream(present[clue]).map(p -> p * asked).toArray();
        var around = background.clone();
        around[clue] = background[clue] * asked;
        return new EvidenceModel(priors, scaled, besides, around);
    }

    /** What these numbers become with what was counted: Dirichlet and Beta counts on top of them. */
    public EvidenceModel after(Tally tally) {
        double all = tally.cases();
        var learnedPriors = new double[Mechanism.COUNT];
        for (int m = 0; m < Mechanism.COUNT; m++) {
            learnedPriors[m] = (PRIOR_WORTH * priors[m] + tally.cases[m]) / (PRIOR_WORTH + all);
        }
        return new EvidenceModel(
                learnedPriors,
                learned(present, tally.present, tally.absent),
                learned(besides, tally.besides, tally.notBesides),
                background);
    }

    private static double[][] learned(double[][] usual, double[][] yes, double[][] no) {
        var learned = new double[usual.length][Mechanism.COUNT];
        for (int row = 0; row < usual.length; row++) {
            for (int m = 0; m < Mechanism.COUNT; m++) {
                learned[row][m] = learned(usual[row][m], yes[row][m], no[row][m]);
            }
        }
        return learned;
    }

    private static double learned(double usual, double yes, double no) {
        if (Double.isNaN(usual)) {
            return usual;
        }
        double p = (CELL_WORTH * usual + yes) / (CELL_WORTH + yes + no);
        return Math.clamp(p, Math.min(usual, RAREST), Math.max(usual, 1 - RAREST));
    }
}
