package org.redress.claims.web.portal;

import java.util.Optional;
import org.redress.kernel.MerchantId;
import org.redress.orders.Order;
import org.redress.orders.Orders;
import org.springframework.stereotype.Component;

/**
 * Finds the order of somebody who names its number and how they are reached. That an order exists is told to nobody
 * else: another's order and none at all look the same.
 */
@Component
class OwnOrders {
    private final Orders orders;
    private final GuessLimit limit;

    OwnOrders(Orders orders, GuessLimit limit) {
        this.orders = orders;
        this.limit = limit;
    }

    /** @throws org.redress.kernel.Refused TOO_MANY where this address has missed too often */
    Optional<Order> find(MerchantId merchant, Draft draft, String address) {
        limit.check(address);
        var found = orders.find(merchant, draft.orderNumber())
                .filter(order -> order.customer().isReachedBy(draft.contact()));
        if (found.isEmpty()) {
            limit.missed(address);
        }
        return found;
    }
}
