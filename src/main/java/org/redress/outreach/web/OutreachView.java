package org.redress.outreach.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.correspondence.Mailings;
import org.redress.orders.Order;
import org.redress.outreach.Outreach;

/**
 * One customer to write to.
 *
 * @param came what probably came instead, as people call it; null where nobody knows
 * @param customer whom to reach; empty where the order is gone
 * @param mail how far the letter has come; null where none was mailed
 * @param filed the number of the claim that they filed
 */
public record OutreachView(
        Outreach outreach,
        String ordered,
        @Nullable String came,
        Optional<Order.Customer> customer,
        Mailings.@Nullable Progress mail,
        @Nullable String filed) {
    public String id() {
        return outreach.id().toString();
    }

    public String tone() {
        return switch (outreach.state()) {
            case OPEN -> "yours";
            case WRITTEN -> "unknown";
            case CLAIMED -> "differs";
            case RIGHT -> "agrees";
            case LEFT -> "";
        };
    }
}
