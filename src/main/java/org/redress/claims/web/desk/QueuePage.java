package org.redress.claims.web.desk;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Claim;
import org.redress.claims.LegalFlag;
import org.redress.evidence.EvidenceItem;
import org.redress.ui.Frame;

/**
 * The queue: the most urgent first.
 *
 * @param view which of the tabs is lit
 * @param text what was searched for
 * @param forSupervisor whether the reader is one
 * @param next where the next page starts, or null
 */
public record QueuePage(
        Frame frame,
        View view,
        String text,
        List<Row> rows,
        boolean forSupervisor,
        @Nullable String next) {
    /** The tabs: ready-made questions to the queue. */
    public enum View {
        OURS,
        MINE,
        /** Claims on a replacement and those that were passed on, for supervisors. */
        SENIORS,
        CUSTOMER,
        ALL
    }

    /** The tabs of this reader. */
    public List<View> views() {
        return Stream.of(View.values())
                .filter(each -> each != View.SENIORS || forSupervisor)
                .toList();
    }

    /**
     * @param photo the first picture, or null
     * @param flag what the law presses on, or null
     */
    public record Row(
            Claim claim,
            Swap swap,
            @Nullable EvidenceItem photo,
            String customer,
            @Nullable LegalFlag flag) {}
}
