package org.redress.claims.web.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Claim;
import org.redress.evidence.EvidenceItem;
import org.redress.ui.Frame;

/**
 * The queue: the most urgent first.
 *
 * @param view which of the tabs is lit
 * @param text what was searched for
 * @param next where the next page starts, or null
 */
public record QueuePage(
        Frame frame,
        View view,
        String text,
        List<Row> rows,
        @Nullable String next) {
    /** The tabs: ready-made questions to the queue. */
    public enum View {
        OURS,
        MINE,
        CUSTOMER,
        ALL
    }

    /** @param photo the first picture, or null */
    public record Row(Claim claim, Swap swap, @Nullable EvidenceItem photo, String customer) {}
}
