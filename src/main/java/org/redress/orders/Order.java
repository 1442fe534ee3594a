package org.redress.orders;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Money;
import org.redress.kernel.Sku;

/** What a customer ordered and paid (contract.md, {@code PUT /orders/{orderNumber}}). */
public record Order(
        String orderNumber,
        String shop,
        Instant placedAt,
        Currency currency,
        Customer customer,
        Address shipTo,
        List<Line> lines,
        Money shippingFee,
        Money discount,
        Money tax,
        List<Payment> payments) {

    public record Customer(
            String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String language) {
        /** Whether somebody who says this e-mail address or phone number is this customer, as far as we can tell. */
        public boolean isReachedBy(String contact) {
            var said = contact.strip();
            return said.equalsIgnoreCase(email)
                    || (phone != null && !digits(said).isEmpty() && digits(said).equals(digits(phone)));
        }

        private static String digits(String text) {
            return text.replaceAll("[^0-9]", "");
        }
    }

    public record Address(
            @Nullable String name,
            @Nullable String street,
            @Nullable String city,
            @Nullable String region,
            @Nullable String postcode,
            @Nullable String country) {}

    /** One line: {@code discount} is off the whole line. */
    public record Line(int lineNumber, Sku sku, int quantity, Money unitPrice, Money discount) {
        public Money total() {
            return unitPrice.times(quantity).minus(discount);
        }

        /** Whether price and quantity come to more than {@link Money#LARGEST}: sums of such lines would overflow. */
        public boolean isBeyondReason() {
            return unitPrice.times(quantity).minor() > Money.LARGEST;
        }
    }

    public record Payment(String provider, String reference, Money amount, Instant paidAt) {}

    public Optional<Line> line(Sku sku) {
        return lines.stream().filter(line -> line.sku().equals(sku)).findFirst();
    }

    /** How many units of an article were ordered, over all its lines. */
    public int ordered(Sku sku) {
        return lines.stream()
                .filter(line -> line.sku().equals(sku))
                .mapToInt(Line::quantity)
                .sum();
    }

    /** What the customer paid: the payments, or where none is recorded what the order adds up to (contract.md). */
    public Money paid() {
        return payments.isEmpty()
                ? goods().minus(discount).plus(shippingFee).plus(tax)
                : payments.stream().map(Payment::amount).reduce(Money.zero(currency), Money::plus);
    }

    private Money goods() {
        return lines.stream().map(Line::total).reduce(Money.zero(currency), Money::plus);
    }

    /**
     * What the customer paid for some units of a line: the line's share of all that was paid for goods, rounded so that
     * the shares of all lines sum up (largest remainder), then the units' share of the line. Nothing where the payments
     * do not even cover the shipping fee.
     */
    public Money paidFor(Line line, int units) {
        var without = paid().minus(shippingFee);
        var forGoods = without.isPositive() ? without : Money.zero(currency);
        var shares = forGoods.split(
                lines.stream().map(each -> Math.max(0, each.total().minor())).toList());
        return shares.get(lines.indexOf(line)).share(units, line.quantity());
    }

    /** The same for units of an article that may stand on several lines, the first lines first. */
    public Money paidFor(Sku sku, int units) {
        var sum = Money.zero(currency);
        int left = units;
        for (var line : lines) {
            if (line.sku().equals(sku) && left > 0) {
                int taken = Math.min(left, line.quantity());
                sum = sum.plus(paidFor(line, taken));
                left -= taken;
            }
        }
        return sum;
    }
}
