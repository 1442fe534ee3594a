package org.redress.orders.model;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Money;
import org.redress.orders.Order;
import org.redress.sheets.Outcome;
import org.redress.sheets.Row;

/**
 * One row of a file of orders: a line, and what the row says of its order.
 *
 * @param lineNumber null where the file does not number its lines
 * @param name of the article; may be empty
 */
public record OrderRow(
        long row,
        String orderNumber,
        @Nullable Integer lineNumber,
        String sku,
        String name,
        int quantity,
        long unitPrice,
        long discount,
        Currency currency,
        String shop,
        Instant placedAt,
        Order.Customer customer,
        Order.Address shipTo,
        long shippingFee,
        long orderDiscount,
        long tax) {

    /** What holds where a row does not say: the merchant's clock, money and name. */
    public record Defaults(ZoneId zone, Currency currency, String shop) {}

    public static Outcome<OrderRow> read(Row row, Defaults defaults) {
        var currency = row.currency("currency", defaults.currency());
        var orderNumber = row.key("orderNumber");
        var quantity = quantity(row, orderNumber);
        var unitPrice = row.price("unitPrice", currency);
        var discount = row.amount("discount", currency);
        var goods = unitPrice.times(quantity);
        if (goods.minor() > Money.LARGEST) {
            row.fault("unitPrice", "orders.row.AMOUNT_TOO_LARGE", row.raw("unitPrice"));
        } else if (discount.minor() > goods.minor()) {
            row.fault("discount", "orders.row.DISCOUNT_TOO_LARGE", row.raw("discount"));
        }
        var shop = row.text("shop", 100);
        return row.outcome(new OrderRow(
                row.number(),
                orderNumber,
                row.number("lineNumber", 1, 1_000_000).orElse(null),
                row.key("sku"),
                row.text("name", 500),
                quantity,
                unitPrice.minor(),
                discount.minor(),
                currency,
                shop.isEmpty() ? defaults.shop() : shop,
                row.time("placedAt", defaults.zone()),
                new Order.Customer(
                        row.text("customerName", 200),
                        row.textOrNull("email", 320),
                        row.textOrNull("phone", 50),
                        row.textOrNull("language", 35)),
                new Order.Address(
                        row.textOrNull("shipToName", 300),
                        row.textOrNull("shipToStreet", 300),
                        row.textOrNull("shipToCity", 300),
                        row.textOrNull("shipToRegion", 300),
                        row.textOrNull("shipToPostcode", 300),
                        row.textOrNull("shipToCountry", 300)),
                row.amount("shippingFee", currency).minor(),
                row.amount("orderDiscount", currency).minor(),
                row.amount("tax", currency).minor()));
    }

    /**
     * Shops write a cancelled order as C and its number, with negative quantities; a negative quantity elsewhere takes
     * stock back. Neither is something a customer was sent.
     */
    private static int quantity(Row row, String orderNumber) {
        if (!row.has("quantity")) {
            row.fault("quantity", "sheets.row.MISSING", "");
            return 1;
        }
        if (row.whole("quantity").filter(number -> number < 0).isPresent()) {
            row.fault(
                    "quantity",
                    orderNumber.matches("[Cc][0-9].*") ? "orders.row.CANCELLED_ORDER" : "orders.row.NEGATIVE_QUANTITY",
                    row.raw("quantity"));
            return 1;
        }
        return row.number("quantity", 1, 1_000_000).orElse(1);
    }

    Money money(long minor) {
        return new Money(minor, currency);
    }
}
