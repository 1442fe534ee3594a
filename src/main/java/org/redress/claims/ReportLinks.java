package org.redress.claims;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.redress.access.OrderLinks;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.orders.Order;
import org.redress.orders.Orders;
import org.springframework.stereotype.Component;

/** Makes the links that a shop puts into its order mail: they open the portal at that order, and nothing is typed. */
@Component
public class ReportLinks {
    /** As long as most people keep looking into a mail; number and contact work for ever. */
    static final Duration LASTS = Duration.ofDays(180);

    private final OrderLinks links;
    private final Orders orders;
    private final InstantSource clock;

    ReportLinks(OrderLinks links, Orders orders, InstantSource clock) {
        this.links = links;
        this.orders = orders;
        this.clock = clock;
    }

    /** @param path without the origin */
    public record Made(String path, Instant expiresAt) {}

    /**
     * @throws Refused ABSENT where there is no such order; CONFLICT with {@code NO_CONTACT} where nobody can be reached
     *     about it
     */
    public Made issue(MerchantId merchant, String orderNumber) {
        var order = order(merchant, orderNumber);
        if (order.customer().email() == null && order.customer().phone() == null) {
            throw new Refused(Refusal.conflict("NO_CONTACT", Phrase.of("claims.refusal.no-contact")));
        }
        var expiresAt = clock.instant().plus(LASTS);
        return new Made(links.issue(merchant, order.orderNumber(), holder(order.customer()), expiresAt), expiresAt);
    }

    /** @throws Refused ABSENT where there is no such order */
    public void revoke(MerchantId merchant, String orderNumber) {
        links.revoke(merchant, order(merchant, orderNumber).orderNumber());
    }

    private Order order(MerchantId merchant, String orderNumber) {
        return orders.find(merchant, orderNumber).orElseThrow(() -> new Refused(Refusal.absent()));
    }

    /** Whom a link is for: once one of these is corrected, it opens nothing. */
    public static String holder(Order.Customer customer) {
        return String.join(
                "\n",
                List.of(
                        Objects.requireNonNullElse(customer.email(), ""),
                        Objects.requireNonNullElse(customer.phone(), "")));
    }
}
