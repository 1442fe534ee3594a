package org.redress.settlement.web;

import java.util.Map;
import java.util.Optional;
import org.redress.access.Viewer;
import org.redress.claims.Claim;
import org.redress.claims.ClaimPanel;
import org.redress.settlement.Returns;
import org.redress.ui.Frame;
import org.redress.ui.Panel;
import org.redress.ui.Templates;
import org.springframework.stereotype.Component;

/** Draws what comes back on the case page. The customer reads in their story that their parcel has arrived. */
@Component
class ReturnPanel implements ClaimPanel {
    static final String ID = "returns";
    private static final int ORDER = 55;

    private final Returns returns;
    private final ReturnViews views;
    private final Templates templates;

    ReturnPanel(Returns returns, ReturnViews views, Templates templates) {
        this.returns = returns;
        this.views = views;
        this.templates = templates;
    }

    @Override
    public Optional<Panel> forStaff(Claim claim, Viewer viewer, Frame frame) {
        var found = returns.ofClaim(claim.merchant(), claim.id());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var corrections = returns.corrections(claim.merchant(), found);
        var page = new ReturnsPage(frame, true, views.views(found, corrections, viewer, frame.words()), null);
        return Optional.of(new Panel(
                ID,
                frame.words().say("settlement.back.panel"),
                ORDER,
                templates.content("settlement/back", Map.of("page", page))));
    }

    @Override
    public Optional<Panel> forCustomer(Claim claim, String link, Frame frame) {
        return Optional.empty();
    }
}
