package org.redress.rehearsal.model;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.SplittableRandom;
import org.redress.orders.Order;
import org.redress.orders.Product;
import org.redress.rehearsal.model.warehouse.Outlet;

/** A sample shop in the simulated week: its own articles, numbers and customers. */
record SampleOutlet(Shop shop, List<Product> products) implements Outlet {
    /** Behind those that {@link SampleShop} gives. */
    private static final int FIRST_ORDER = 600;

    private static final int FIRST_BUYER = 2_000;

    static SampleOutlet of(Shop shop, Catalogue catalogue) {
        return new SampleOutlet(
                shop, catalogue.of(shop).stream().map(Article::product).toList());
    }

    @Override
    public Currency currency() {
        return shop.currency();
    }

    @Override
    public String warehouse() {
        return shop.warehouse();
    }

    @Override
    public List<String> carriers() {
        return List.of(shop.carrier());
    }

    @Override
    public Order order(int place, Instant placedAt, List<Order.Line> lines) {
        var number = shop.orderNumber(FIRST_ORDER + place);
        var random = new SplittableRandom(SampleShop.SEED * 15_485_863 + number.hashCode());
        var buyer = People.of(shop, SampleShop.SEED, FIRST_BUYER + place);
        return Till.rung(shop, number, buyer, placedAt, lines, random);
    }

    @Override
    public String trackingNumber(int place, Order order) {
        return shop.trackingNumber(order.orderNumber());
    }
}
