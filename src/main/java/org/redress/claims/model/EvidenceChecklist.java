package org.redress.claims.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.stream.Stream;
import org.redress.claims.Filing;
import org.redress.claims.Verdict;
import org.redress.evidence.EvidenceItem;
import org.redress.evidence.EvidenceKind;
import org.redress.kernel.Problem;

/**
 * Which shots a claim needs, by what is wrong and what it is worth, and which of them are still missing. Only what would
 * change the outcome is asked for: what is confirmed needs no more, and what a photo has shown is not asked for again.
 */
public final class EvidenceChecklist {
    private final Facts facts;
    private final Readings readings;
    private final Verdict verdict;
    private final Stakes stakes;

    EvidenceChecklist(Facts facts, Readings readings, Verdict verdict, Stakes stakes) {
        this.facts = facts;
        this.readings = readings;
        this.verdict = verdict;
        this.stakes = stakes;
    }

    /**
     * The shots that this problem is shown by, the most telling first. For a small claim that one is enough; for a great one
     * the outer label is wanted too, since carrier and supplier will ask for it.
     */
    static List<EvidenceKind> needed(Problem problem, Stakes stakes) {
        var shots = shots(problem);
        return switch (stakes) {
            case SMALL -> shots.stream().limit(1).toList();
            case USUAL -> shots;
            case GREAT ->
                shots.isEmpty()
                        ? shots
                        : Stream.concat(shots.stream(), Stream.of(EvidenceKind.OUTER_LABEL))
                                .distinct()
                                .toList();
        };
    }

    private static List<EvidenceKind> shots(Problem problem) {
        return switch (problem) {
            case WRONG_ITEM, WRONG_VARIANT -> List.of(EvidenceKind.ITEM_BARCODE, EvidenceKind.ITEM);
            case EXTRA_ITEM -> List.of(EvidenceKind.ITEM_BARCODE);
            case WRONG_PARCEL -> List.of(EvidenceKind.OUTER_LABEL, EvidenceKind.PACKING_SLIP);
            case WRONG_QUANTITY, MISSING_ITEM -> List.of(EvidenceKind.ITEM, EvidenceKind.PACKING_SLIP);
            case DAMAGED -> List.of(EvidenceKind.ITEM, EvidenceKind.OUTER_LABEL);
            case NOT_RECEIVED, LATE -> List.of();
        };
    }

    private SequencedSet<EvidenceKind> needed() {
        var needed = new LinkedHashSet<EvidenceKind>();
        facts.filing().lines().stream()
                .map(Filing.Line::problem)
                .forEach(problem -> needed.addAll(needed(problem, stakes)));
        return needed;
    }

    private boolean isThere(EvidenceKind kind) {
        return switch (kind) {
            case ITEM_BARCODE -> !readings.articles().isEmpty() || isPhotographed(kind);
            // A barcode says more than a look at the box, but for the ordered one: that may be the wrong label.
            case ITEM -> isPhotographed(kind) || !readings.cameBesides().isEmpty();
            case OUTER_LABEL, PACKING_SLIP, VIDEO, OTHER -> isPhotographed(kind);
        };
    }

    private boolean isPhotographed(EvidenceKind kind) {
        return Stream.of(kind, EvidenceKind.VIDEO)
                .anyMatch(shot -> facts.evidence().stream()
                        .filter(item -> item.readState() != EvidenceItem.ReadState.FAILED)
                        .map(EvidenceItem::kind)
                        .anyMatch(shot::equals));
    }

    /** What to ask for; nothing where the outcome stands already. */
    List<EvidenceKind> missing() {
        return switch (verdict) {
            case CONFIRMED -> List.of();
            case LIKELY, UNCONFIRMED, CONTRADICTED, UNKNOWN_ORDER ->
                needed().stream().filter(kind -> !isThere(kind)).toList();
        };
    }

    /** How much of what the claim needs is there: 0 to 1, and 1 where nothing is needed. */
    double completeness() {
        var needed = needed();
        return needed.isEmpty()
                ? 1
                : (double) needed.stream().filter(this::isThere).count() / needed.size();
    }
}
