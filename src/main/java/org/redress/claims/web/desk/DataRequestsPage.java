package org.redress.claims.web.desk;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.claims.ErasureRequest;
import org.redress.ui.Frame;

/**
 * What {@code claims/data-requests.jte} shows.
 *
 * @param open whether the tab of those that wait is lit
 * @param next where the next page starts, or null
 * @param mayOpenClaims whether the reader works on claims, too
 */
public record DataRequestsPage(
        Frame frame, boolean open, List<Row> rows, @Nullable String next, boolean mayOpenClaims) {
    /**
     * @param language of the customer, as the reader calls it
     * @param keptUntil and {@code proposal}: what can be answered where nothing else is known
     */
    public record Row(ErasureRequest request, String language, LocalDate keptUntil, String proposal) {}
}
