package org.redress.orders.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Money;
import org.redress.kernel.Sku;
import org.redress.orders.Order;
import org.redress.orders.Product;
import org.redress.sheets.Outcome;
import org.redress.sheets.RowFault;

/**
 * Makes an order of its rows, given in the order of the file. What is said once for an order stands in its first row; what
 * that row leaves blank is taken from the first that does not. A line without a number has the next free one, so that the
 * same file always makes the same order; two rows of one article are two lines.
 */
public final class Assembly {
    private final List<OrderRow> rows = new ArrayList<>();
    private final Set<Integer> lineNumbers = new HashSet<>();

    /** Takes a row of the same order; or says why not. */
    public Optional<RowFault> add(OrderRow row) {
        var first = rows.isEmpty() ? row : rows.getFirst();
        var number = row.lineNumber();
        if (!row.currency().equals(first.currency())) {
            return Optional.of(fault(row, "CURRENCY_MIXED", first.currency().getCurrencyCode()));
        }
        if (number != null && !lineNumbers.add(number)) {
            return Optional.of(fault(row, "LINE_NUMBER_TWICE", String.valueOf(number)));
        }
        rows.add(row);
        return Optional.empty();
    }

    private static RowFault fault(OrderRow row, String code, String gap) {
        return new RowFault(row.row(), "", "orders.row." + code, gap);
    }

    /** The order of the rows that were taken, of which there is one at least; or why there can be none, for each of them. */
    public Outcome<Order> order() {
        var order = order(rows.getFirst());
        return order.paid().minor() < 0
                ? new Outcome.Rejected<>(rows.stream()
                        .map(row -> fault(
                                row,
                                "DISCOUNT_TOO_LARGE",
                                order.discount().amount().toPlainString()))
                        .toList())
                : new Outcome.Read<>(order);
    }

    private Order order(OrderRow first) {
        return new Order(
                first.orderNumber(),
                first.shop(),
                first.placedAt(),
                first.currency(),
                new Order.Customer(
                        said(
                                row -> row.customer().name().isEmpty()
                                        ? null
                                        : row.customer().name(),
                                ""),
                        said(row -> row.customer().email()),
                        said(row -> row.customer().phone()),
                        said(row -> row.customer().language())),
                new Order.Address(
                        said(row -> row.shipTo().name()),
                        said(row -> row.shipTo().street()),
                        said(row -> row.shipTo().city()),
                        said(row -> row.shipTo().region()),
                        said(row -> row.shipTo().postcode()),
                        said(row -> row.shipTo().country())),
                lines(),
                once(OrderRow::shippingFee),
                once(OrderRow::orderDiscount),
                once(OrderRow::tax),
                List.of());
    }

    private List<Order.Line> lines() {
        var lines = new ArrayList<Order.Line>();
        int next = 1;
        for (var row : rows) {
            var number = row.lineNumber();
            if (number == null) {
                while (!lineNumbers.add(next)) {
                    next++;
                }
                number = next;
            }
            lines.add(new Order.Line(
                    number, new Sku(row.sku()), row.quantity(), row.money(row.unitPrice()), row.money(row.discount())));
        }
        lines.sort(Comparator.comparingInt(Order.Line::lineNumber));
        return lines;
    }

    private @Nullable String said(Function<OrderRow, @Nullable String> part) {
        for (var row : rows) {
            var text = part.apply(row);
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    private String said(Function<OrderRow, @Nullable String> part, String otherwise) {
        var text = said(part);
        return text == null ? otherwise : text;
    }

    /** Files that repeat the order's fee on each of its rows and files that say it once mean the same. */
    private Money once(Function<OrderRow, Long> amount) {
        var first = rows.getFirst();
        return first.money(rows.stream()
                .map(amount)
                .filter(minor -> minor != 0)
                .findFirst()
                .orElse(0L));
    }

    /** The articles that these rows name, for a catalogue that does not know them yet. */
    public List<Product> names() {
        Map<String, String> names = new LinkedHashMap<>();
        rows.stream().filter(row -> !row.name().isEmpty()).forEach(row -> names.putIfAbsent(row.sku(), row.name()));
        return names.entrySet().stream()
                .map(name ->
                        new Product(new Sku(name.getKey()), name.getValue(), null, null, null, null, null, null, null))
                .toList();
    }
}
