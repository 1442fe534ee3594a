package org.redress.orders.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Money;
import org.redress.kernel.Phrase;
import org.redress.orders.Order;
import org.redress.ui.Amount;
import org.redress.ui.JsonBody;
import tools.jackson.databind.JsonNode;

/** An order as JSON. The order number may be left out of a body: it stands in the address. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OrderBody(
        @Nullable String orderNumber,
        String shop,
        Instant placedAt,
        String currency,
        Customer customer,
        Order.Address shipTo,
        List<Line> lines,
        @Nullable Amount shippingFee,
        @Nullable Amount discount,
        @Nullable Amount tax,
        @Nullable List<Payment> payments) {
    private static final int MOST_LINES = 2_000;
    private static final int MOST_UNITS = 1_000_000;

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Customer(
            String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String language) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            int lineNumber,
            String sku,
            int quantity,
            Amount unitPrice,
            @Nullable Amount discount) {}

    record Payment(String provider, String reference, Amount amount, Instant paidAt) {}

    static OrderBody of(Order order) {
        var customer = order.customer();
        return new OrderBody(
                order.orderNumber(),
                order.shop(),
                order.placedAt(),
                order.currency().getCurrencyCode(),
                new Customer(customer.name(), customer.email(), customer.phone(), customer.language()),
                order.shipTo(),
                order.lines().stream()
                        .map(line -> new Line(
                                line.lineNumber(),
                                line.sku().value(),
                                line.quantity(),
                                Amount.of(line.unitPrice()),
                                Amount.of(line.discount())))
                        .toList(),
                Amount.of(order.shippingFee()),
                Amount.of(order.discount()),
                Amount.of(order.tax()),
                order.payments().stream()
                        .map(payment -> new Payment(
                                payment.provider(), payment.reference(), Amount.of(payment.amount()), payment.paidAt()))
                        .toList());
    }

    /** @throws org.redress.kernel.Refused naming every field at fault */
    static Order read(String addressed, JsonNode json) {
        var body = JsonBody.of(json);
        var number = Addressed.orderNumber(body, addressed);
        var currency = body.currency("currency");
        var lines = body.objects("lines", 1, MOST_LINES);
        var order = new Order(
                number,
                body.text("shop", 100),
                body.instant("placedAt"),
                currency,
                customer(body.object("customer")),
                address(body.object("shipTo").open()),
                lines.stream().map(line -> line(line, currency)).toList(),
                moneyOrZero(body, "shippingFee", currency),
                moneyOrZero(body, "discount", currency),
                moneyOrZero(body, "tax", currency),
                body.objects("payments", 0, 50).stream()
                        .map(payment -> payment(payment, currency))
                        .toList());
        if (body.isSound()) {
            compare(order, body, lines);
        }
        body.done();
        return order;
    }

    private static Order.Customer customer(JsonBody body) {
        var customer = new Order.Customer(
                body.text("name", 200),
                body.textOrNull("email", 320),
                body.textOrNull("phone", 50),
                body.textOrNull("language", 35));
        var email = customer.email();
        if (email != null && !email.matches("[^@\\s]+@[^@\\s]+")) {
            body.fault("email", "NOT_AN_EMAIL", Phrase.of("orders.fault.email"));
        }
        return customer;
    }

    /** Shops spell addresses in many ways; what is none of ours is let pass and not kept. */
    private static Order.Address address(JsonBody body) {
        return new Order.Address(
                first(body, "name"),
                joined(body, "street", "line1", "address1", "line2", "address2"),
                first(body, "city", "town"),
                first(body, "region", "state", "province", "county"),
                first(body, "postcode", "postalCode", "zip"),
                first(body, "country", "countryCode"));
    }

    private static @Nullable String first(JsonBody body, String... spellings) {
        return said(body, spellings).findFirst().orElse(null);
    }

    private static @Nullable String joined(JsonBody body, String... spellings) {
        var all = said(body, spellings).collect(Collectors.joining("\n"));
        return all.isEmpty() ? null : all;
    }

    private static Stream<String> said(JsonBody body, String... spellings) {
        return Stream.of(spellings)
                .flatMap(spelling -> Stream.ofNullable(body.textOrNull(spelling, 300)))
                .filter(text -> !text.isBlank());
    }

    private static Order.Line line(JsonBody body, Currency currency) {
        return new Order.Line(
                body.number("lineNumber", 1, 1_000_000),
                body.sku("sku"),
                body.number("quantity", 1, MOST_UNITS),
                body.money("unitPrice", currency),
                moneyOrZero(body, "discount", currency));
    }

    private static Order.Payment payment(JsonBody body, Currency currency) {
        return new Order.Payment(
                body.text("provider", 100),
                body.text("reference", 200),
                body.money("amount", currency),
                body.instant("paidAt"));
    }

    private static Money moneyOrZero(JsonBody body, String field, Currency currency) {
        var money = body.moneyOrNull(field, currency);
        return money == null ? Money.zero(currency) : money;
    }

    private static void compare(Order order, JsonBody body, List<JsonBody> lines) {
        var numbers = new HashSet<Integer>();
        for (int i = 0; i < lines.size(); i++) {
            var line = order.lines().get(i);
            if (!numbers.add(line.lineNumber())) {
                lines.get(i).fault("lineNumber", "LINE_NUMBER_TWICE", Phrase.of("orders.fault.line-number-twice"));
            }
            if (line.isBeyondReason()) {
                lines.get(i).fault("unitPrice", "AMOUNT_TOO_LARGE", Phrase.of("orders.fault.amount"));
            } else if (line.total().minor() < 0) {
                lines.get(i).fault("discount", "DISCOUNT_TOO_LARGE", Phrase.of("orders.fault.discount"));
            }
        }
        if (body.isSound() && order.paid().minor() < 0) {
            body.fault("discount", "DISCOUNT_TOO_LARGE", Phrase.of("orders.fault.discount"));
        }
    }
}
