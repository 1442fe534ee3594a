package org.redress.investigation.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redress.access.Merchants;
import org.redress.access.Viewer;
import org.redress.claims.Claim;
import org.redress.claims.ClaimAct;
import org.redress.claims.ClaimPanel;
import org.redress.investigation.AtRisk;
import org.redress.investigation.Exhibit;
import org.redress.investigation.HeldOrders;
import org.redress.investigation.Holds;
import org.redress.investigation.Investigations;
import org.redress.investigation.Task;
import org.redress.investigation.TaskWords;
import org.redress.investigation.Tasks;
import org.redress.investigation.Way;
import org.redress.orders.Products;
import org.redress.ui.Frame;
import org.redress.ui.Panel;
import org.redress.ui.Templates;
import org.springframework.stereotype.Component;

/** Draws the cause on the case page. The customer’s page shows none of it: fault is a question of its own (F12). */
@Component
class InvestigationPanel implements ClaimPanel {
    private static final int ORDER = 10;

    private final Merchants merchants;
    private final Investigations investigations;
    private final Tasks tasks;
    private final Holds holds;
    private final Products products;
    private final Templates templates;

    InvestigationPanel(
            Merchants merchants,
            Investigations investigations,
            Tasks tasks,
            Holds holds,
            Products products,
            Templates templates) {
        this.merchants = merchants;
        this.investigations = investigations;
        this.tasks = tasks;
        this.holds = holds;
        this.products = products;
        this.templates = templates;
    }

    @Override
    public Column column() {
        return Column.WHY;
    }

    @Override
    public Optional<Panel> forStaff(Claim claim, Viewer viewer, Frame frame) {
        return placedForStaff(claim, viewer, frame).stream()
                .filter(placed -> placed.column() == Column.WHY)
                .map(Placed::panel)
                .findFirst();
    }

    /** The cause, and over all columns the way of the parcel, from one look at the records. */
    @Override
    public List<Placed> placedForStaff(Claim claim, Viewer viewer, Frame frame) {
        if (claim.isOtherKind()) {
            return List.of();
        }
        var exhibit = investigations.exhibit(claim);
        var of = tasks.ofClaim(claim.merchant(), claim.id());
        var atRisk = exhibit.found().atRisk().stream().map(AtRisk::orderNumber).toList();
        var page = new InvestigationPage(
                frame,
                claim,
                exhibit,
                asked(of),
                HeldOrders.of(of),
                holds.of(claim.merchant(), atRisk),
                ClaimAct.RECORD_CAUSE.isOpenTo(viewer));
        var placed = new ArrayList<Placed>();
        exhibit.way().ifPresent(way -> placed.add(new Placed(Column.ACROSS, way(claim, frame, exhibit, way))));
        placed.add(new Placed(
                Column.WHY,
                new Panel(
                        "investigation",
                        frame.words().say("investigation.panel"),
                        ORDER,
                        templates.content("investigation/panel", Map.of("page", page)))));
        return placed;
    }

    private Panel way(Claim claim, Frame frame, Exhibit exhibit, Way way) {
        var there = frame.words().in(merchants.find(claim.merchant()).zone());
        return new Panel(
                "way",
                frame.words().say("investigation.way"),
                ORDER,
                templates.content(
                        "investigation/way", Map.of("page", new WayPage(there, frame.words(), way, exhibit.found()))));
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
