package org.redress.orders.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.access.Requires;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.kernel.Page;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.orders.Order;
import org.redress.orders.OrderPanel;
import org.redress.orders.Orders;
import org.redress.orders.Products;
import org.redress.ui.Frame;
import org.redress.ui.Panel;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@RequestMapping(OrderPages.PATH)
@Requires({Role.AGENT, Role.SUPERVISOR, Role.ADMIN})
class OrderPages {
    static final String PATH = "/desk/orders";

    private final Orders orders;
    private final Products products;
    private final List<OrderPanel> panels;

    OrderPages(Orders orders, Products products, List<OrderPanel> panels) {
        this.orders = orders;
        this.products = products;
        this.panels = panels;
    }

    @GetMapping
    ModelAndView list(
            Frame frame,
            Viewer viewer,
            @RequestParam(name = "q", defaultValue = "") String looked,
            @RequestParam(required = false) @Nullable String after) {
        var found = orders.search(viewer.merchant(), looked, after, Page.USUAL);
        return new ModelAndView(
                "orders/orders", Map.of("page", new OrdersPage(frame, looked.strip(), found, viewer.has(Role.ADMIN))));
    }

    @GetMapping("/{orderNumber}")
    ModelAndView order(Frame frame, Viewer viewer, @PathVariable String orderNumber) {
        var order = orders.find(viewer.merchant(), orderNumber).orElseThrow(() -> new Refused(Refusal.absent()));
        var skus = order.lines().stream().map(Order.Line::sku).distinct().toList();
        var drawn = panels.stream()
                .flatMap(panel -> panel.of(order, viewer, frame).stream())
                .sorted(Comparator.comparingInt(Panel::order))
                .toList();
        var page = new OrderPage(frame, order, products.find(viewer.merchant(), skus), drawn);
        return new ModelAndView("orders/order", Map.of("page", page));
    }

    @GetMapping(params = "number")
    ModelAndView numbered(Frame frame, Viewer viewer, @RequestParam String number) {
        return order(frame, viewer, number);
    }
}
