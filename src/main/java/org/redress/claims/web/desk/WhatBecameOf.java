package org.redress.claims.web.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.claims.Claim;
import org.redress.claims.ClaimSearch;
import org.redress.claims.Claims;
import org.redress.orders.Order;
import org.redress.orders.OrderPanel;
import org.redress.traces.Traces;
import org.redress.ui.Frame;
import org.redress.ui.Panel;
import org.redress.ui.Templates;
import org.springframework.stereotype.Component;

/** Leads from an order to its parcels and to the claims about it. */
@Component
class WhatBecameOf implements OrderPanel {
    private static final int MOST = 20;
    private static final int ORDER = 10;

    private final Claims claims;
    private final Traces traces;
    private final Templates templates;

    WhatBecameOf(Claims claims, Traces traces, Templates templates) {
        this.claims = claims;
        this.traces = traces;
        this.templates = templates;
    }

    @Override
    public Optional<Panel> of(Order order, Viewer viewer, Frame frame) {
        var page = new OrderWayPage(
                frame,
                traces.parcels(viewer.merchant(), order.orderNumber()),
                viewer.has(Role.AGENT) || viewer.has(Role.SUPERVISOR) ? claims(order, viewer) : List.of());
        return Optional.of(new Panel(
                "way",
                frame.words().say("desk.order.title"),
                ORDER,
                templates.content("claims/of-order", Map.of("page", page))));
    }

    private List<Claim> claims(Order order, Viewer viewer) {
        var search =
                new ClaimSearch(null, null, Set.of(), order.orderNumber(), null, ClaimSearch.Sort.FILED, null, MOST);
        return claims.search(viewer.merchant(), search).items();
    }
}
