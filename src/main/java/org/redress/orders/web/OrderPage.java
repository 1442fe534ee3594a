package org.redress.orders.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.kernel.Sku;
import org.redress.orders.Order;
import org.redress.orders.Product;
import org.redress.ui.Frame;
import org.redress.ui.Panel;

/** @param products those of the order that the catalogue knows */
public record OrderPage(Frame frame, Order order, Map<Sku, Product> products, List<Panel> panels) {
    public String name(Sku sku) {
        var product = products.get(sku);
        return product == null ? "" : product.name();
    }

    /** The address in one line per part that is known; empty where nothing is. */
    public String address() {
        var to = order.shipTo();
        return Stream.of(to.name(), to.street(), to.postcode(), to.city(), to.region(), to.country())
                .flatMap(Stream::ofNullable)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining("\n"));
    }
}
