package org.redress.claims.web.desk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.redress.claims.Claim;
import org.redress.evidence.EvidenceItem;
import org.redress.ui.Frame;

/**
 * Claims about the same line of an order, side by side.
 *
 * @param claim the one they are compared with
 * @param columns it and the others, the oldest of them first
 */
public record DuplicatesPage(Frame frame, Claim claim, List<Column> columns) {
    /**
     * One of them.
     *
     * @param contact with the middle left out: enough to tell two customers apart
     * @param lines what it is about, in words
     * @param mergeable whether it can go on under the one they are compared with
     */
    public record Column(
            UUID id,
            String number,
            Claim claim,
            Instant filed,
            String contact,
            List<String> lines,
            List<EvidenceItem> files,
            boolean mergeable) {}

    private Column own() {
        return columns.getFirst();
    }

    public boolean isOwn(Column column) {
        return column.id().equals(claim.id());
    }

    public boolean differsInContact(Column column) {
        return !isOwn(column)
                && !column.claim().filing().contact().isReachedAs(claim.filing().contact());
    }

    public boolean differsInLines(Column column) {
        return !column.lines().equals(own().lines());
    }

    public boolean differsInStatement(Column column) {
        return !column.claim()
                .filing()
                .statement()
                .strip()
                .equals(claim.filing().statement().strip());
    }

    public boolean differsInVerdict(Column column) {
        return column.claim().verdict() != claim.verdict();
    }
}
