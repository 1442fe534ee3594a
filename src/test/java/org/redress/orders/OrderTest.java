package org.redress.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.redress.kernel.Money;
import org.redress.kernel.Sku;

class OrderTest {
    private static final Currency GBP = Currency.getInstance("GBP");

    @Test
    void where_no_payment_is_recorded_the_order_adds_up_to_what_was_paid() {
        var order = order(List.of(line(1, 2, 500, 100), line(2, 1, 250, 0)), 399, 50, 120, List.of());
        assertThat(order.paid()).isEqualTo(pence(900 + 250 - 50 + 399 + 120));
    }

    @Test
    void payments_say_what_was_paid() {
        var order = order(List.of(line(1, 1, 500, 0)), 0, 0, 0, List.of(payment(300), payment(100)));
        assertThat(order.paid()).isEqualTo(pence(400));
    }

    @Test
    void a_penny_that_three_equal_lines_cannot_share_goes_to_the_first() {
        var lines = List.of(line(1, 1, 100, 0), line(2, 1, 100, 0), line(3, 1, 100, 0));
        var order = order(lines, 0, 0, 0, List.of(payment(100)));
        assertThat(lines).extracting(line -> order.paidFor(line, 1)).containsExactly(pence(34), pence(33), pence(33));
    }

    @Test
    void the_shipping_fee_is_not_paid_for_goods() {
        var line = line(1, 2, 500, 0);
        var order = order(List.of(line), 399, 0, 0, List.of());
        assertThat(order.paidFor(line, 2)).isEqualTo(pence(1000));
        assertThat(order.paidFor(line, 1)).isEqualTo(pence(500));
    }

    @Test
    void payments_below_the_shipping_fee_leave_nothing_for_goods() {
        var line = line(1, 1, 500, 0);
        assertThat(order(List.of(line), 399, 0, 0, List.of(payment(200))).paidFor(line, 1))
                .isEqualTo(pence(0));
    }

    @Test
    void a_free_article_was_paid_nothing_for() {
        var free = line(2, 3, 0, 0);
        var order = order(List.of(line(1, 1, 500, 0), free), 0, 0, 0, List.of());
        assertThat(order.paidFor(free, 3)).isEqualTo(pence(0));
    }

    @Test
    void over_many_orders_the_shares_of_all_lines_sum_up_to_what_was_paid_for_goods() {
        var random = new Random(20_260_301);
        for (int walk = 0; walk < 2_000; walk++) {
            var lines = new ArrayList<Order.Line>();
            int count = 1 + random.nextInt(12);
            for (int i = 1; i <= count; i++) {
                var quantity = 1 + random.nextInt(5);
                var price = random.nextInt(3) == 0 ? 0 : random.nextInt(10_000);
                lines.add(line(i, quantity, price, random.nextInt(quantity * price + 1)));
            }
            var payments = random.nextBoolean()
                    ? List.of(payment(1_000 + random.nextInt(50_000)), payment(random.nextInt(500)))
                    : List.<Order.Payment>of();
            var order = order(lines, random.nextInt(900), 0, random.nextInt(2_000), payments);
            var shares = lines.stream()
                    .map(line -> order.paidFor(line, line.quantity()))
                    .reduce(Money.zero(GBP), Money::plus);
            assertThat(shares)
                    .as("walk %s: %s", walk, order)
                    .isEqualTo(order.paid().minus(order.shippingFee()));
        }
    }

    @Test
    void a_customer_is_reached_by_the_same_address_or_number_however_it_is_written() {
        var customer = new Order.Customer("Ada", "Ada@example.com", "+44 (0)20 7946-0000", null);
        assertThat(customer.isReachedBy(" ada@EXAMPLE.com ")).isTrue();
        assertThat(customer.isReachedBy("+4402079460000")).isTrue();
        assertThat(customer.isReachedBy("bob@example.com")).isFalse();
        assertThat(customer.isReachedBy("")).isFalse();
    }

    private static Order order(
            List<Order.Line> lines, long shipping, long discount, long tax, List<Order.Payment> payments) {
        return new Order(
                "1",
                "shop",
                Instant.EPOCH,
                GBP,
                new Order.Customer("Ada", null, null, null),
                new Order.Address(null, null, null, null, null, null),
                lines,
                pence(shipping),
                pence(discount),
                pence(tax),
                payments);
    }

    private static Order.Line line(int number, int quantity, long price, long discount) {
        return new Order.Line(number, new Sku("SKU-" + number), quantity, pence(price), pence(discount));
    }

    private static Order.Payment payment(long minor) {
        return new Order.Payment("bank", "1", pence(minor), Instant.EPOCH);
    }

    private static Money pence(long minor) {
        return new Money(minor, GBP);
    }
}
