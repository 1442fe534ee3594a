package org.redress.investigation.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redress.access.Viewer;
import org.redress.claims.Claim;
import org.redress.claims.ClaimAct;
import org.redress.claims.ClaimPanel;
import org.redress.investigation.HeldOrders;
import org.redress.investigation.Investigations;
import org.redress.investigation.Task;
import org.redress.investigation.TaskWords;
import org.redress.investigation.Tasks;
import org.redress.orders.Products;
import org.redress.ui.Frame;
import org.redress.ui.Panel;
import org.redress.ui.Templates;
import org.springframework.stereotype.Component;

/** Draws the cause on the case page. The customer’s page shows none of it: fault is a question of its own (F12). */
@Component
class InvestigationPanel implements ClaimPanel {
    private static final int ORDER = 10;

    private final Investigations investigations;
    private final Tasks tasks;
    private final Products products;
    private final Templates templates;

    InvestigationPanel(Investigations investigations, Tasks tasks, Products products, Templates templates) {
        this.investigations = investigations;
        this.tasks = tasks;
        this.products = products;
        this.templates = templates;
    }

    @Override
    public Column column() {
        return Column.WHY;
    }

    @Override
    public Optional<Panel> forStaff(Claim claim, Viewer viewer, Frame frame) {
        if (claim.isOtherKind()) {
            return Optional.empty();
        }
        var found = investigations.of(claim);
        var of = tasks.ofClaim(claim.merchant(), claim.id());
        var page = new InvestigationPage(
                frame, claim, found, asked(of), HeldOrders.of(of), ClaimAct.RECORD_CAUSE.isOpenTo(viewer));
        return Optional.of(new Panel(
                "investigation",
                frame.words().say("investigation.panel"),
                ORDER,
                templates.content("investigation/panel", Map.of("page", page))));
    }

    private List<InvestigationPage.Asked> asked(List<Task> of) {
        var open = of.stream()
                .filter(task -> task.state() != Task.State.CANCELLED)
                .filter(task -> !task.question().isOfAnOrder())
                .toList();
        if (open.isEmpty()) {
            return List.of();
        }
        var known = products.find(open.getFirst().merchant(), TaskWords.articles(open));
        return open.stream()
                .map(task -> new InvestigationPage.Asked(task, new TaskWords(task, known)))
                .toList();
    }

    @Override
    public Optional<Panel> forCustomer(Claim claim, String link, Frame frame) {
        return Optional.empty();
    }
}
