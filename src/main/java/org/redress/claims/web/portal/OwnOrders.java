package org.redress.claims.web.portal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.redress.access.OrderLinks;
import org.redress.access.Secret;
import org.redress.claims.ReportLinks;
import org.redress.kernel.MerchantId;
import org.redress.orders.Order;
import org.redress.orders.Orders;
import org.springframework.stereotype.Component;

/**
 * Finds the order of somebody who names its number and how they are reached, or who holds its link. That an order exists
 * is told to nobody else: another's order and none at all look the same, and are looked for in the same way.
 */
@Component
class OwnOrders {
    private final Orders orders;
    private final OrderLinks links;
    private final GuessLimit limit;

    OwnOrders(Orders orders, OrderLinks links, GuessLimit limit) {
        this.orders = orders;
        this.links = links;
        this.limit = limit;
    }

    /** @throws org.redress.kernel.Refused TOO_MANY where this address has missed too often */
    Optional<Order> find(MerchantId merchant, Draft draft, String address) {
        return draft.isByLink() ? byLink(merchant, draft.link(), address) : byNumber(merchant, draft, address);
    }

    private Optional<Order> byNumber(MerchantId merchant, Draft draft, String address) {
        limit.check(address);
        // One look-up tells whose it is, whether there is such an order or not; only its customer's is read.
        var spellings = spellings(draft.orderNumber());
        var customers = orders.customers(merchant, spellings);
        var found = spellings.stream()
                .filter(number ->
                        customers.containsKey(number) && customers.get(number).isReachedBy(draft.contact()))
                .findFirst()
                .flatMap(number -> orders.find(merchant, number));
        if (found.isEmpty()) {
            limit.missed(address);
        }
        return found;
    }

    private Optional<Order> byLink(MerchantId merchant, Secret link, String address) {
        return opened(link, address)
                .filter(opened -> opened.merchant().equals(merchant))
                .flatMap(this::order);
    }

    /** Whose portal a link leads to; an unknown one counts as a guess. */
    Optional<OrderLinks.Opened> opened(Secret link, String address) {
        limit.check(address);
        var opened = links.open(link.text());
        if (opened.isEmpty()) {
            limit.missed(address);
        }
        return opened;
    }

    /** Empty where the link has expired, or the order is another customer’s by now. */
    Optional<Order> order(OrderLinks.Opened opened) {
        return opened.expired()
                ? Optional.empty()
                : orders.find(opened.merchant(), opened.orderNumber())
                        .filter(order -> opened.isFor(ReportLinks.holder(order.customer())));
    }

    /** Keyboards of phones write small letters, and shops print capital ones. */
    private static List<String> spellings(String number) {
        return Stream.of(number, number.toUpperCase(Locale.ROOT), number.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }
}
