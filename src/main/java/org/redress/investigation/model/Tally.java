package org.redress.investigation.model;

import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.investigation.Clue;
import org.redress.investigation.Mechanism;

/**
 * What confirmed causes have taught, as counts: how often each mechanism, and under it how often each clue was true and
 * false. Counts may be parts of one, where a cause that a person recorded stands for more than one mechanism.
 */
public final class Tally {
    final double[] cases = new double[Mechanism.COUNT];
    final double[][] present = new double[Clue.COUNT][Mechanism.COUNT];
    final double[][] absent = new double[Clue.COUNT][Mechanism.COUNT];
    final double[][] besides = new double[Beside.COUNT][Mechanism.COUNT];
    final double[][] notBesides = new double[Beside.COUNT][Mechanism.COUNT];

    public double cases() {
        return Arrays.stream(cases).sum();
    }

    public double cases(Mechanism mechanism) {
        return cases[mechanism.index()];
    }

    public double present(Clue clue, Mechanism mechanism) {
        return present[clue.index()][mechanism.index()];
    }

    public double absent(Clue clue, Mechanism mechanism) {
        return absent[clue.index()][mechanism.index()];
    }

    /** One more confirmed case, or a part of one; a negative part takes it back. */
    public void add(Signs signs, Mechanism truth, double part) {
        int m = truth.index();
        cases[m] += part;
        boolean said = signs.isSaidAsOrdered();
        for (int clue = 0; clue < Clue.COUNT; clue++) {
            boolean bySaying = said && clue == Clue.CODE_AS_ORDERED.index();
            if (signs.isKnown(clue) && !bySaying) {
                (signs.isPresent(clue) ? present : absent)[clue][m] += part;
            }
        }
        add(Beside.SAID, signs.isKnown(Clue.CODE_AS_ORDERED) ? Boolean.valueOf(said) : null, m, part);
        add(Beside.OWN_STOCK, signs.ownStock(), m, part);
        add(Beside.WHOLE_PARCEL, signs.wholeParcel(), m, part);
        if (signs.isWeighed()) {
            double usual = EvidenceModel.usual().besides(Beside.INSIDE, m);
            double other = usual * signs.weightRatio();
            double share = other / (other + 1 - usual);
            besides[Beside.INSIDE.index()][m] += part * share;
            notBesides[Beside.INSIDE.index()][m] += part * (1 - share);
        }
    }

    private void add(Beside what, @Nullable Boolean known, int m, double part) {
        if (known != null) {
            (known ? besides : notBesides)[what.index()][m] += part;
        }
    }

    /** All counts in a row, for keeping. */
    public double[] written() {
        return rows().flatMapToDouble(Arrays::stream).toArray();
    }

    /** What {@link #written} wrote; what is too short or too long for it teaches nothing. */
    public static Tally read(double[] counts) {
        var tally = new Tally();
        var rows = tally.rows().toList();
        if (counts.length == rows.size() * Mechanism.COUNT) {
            for (int row = 0; row < rows.size(); row++) {
                System.arraycopy(counts, row * Mechanism.COUNT, rows.get(row), 0, Mechanism.COUNT);
            }
        }
        return tally;
    }

    private Stream<double[]> rows() {
        return Stream.of(
                        Stream.of(cases),
                        Arrays.stream(present),
                        Arrays.stream(absent),
                        Arrays.stream(besides),
                        Arrays.stream(notBesides))
                .flatMap(each -> each);
    }
}
