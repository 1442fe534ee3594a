package org.redress.orders;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.redress.kernel.MerchantId;

/** These orders have been written: what is believed about them may have changed. */
public record OrdersChanged(UUID merchant, Set<String> orders) {
    public static OrdersChanged of(MerchantId merchant, Collection<Order> orders) {
        return new OrdersChanged(
                merchant.value(), orders.stream().map(Order::orderNumber).collect(Collectors.toSet()));
    }
}
