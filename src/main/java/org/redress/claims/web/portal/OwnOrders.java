package org.redress.claims.web.portal;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
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
        var found = spellings(draft.orderNumber())
                .flatMap(number -> orders.find(merchant, number).stream())
                .filter(order -> order.customer().isReachedBy(draft.contact()))
                .findFirst();
        if (found.isEmpty()) {
            limit.missed(address);
        }
        return found;
    }

    /** Keyboards of phones write small letters, and shops print capital ones. */
    private static Stream<String> spellings(String number) {
        return Stream.of(number, number.toUpperCase(Locale.ROOT), number.toLowerCase(Locale.ROOT))
                .distinct();
    }
}
