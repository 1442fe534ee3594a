package org.redress.bench;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Filing;
import org.redress.investigation.Clue;
import org.redress.investigation.model.EvidenceModel;
import org.redress.investigation.model.Findings;
import org.redress.investigation.model.Reasoning;
import org.redress.investigation.model.SceneReading;
import org.redress.rehearsal.model.warehouse.Appeal;
import org.redress.rehearsal.model.warehouse.Parameters;
import org.redress.rehearsal.model.warehouse.Plan;
import org.redress.rehearsal.model.warehouse.Season;

/**
 * How often the other side of a swap is found, and how often somebody is taken for it who is not. Parcels that were mixed
 * up after the scale, by a carrier, a neighbour or the label of a box weighed open, weigh what they should: weights alone
 * cannot tell of them. So the recall from weights is given of all whose parcels were weighed, and of those where the
 * claimant’s own weight shows that something is wrong.
 */
final class Partners {
    private static final int SEASONS = 6;
    private static final int FIRST = 5_000;

    private final Parameters parameters;
    private final long seed;
    private final EvidenceModel model;

    Partners(Parameters parameters, long seed, EvidenceModel model) {
        this.parameters = parameters;
        this.seed = seed;
        this.model = model;
    }

    private static final class Count {
        private int all;
        private int found;

        void add(boolean isFound) {
            all++;
            found += isFound ? 1 : 0;
        }

        String line(String what) {
            return String.format("%-58s %-24s of %d%n", what, Accuracy.Score.share(found, all), all);
        }
    }

    String run() {
        var named = new Count();
        var precise = new Count();
        var shown = new Count();
        var placed = new Count();
        var blind = new Count();
        var blindPrecise = new Count();
        var seen = new Count();
        for (int number = FIRST; number < FIRST + SEASONS; number++) {
            var season = Season.of(Plan.season(seed, number), parameters, seed * 31 + number);
            var records = new SeasonRecords(season, true);
            var inTheDark = new SeasonRecords(season, false, true);
            for (var appeal : season.appeals()) {
                var findings = SceneReading.of(records.scene(appeal)).orElse(null);
                if (findings == null) {
                    continue;
                }
                var said = partner(findings);
                if (said != null) {
                    precise.add(isPartner(appeal, said));
                }
                var dark = SceneReading.of(inTheDark.scene(appeal, silent(appeal.filing())))
                        .orElse(null);
                var saidInTheDark = dark == null ? null : partner(dark);
                if (saidInTheDark != null) {
                    blindPrecise.add(isPartner(appeal, saidInTheDark));
                }
                if (!appeal.truth().partners().isEmpty()) {
                    boolean right = said != null && isPartner(appeal, said);
                    named.add(right);
                    if (isShown(findings)) {
                        shown.add(right);
                    } else if (isPlaced(findings)) {
                        placed.add(right);
                    }
                    if (dark != null && dark.signs().of(Clue.WEIGHT_OFF) != null && areWeighed(season, appeal)) {
                        boolean rightInTheDark = saidInTheDark != null && isPartner(appeal, saidInTheDark);
                        blind.add(rightInTheDark);
                        if (Boolean.TRUE.equals(dark.signs().of(Clue.WEIGHT_OFF))) {
                            seen.add(rightInTheDark);
                        }
                    }
                }
            }
        }
        return "\nthe other side of a swap\n"
                + precise.line("precision, of all that were named")
                + named.line("recall, of all swaps")
                + shown.line("recall, label or slip shown")
                + placed.line("recall, scan, bench and received article known")
                + blindPrecise.line("precision, weights and times alone")
                + blind.line("recall, weights and times alone, both parcels weighed")
                + seen.line("the same where the claimant’s parcel is off its weight");
    }

    private @Nullable String partner(Findings findings) {
        var counterpart = Reasoning.counterpart(Reasoning.infer(model, findings.signs()), findings);
        return counterpart == null ? null : counterpart.trackingNumber();
    }

    private static boolean isPartner(Appeal appeal, String tracking) {
        return appeal.truth().partners().contains(tracking);
    }

    private static boolean isShown(Findings findings) {
        return Boolean.TRUE.equals(findings.signs().of(Clue.OTHER_LABEL))
                || Boolean.TRUE.equals(findings.signs().of(Clue.OTHER_SLIP));
    }

    private static boolean isPlaced(Findings findings) {
        return findings.signs().isKnown(Clue.ITEM_SCANNED)
                && findings.signs().isKnown(Clue.HELD_BY_NEIGHBOUR)
                && findings.question().received() != null;
    }

    private static boolean areWeighed(Season season, Appeal appeal) {
        var wanted = new HashSet<>(appeal.truth().partners().subList(0, 1));
        wanted.add(appeal.truth().trackingNumber());
        return season.parcels().stream()
                        .filter(parcel -> wanted.contains(parcel.trackingNumber()))
                        .filter(parcel -> parcel.packWeightGrams() != null && parcel.expectedWeightGrams() != null)
                        .count()
                == wanted.size();
    }

    /** The customer says that something else came, and not what. */
    private static Filing silent(Filing filing) {
        var lines = filing.lines().stream()
                .map(line -> new Filing.Line(line.sku(), line.quantity(), line.problem(), null))
                .toList();
        return new Filing(
                filing.orderNumber(),
                filing.trackingNumber(),
                filing.contact(),
                filing.channel(),
                filing.statement(),
                filing.demand(),
                filing.discoveredAt(),
                filing.discoveredWhere(),
                filing.previousContact(),
                List.copyOf(Objects.requireNonNull(lines)),
                filing.language(),
                filing.evidence());
    }
}
