package org.redress.claims.web.desk;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.redress.access.Merchants;
import org.redress.access.Origin;
import org.redress.access.Requires;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.claims.ReportLinks;
import org.redress.claims.SlipCode;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.orders.Order;
import org.redress.orders.OrderPanel;
import org.redress.orders.Orders;
import org.redress.ui.Flash;
import org.redress.ui.Frame;
import org.redress.ui.Panel;
import org.redress.ui.Templates;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.UriUtils;

/** What of an order is handed on to its customer: the code for the packing slip, and a link that opens the report. */
@Controller
@Requires({Role.AGENT, Role.SUPERVISOR, Role.ADMIN})
class HandedOn implements OrderPanel {
    private static final int ORDER = 20;

    private final Orders orders;
    private final ReportLinks links;
    private final Merchants merchants;
    private final Origin origin;
    private final Templates templates;

    HandedOn(Orders orders, ReportLinks links, Merchants merchants, Origin origin, Templates templates) {
        this.orders = orders;
        this.links = links;
        this.merchants = merchants;
        this.origin = origin;
        this.templates = templates;
    }

    @Override
    public Optional<Panel> of(Order order, Viewer viewer, Frame frame) {
        var page = new HandedOnPage(frame, order.orderNumber(), viewer.has(Role.AGENT) || viewer.has(Role.ADMIN));
        return Optional.of(new Panel(
                "handed-on",
                frame.words().say("desk.slip.title"),
                ORDER,
                templates.content("claims/handed-on", Map.of("page", page))));
    }

    @GetMapping(path = "/desk/slip-code", produces = SlipCode.SVG)
    ResponseEntity<String> code(@RequestParam String order, Viewer viewer) {
        var slug = merchants.find(viewer.merchant()).slug();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(SlipCode.of(origin.url(), slug, known(order, viewer).orderNumber())
                        .svg());
    }

    /** Told once: only its hash is kept. */
    @PostMapping("/desk/report-links")
    @Requires({Role.AGENT, Role.ADMIN})
    RedirectView link(@RequestParam String order, Viewer viewer, RedirectAttributes redirect) {
        var number = known(order, viewer).orderNumber();
        try {
            var made = links.issue(viewer.merchant(), number);
            Flash.done(redirect, Phrase.of("desk.slip.link.made", origin.url() + made.path(), made.expiresAt()));
        } catch (Refused refused) {
            if (refused.refusal().kind() != Refusal.Kind.CONFLICT) {
                throw refused;
            }
            Flash.refused(redirect, refused.refusal().reason());
        }
        var view = new RedirectView("/desk/orders?number=" + UriUtils.encode(number, StandardCharsets.UTF_8));
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExposeModelAttributes(false);
        return view;
    }

    private Order known(String number, Viewer viewer) {
        return orders.find(viewer.merchant(), number).orElseThrow(() -> new Refused(Refusal.absent()));
    }
}
