package org.redress.settlement.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.ui.Frame;

/**
 * The steps of a claim as somebody sees them.
 *
 * @param path of the fragment, for as long as something is under way
 * @param claim path of the claim's page
 * @param stop where to post that what is owed still is not to be carried out, or null
 * @param failed how many steps wait for a person
 * @param differences in what partners do not agree with us, a sentence each
 */
public record StepsPage(
        Frame frame,
        String path,
        String claim,
        List<Row> rows,
        @Nullable String stop,
        long failed,
        List<String> differences) {
    /**
     * @param tone how the badge looks: green for done, red for failed, amber for waiting
     * @param icon what kind of thing it is
     * @param again where to ask for another attempt, or null
     */
    public record Row(
            String what,
            String icon,
            String state,
            String tone,
            List<String> facts,
            @Nullable String trouble,
            @Nullable Instant nextAt,
            @Nullable Instant doneAt,
            @Nullable String again) {}

    public boolean isUnderWay() {
        return rows.stream().anyMatch(row -> row.nextAt() != null);
    }
}
