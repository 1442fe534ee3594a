package org.redress.settlement.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.settlement.Comparison;
import org.redress.settlement.Reconciliations;
import org.redress.ui.Frame;

/**
 * Partners' books against ours.
 *
 * @param all whether closed differences are shown too
 * @param latest the last comparison with each partner
 * @param mayAct whether this reader may compare a day and close a difference
 * @param today on the merchant's clock
 */
public record ReconciliationPage(
        Frame frame,
        boolean all,
        List<Row> latest,
        List<DifferenceView> differences,
        @Nullable String next,
        boolean mayAct,
        LocalDate today) {
    /**
     * @param result how it ended, or why it has not
     * @param tone how that badge looks
     * @param trouble why it is not over, or null
     */
    public record Row(
            Comparison comparison,
            String partner,
            String result,
            String tone,
            @Nullable String trouble) {}

    public String firstDay() {
        return today.minusDays(Reconciliations.DAYS_BACK).toString();
    }

    public String yesterday() {
        return today.minusDays(1).toString();
    }
}
