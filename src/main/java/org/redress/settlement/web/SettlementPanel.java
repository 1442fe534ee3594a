package org.redress.settlement.web;

import java.util.Map;
import java.util.Optional;
import org.redress.access.Viewer;
import org.redress.claims.Claim;
import org.redress.claims.ClaimPanel;
import org.redress.ui.Frame;
import org.redress.ui.Panel;
import org.redress.ui.Templates;
import org.springframework.stereotype.Component;

/** Draws what is being carried out on the claim's pages. */
@Component
class SettlementPanel implements ClaimPanel {
    private static final String ID = "execution";
    private static final int ORDER = 50;

    private final StepRows rows;
    private final Templates templates;

    SettlementPanel(StepRows rows, Templates templates) {
        this.rows = rows;
        this.templates = templates;
    }

    @Override
    public Optional<Panel> forStaff(Claim claim, Viewer viewer, Frame frame) {
        return panel(rows.forStaff(claim, viewer, frame), "settlement/steps", "settlement.panel.staff");
    }

    @Override
    public Optional<Panel> forCustomer(Claim claim, String link, Frame frame) {
        return panel(rows.forCustomer(claim, link, frame), "settlement/track", "settlement.panel.customer");
    }

    private Optional<Panel> panel(StepsPage page, String template, String title) {
        return page.rows().isEmpty()
                ? Optional.empty()
                : Optional.of(new Panel(
                        ID, page.frame().words().say(title), ORDER, templates.content(template, Map.of("page", page))));
    }
}
