package org.redress.orders.rest;

import java.util.List;
import org.redress.access.Requires;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.orders.Orders;
import org.redress.ui.Takes;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@Requires({Role.AGENT, Role.SUPERVISOR, Role.ADMIN, Role.INTEGRATOR})
@RequestMapping("/api/v1/orders/{orderNumber}")
class OrderResource {
    private final Orders orders;

    OrderResource(Orders orders) {
        this.orders = orders;
    }

    @PutMapping
    @Takes(OrderBody.class)
    @Requires({Role.INTEGRATOR, Role.ADMIN})
    OrderBody put(@PathVariable String orderNumber, @RequestBody JsonNode body, Viewer viewer) {
        var order = OrderBody.read(orderNumber, body);
        orders.put(viewer.merchant(), List.of(order));
        return OrderBody.of(order);
    }

    @GetMapping
    OrderBody find(@PathVariable String orderNumber, Viewer viewer) {
        return orders.find(viewer.merchant(), orderNumber)
                .map(OrderBody::of)
                .orElseThrow(() -> new Refused(Refusal.absent()));
    }
}
