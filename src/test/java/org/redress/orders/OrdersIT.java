package org.redress.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.Gtin;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Money;
import org.redress.kernel.Sku;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RedressTest
class OrdersIT {
    private static final Currency GBP = Currency.getInstance("GBP");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");

    @Autowired
    Orders orders;

    @Autowired
    Products products;

    @Autowired
    MerchantTransactions transactions;

    @Autowired
    JdbcClient jdbc;

    private final MerchantId merchant = new MerchantId(Ids.next());

    @Test
    void an_order_is_found_as_it_was_put() {
        var order = order("A-1", NOON, line(1, "MUG", 2), line(2, "MUG", 1), line(7, "红色杯子", 1));
        orders.put(merchant, List.of(order));
        assertThat(orders.find(merchant, "A-1")).contains(order);
    }

    @Test
    void putting_an_order_again_changes_no_row() {
        var order = order("A-1", NOON, line(1, "MUG", 2), line(2, "CUP", 1));
        orders.put(merchant, List.of(order));
        var before = versions();
        orders.put(merchant, List.of(order));
        assertThat(versions()).hasSize(3).isEqualTo(before);
    }

    @Test
    void a_changed_order_loses_the_lines_it_no_longer_has_and_its_neighbours_keep_theirs() {
        var neighbour = order("A-2", NOON, line(1, "MUG", 1), line(2, "CUP", 1));
        orders.put(merchant, List.of(order("A-1", NOON, line(1, "MUG", 2), line(2, "CUP", 1)), neighbour));
        var changed = order("A-1", NOON.plusSeconds(1), line(2, "PLATE", 3));
        orders.put(merchant, List.of(changed));
        assertThat(orders.find(merchant, "A-1")).contains(changed);
        assertThat(orders.find(merchant, "A-2")).contains(neighbour);
    }

    @Test
    void of_two_orders_with_one_number_in_a_batch_the_later_counts() {
        var later = order("A-1", NOON, line(1, "CUP", 1));
        orders.put(merchant, List.of(order("A-1", NOON, line(1, "MUG", 2)), later));
        assertThat(orders.find(merchant, "A-1")).contains(later);
    }

    @Test
    void an_order_that_holds_an_article_is_found_by_when_it_was_placed_last() {
        orders.put(merchant, List.of(order("A-1", NOON, line(1, "MUG", 2)), order("A-2", NOON, line(1, "CUP", 1))));
        assertThat(orders.holding(merchant, new Sku("MUG"), NOON, NOON)).containsExactly("A-1");
        var later = NOON.plusSeconds(60);
        orders.put(merchant, List.of(order("A-1", later, line(1, "MUG", 2))));
        assertThat(orders.holding(merchant, new Sku("MUG"), NOON, NOON)).isEmpty();
        assertThat(orders.holding(merchant, new Sku("MUG"), NOON, later)).containsExactly("A-1");
    }

    /** Instead of a foreign key (decision 9). */
    @Test
    void lines_are_touched_by_one_class_only() throws IOException {
        try (var sources = Files.walk(Path.of("src/main/java"))) {
            assertThat(sources.filter(Files::isRegularFile).filter(OrdersIT::namesLines))
                    .containsExactly(Path.of("src/main/java/org/redress/orders/store/OrderTable.java"));
        }
    }

