package org.redress.claims.web.portal;

import java.util.Map;
import java.util.Optional;
import org.redress.access.Viewer;
import org.redress.claims.Claim;
import org.redress.claims.ClaimPanel;
import org.redress.claims.Erasures;
import org.redress.ui.Frame;
import org.redress.ui.Panel;
import org.redress.ui.Templates;
import org.springframework.stereotype.Component;

/** The customer’s data on their page: all of it to save, and the wish to have it deleted. */
@Component
class DataPanel implements ClaimPanel {
    private static final int ORDER = 400;

    private final Erasures erasures;
    private final Templates templates;

    DataPanel(Erasures erasures, Templates templates) {
        this.erasures = erasures;
        this.templates = templates;
    }

    @Override
    public Optional<Panel> forStaff(Claim claim, Viewer viewer, Frame frame) {
        return Optional.empty();
    }

    @Override
    public Optional<Panel> forCustomer(Claim claim, String link, Frame frame) {
        var page = new DataPage(frame, link, erasures.ofClaim(claim.merchant(), claim.id()));
        return Optional.of(new Panel(
                "data",
                frame.words().say("portal.data.title"),
                ORDER,
                templates.content("portal/data", Map.of("page", page))));
    }
}
