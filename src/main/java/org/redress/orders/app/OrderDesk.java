package org.redress.orders.app;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Page;
import org.redress.kernel.Sku;
import org.redress.orders.Order;
import org.redress.orders.OrderSummary;
import org.redress.orders.Orders;
import org.redress.orders.OrdersChanged;
import org.redress.orders.store.OrderTable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

@Service
class OrderDesk implements Orders {
    private final MerchantTransactions transactions;
    private final OrderTable table;
    private final ApplicationEventPublisher events;

    OrderDesk(MerchantTransactions transactions, OrderTable table, ApplicationEventPublisher events) {
        this.transactions = transactions;
        this.table = table;
        this.events = events;
    }

    @Override
    public Optional<Order> find(MerchantId merchant, String orderNumber) {
        return orderNumber.indexOf('\0') >= 0
                ? Optional.empty()
                : transactions.call(merchant, () -> table.find(merchant, orderNumber));
    }

    @Override
    public Set<String> known(MerchantId merchant, Collection<String> orderNumbers) {
        return transactions.call(merchant, () -> table.known(merchant, possible(orderNumbers)));
    }

    @Override
    public Map<String, Order.Customer> customers(MerchantId merchant, Collection<String> orderNumbers) {
        return transactions.call(merchant, () -> table.customers(merchant, possible(orderNumbers)));
    }

    @Override
    public Map<String, String> countries(MerchantId merchant, Collection<String> orderNumbers) {
        return transactions.call(merchant, () -> table.countries(merchant, possible(orderNumbers)));
    }

    @Override
    public boolean isReturning(MerchantId merchant, Order order) {
        var email = order.customer().email();
        return email != null && transactions.call(merchant, () -> table.hasEarlier(merchant, email, order.placedAt()));
    }

    @Override
    public List<Order> all(MerchantId merchant, Collection<String> orderNumbers) {
        return orderNumbers.isEmpty()
                ? List.of()
                : transactions.call(merchant, () -> table.all(merchant, possible(orderNumbers)));
    }

    private static List<String> possible(Collection<String> orderNumbers) {
        return orderNumbers.stream().filter(number -> number.indexOf('\0') < 0).toList();
    }

    @Override
    public List<String> holding(MerchantId merchant, Sku article, Instant from, Instant until) {
        return transactions.call(merchant, () -> table.holding(merchant, article, from, until));
    }

    @Override
    public Page<OrderSummary> search(MerchantId merchant, String text, @Nullable String after, int limit) {
        var looked = text.strip().replace("\0", "");
        var found = transactions.call(merchant, () -> table.search(merchant, looked, position(after), limit + 1));
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        var page = found.subList(0, limit);
        return new Page<>(page, cursor(page.getLast()));
    }

    @Override
    public List<OrderSummary> under(MerchantId merchant, String name, int limit) {
        var said = name.strip().replace("\0", "");
        return said.isEmpty() ? List.of() : transactions.call(merchant, () -> table.under(merchant, said, limit));
    }

    private static String cursor(OrderSummary last) {
        var position = last.placedAt() + "|" + last.orderNumber();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(StandardCharsets.UTF_8));
    }

    private static OrderTable.@Nullable Position position(@Nullable String after) {
        if (after == null) {
            return null;
        }
        try {
            var position = new String(Base64.getUrlDecoder().decode(after), StandardCharsets.UTF_8).split("\\|", 2);
            return position.length == 2 && position[1].indexOf('\0') < 0
                    ? new OrderTable.Position(Instant.parse(position[0]), position[1])
                    : null;
        } catch (IllegalArgumentException | DateTimeException notOurs) {
            return null;
        }
    }

    @Override
    public List<Order> following(MerchantId merchant, String after, int limit) {
        return transactions.call(merchant, () -> table.following(merchant, after, limit));
    }

    @Override
    public void put(MerchantId merchant, Collection<Order> orders) {
        if (!orders.isEmpty()) {
            transactions.run(merchant, () -> {
                var last = ProductDesk.last(orders, Order::orderNumber);
                table.put(merchant, last);
                events.publishEvent(OrdersChanged.of(merchant, last));
            });
        }
    }
}
