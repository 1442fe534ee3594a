package org.redress.outreach.web;

import java.util.Map;
import java.util.Optional;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.claims.Claim;
import org.redress.claims.ClaimPanel;
import org.redress.outreach.Outreaches;
import org.redress.ui.Frame;
import org.redress.ui.Panel;
import org.redress.ui.Templates;
import org.springframework.stereotype.Component;

/** Who else is affected and was written to, on the case page. The customer’s page shows none of it (domain.md F12). */
@Component
class OutreachPanel implements ClaimPanel {
    private static final int ORDER = 20;

    private final Outreaches outreaches;
    private final OutreachViews views;
    private final Templates templates;

    OutreachPanel(Outreaches outreaches, OutreachViews views, Templates templates) {
        this.outreaches = outreaches;
        this.views = views;
        this.templates = templates;
    }

    @Override
    public Column column() {
        return Column.WHY;
    }

    @Override
    public Optional<Panel> forStaff(Claim claim, Viewer viewer, Frame frame) {
        var found = outreaches.ofClaim(claim.merchant(), claim.id());
        var conclusion = claim.conclusion();
        boolean likely = conclusion != null && !conclusion.status().equals("UNDETERMINED");
        if ((!viewer.has(Role.AGENT) && !viewer.has(Role.SUPERVISOR)) || (found.isEmpty() && !likely)) {
            return Optional.empty();
        }
        var page = new OutreachPanelPage(frame, claim, views.of(claim.merchant(), found));
        return Optional.of(new Panel(
                "outreach",
                frame.words().say("outreach.panel"),
                ORDER,
                templates.content("outreach/panel", Map.of("page", page))));
    }

    @Override
    public Optional<Panel> forCustomer(Claim claim, String link, Frame frame) {
        return Optional.empty();
    }
}
