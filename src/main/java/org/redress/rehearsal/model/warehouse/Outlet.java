package org.redress.rehearsal.model.warehouse;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.redress.orders.Order;
import org.redress.orders.Product;

/** A shop and the warehouse that sends for it: what it sells, to whom, and what its papers are called. */
public interface Outlet {
    /** Siblings side by side: so they lie on the shelves too. */
    List<Product> products();

    Currency currency();

    String warehouse();

    /** One or more. */
    List<String> carriers();

    /**
     * Somebody orders.
     *
     * @param place among all orders of the season, from 1
     */
    Order order(int place, Instant placedAt, List<Order.Line> lines);

    /** @param place among all parcels of the season, from 1 */
    String trackingNumber(int place, Order order);
}
