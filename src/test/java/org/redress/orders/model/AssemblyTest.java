package org.redress.orders.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.redress.orders.Order;
import org.redress.sheets.Outcome;
import org.redress.sheets.RowFault;

class AssemblyTest {
    private static final Currency GBP = Currency.getInstance("GBP");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final Assembly assembly = new Assembly();

    @Test
    void two_rows_of_one_article_are_two_lines() {
        add(row(2, null, "MUG", GBP, 0, "Ada"));
        add(row(3, null, "MUG", GBP, 0, "Ada"));
        assertThat(order().lines())
                .extracting(line -> line.lineNumber() + " " + line.sku())
                .containsExactly("1 MUG", "2 MUG");
    }

    @Test
    void lines_without_a_number_take_the_free_ones() {
        add(row(2, null, "A", GBP, 0, ""));
        add(row(3, 1, "B", GBP, 0, ""));
        add(row(4, null, "C", GBP, 0, ""));
        assertThat(order().lines())
                .extracting(line -> line.lineNumber() + " " + line.sku())
                .containsExactly("1 B", "2 A", "3 C");
    }

    @Test
    void a_line_number_that_stands_twice_is_refused_the_second_time() {
        add(row(2, 5, "A", GBP, 0, ""));
        assertThat(assembly.add(row(3, 5, "B", GBP, 0, "")))
                .hasValueSatisfying(fault -> assertThat(fault.code()).isEqualTo("LINE_NUMBER_TWICE"));
        assertThat(order().lines()).hasSize(1);
    }

    @Test
    void an_order_keeps_the_currency_of_its_first_row() {
        add(row(2, null, "A", GBP, 0, ""));
        assertThat(assembly.add(row(3, null, "B", Currency.getInstance("EUR"), 0, "")))
                .hasValueSatisfying(
                        fault -> assertThat(fault).isEqualTo(new RowFault(3, "", "orders.row.CURRENCY_MIXED", "GBP")));
    }

    @Test
    void what_the_first_row_leaves_blank_the_next_may_say() {
        add(row(2, null, "A", GBP, 0, ""));
        add(row(3, null, "B", GBP, 0, "Ada"));
        add(row(4, null, "C", GBP, 0, "Bob"));
        assertThat(order().customer().name()).isEqualTo("Ada");
    }

    @Test
    void a_fee_that_each_row_repeats_is_charged_once() {
        add(row(2, null, "A", GBP, 399, ""));
        add(row(3, null, "B", GBP, 399, ""));
        assertThat(order().shippingFee().minor()).isEqualTo(399);
    }

    @Test
    void the_articles_that_a_file_names_are_known_by_their_first_name() {
        add(named(2, "A", ""));
        add(named(3, "A", "Mug"));
        add(named(4, "A", "Cup"));
        assertThat(assembly.names())
                .extracting(product -> product.sku() + " " + product.name())
                .containsExactly("A Mug");
    }

    private void add(OrderRow row) {
        assertThat(assembly.add(row)).isEmpty();
    }

    private Order order() {
        return ((Outcome.Read<Order>) assembly.order()).value();
    }

    private static OrderRow named(long row, String sku, String name) {
        return row(row, null, sku, name, GBP, 0, "");
    }

    private static OrderRow row(
            long row, @Nullable Integer line, String sku, Currency currency, long shippingFee, String customer) {
        return row(row, line, sku, "", currency, shippingFee, customer);
    }

    private static OrderRow row(
            long row,
            @Nullable Integer line,
            String sku,
            String name,
            Currency currency,
            long shippingFee,
            String customer) {
        return new OrderRow(
                row,
                "1",
                line,
                sku,
                name,
                1,
                100,
                0,
                currency,
                "web",
                NOON,
                new Order.Customer(customer, null, null, null),
                new Order.Address(null, null, null, null, null, null),
                shippingFee,
                0,
                0);
    }
}