    private static boolean namesLines(Path source) {
        try {
            return Files.readString(source).contains("orders.order_line");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void another_merchant_sees_nothing_of_it() {
        orders.put(merchant, List.of(order("A-1", NOON, line(1, "MUG", 2))));
        products.put(merchant, List.of(product("MUG", "Red mug", "4006381333931")));
        var other = new MerchantId(Ids.next());
        assertThat(orders.find(other, "A-1")).isEmpty();
        assertThat(orders.search(other, "", null, 10).items()).isEmpty();
        assertThat(products.find(other, List.of(new Sku("MUG")))).isEmpty();
        assertThat(products.search(other, "mug", 10)).isEmpty();
        var seen = transactions.call(
                other,
                () -> jdbc.sql("SELECT count(*) FROM orders.order_line")
                        .query(Long.class)
                        .single());
        assertThat(seen).isZero();
    }

    @Test
    void a_list_is_read_page_by_page_the_newest_first_each_order_once() {
        orders.put(
                merchant,
                IntStream.range(0, 7)
                        .mapToObj(i -> order("A-" + i, NOON.plusSeconds(i / 2), line(1, "MUG", 1)))
                        .toList());
        var first = orders.search(merchant, "", null, 3);
        var second = orders.search(merchant, "", first.next(), 3);
        var third = orders.search(merchant, "", second.next(), 3);
        assertThat(first.items()).extracting(OrderSummary::orderNumber).containsExactly("A-6", "A-5", "A-4");
        assertThat(second.items()).extracting(OrderSummary::orderNumber).containsExactly("A-3", "A-2", "A-1");
        assertThat(third.items()).extracting(OrderSummary::orderNumber).containsExactly("A-0");
        assertThat(third.next()).isNull();
        assertThat(orders.search(merchant, "", "nonsense", 10).items()).hasSize(7);
    }

    @Test
    void an_order_is_looked_up_by_the_beginning_of_its_number_by_e_mail_and_by_phone() {
        orders.put(merchant, List.of(order("A-1", NOON, line(1, "MUG", 2)), order("B%1", NOON, line(1, "MUG", 1))));
        assertThat(found("A-")).containsExactly("A-1");
        assertThat(found("%")).isEmpty();
        assertThat(found("ADA-A-1@example.COM")).containsExactly("A-1");
        assertThat(found("020 7946 0000")).hasSize(2);
        assertThat(found("ada")).isEmpty();
    }

    @Test
    void a_product_is_found_as_it_was_put_and_overwritten_whole() {
        var mug = new Product(
                new Sku("MUG"),
                "Red mug",
                new Gtin("04006381333931"),
                350,
                new Money(1299, GBP),
                "MUGS",
                "https://example.com/mug.jpg",
                "Potters",
                Product.Hazard.FOOD_ALLERGEN);
        products.put(merchant, List.of(mug));
        assertThat(products.find(merchant, List.of(mug.sku(), new Sku("CUP")))).containsOnly(entry(mug.sku(), mug));
        var bare = product("MUG", "Mug", null);
        products.put(merchant, List.of(mug, bare));
        assertThat(products.find(merchant, List.of(mug.sku()))).containsValue(bare);
    }

    @Test
    void a_gtin_names_every_article_that_carries_it() {
        products.put(
                merchant,
                List.of(
                        product("MUG-R", "Red mug", "4006381333931"),
                        product("MUG-B", "Blue mug", "4006381333931"),
                        product("CUP", "Cup", "96385074")));
        var gtin = new Gtin("04006381333931");
        var byGtin = products.byGtin(merchant, List.of(gtin, new Gtin("00000000000000")));
        assertThat(byGtin).containsOnlyKeys(gtin);
        assertThat(byGtin.get(gtin)).extracting(Product::name).containsExactly("Blue mug", "Red mug");
    }

    @Test
    void a_search_finds_articles_by_part_of_name_or_sku_the_closest_first() {
        products.put(
                merchant,
                List.of(
                        product("85123A", "White 100% holder", null),
                        product("X-1", "Holder for 85123A", null),
                        product("85123AB", "Red holder", null),
                        product("CUP", "红色杯子", null)));
        assertThat(products.search(merchant, "85123a", 10))
                .extracting(product -> product.sku().value())
                .containsExactly("85123A", "85123AB", "X-1");
        assertThat(products.search(merchant, "色杯", 10)).hasSize(1);
        assertThat(products.search(merchant, "100%", 10)).hasSize(1);
        assertThat(products.search(merchant, "%", 10)).hasSize(1);
        assertThat(products.search(merchant, "holder", 2)).hasSize(2);
        assertThat(products.search(merchant, "  ", 10)).isEmpty();
    }

    @Test
    void whoever_only_knows_the_name_finds_their_orders_the_newest_first() {
        orders.put(
                merchant,
                List.of(order("A-1", NOON, line(1, "MUG", 2)), order("A-2", NOON.plusSeconds(60), line(1, "MUG", 1))));
        assertThat(orders.under(merchant, " ADA", 10))
                .extracting(OrderSummary::orderNumber)
                .containsExactly("A-2", "A-1");
        assertThat(orders.under(merchant, "Ada", 1))
                .extracting(OrderSummary::units)
                .containsExactly(1L);
        assertThat(orders.under(merchant, "%", 10)).isEmpty();
        assertThat(orders.under(merchant, " ", 10)).isEmpty();
        assertThat(orders.under(new MerchantId(Ids.next()), "Ada", 10)).isEmpty();
    }

    private List<String> found(String text) {
        return orders.search(merchant, text, null, 10).items().stream()
                .map(OrderSummary::orderNumber)
                .toList();
    }

    /** Which transaction wrote each row. */
    private List<String> versions() {
        return transactions.call(
                merchant, () -> jdbc.sql("""
                        SELECT order_number || ' ' || xmin FROM orders.customer_order
                        UNION ALL SELECT order_number || ' ' || line_number || ' ' || xmin FROM orders.order_line
                        ORDER BY 1
                        """).query(String.class).list());
    }

    private static Product product(String sku, String name, @Nullable String gtin) {
        return new Product(
                new Sku(sku),
                name,
                gtin == null ? null : Gtin.parse(gtin).orElseThrow(),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static Order order(String number, Instant placedAt, Order.Line... lines) {
        return new Order(
                number,
                "web",
                placedAt,
                GBP,
                new Order.Customer("Ada", "Ada-" + number + "@example.com", "020 7946-0000", "en"),
                new Order.Address("Ada", "1 Street", "London", null, "N1", "GB"),
                List.of(lines),
                new Money(399, GBP),
                new Money(0, GBP),
                new Money(20, GBP),
                List.of(new Order.Payment("card", "ch_1", new Money(1500, GBP), placedAt)));
    }

    private static Order.Line line(int number, String sku, int quantity) {
        return new Order.Line(number, new Sku(sku), quantity, new Money(500, GBP), new Money(5, GBP));
    }
}
