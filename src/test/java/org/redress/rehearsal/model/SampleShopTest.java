package org.redress.rehearsal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.redress.kernel.Money;
import org.redress.orders.Order;
import org.redress.orders.Product;

class SampleShopTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private final SampleShop shop = SampleShop.upTo(TODAY, SampleShop.SEED, SampleShop.USUAL_ORDERS);

    @Test
    void the_same_seed_and_day_make_the_same_shop_and_another_seed_another() {
        var again = SampleShop.upTo(TODAY, SampleShop.SEED, SampleShop.USUAL_ORDERS);
        assertThat(again.orders()).isEqualTo(shop.orders());
        assertThat(again.products()).isEqualTo(shop.products());
        assertThat(SampleShop.upTo(TODAY, 7, SampleShop.USUAL_ORDERS).orders()).isNotEqualTo(shop.orders());
    }

    @Test
    void another_day_shifts_the_times_and_nothing_else() {
        var later = SampleShop.upTo(TODAY.plusDays(40), SampleShop.SEED, SampleShop.USUAL_ORDERS);
        assertThat(later.orders())
                .extracting(Order::orderNumber, Order::customer, Order::lines, Order::paid)
                .containsExactlyElementsOf(shop.orders().stream()
                        .map(order -> org.assertj.core.groups.Tuple.tuple(
                                order.orderNumber(), order.customer(), order.lines(), order.paid()))
                        .toList());
        assertThat(ChronoUnit.DAYS.between(
                        shop.orders().getFirst().placedAt(),
                        later.orders().getFirst().placedAt()))
                .isCloseTo(40, within(1L));
    }

    @Test
    void orders_run_over_sixty_days_up_to_yesterday() {
        assertThat(shop.orders()).hasSize(SampleShop.USUAL_ORDERS);
        for (var order : shop.orders()) {
            var day = LocalDate.ofInstant(order.placedAt(), zone(order));
            assertThat(day).isBetween(TODAY.minusDays(60), TODAY.minusDays(1));
        }
        assertThat(shop.orders())
                .anyMatch(order ->
                        LocalDate.ofInstant(order.placedAt(), zone(order)).equals(TODAY.minusDays(1)));
    }

    @Test
    void order_numbers_are_unique_and_rise_with_time_in_each_shop() {
        for (var slug : List.of("hearth-uk", "shiwu-cn")) {
            var orders = shop.orders().stream()
                    .filter(order -> order.shop().equals(slug))
                    .toList();
            assertThat(orders).hasSizeGreaterThan(100);
            assertThat(orders)
                    .extracting(Order::orderNumber)
                    .doesNotHaveDuplicates()
                    .isSorted();
            assertThat(orders).extracting(Order::placedAt).isSortedAccordingTo(Instant::compareTo);
        }
    }

    @Test
    void about_120_articles_stand_in_about_30_families_of_siblings() {
        assertThat(shop.products()).hasSizeBetween(110, 135);
        assertThat(shop.products()).extracting(Product::sku).doesNotHaveDuplicates();
        var families = shop.products().stream().collect(Collectors.groupingBy(Product::variantOf));
        assertThat(families).hasSizeBetween(28, 35);
        assertThat(families.get("hearth-uk/MUG")).extracting(Product::name).contains("Stoneware mug, red, 350 ml");
        assertThat(families.get("shiwu-cn/BEI")).extracting(Product::name).contains("手作陶瓷杯 红色 350毫升");
        assertThat(shop.products())
                .filteredOn(product -> product.hazard() != null)
                .hasSizeBetween(8, 20);
    }

    @Test
    void article_numbers_stand_under_a_prefix_that_belongs_to_nobody() {
        var gtins = shop.products().stream()
                .map(Product::gtin)
                .filter(Objects::nonNull)
                .map(Object::toString)
                .toList();
        assertThat(gtins).hasSizeGreaterThan(100).allMatch(gtin -> gtin.startsWith("029"));
        assertThat(new HashSet<>(gtins)).hasSize(gtins.size() - 1);
    }

    @Test
    void nobody_can_be_reached() {
        for (var order : shop.orders()) {
            var customer = order.customer();
            assertThat(customer.email()).endsWith("@example.com");
            if (customer.phone() != null) {
                assertThat(customer.phone()).matches("\\+44 7700 900\\d{3}|\\+86 154 0000 0\\d{3}");
            }
            if ("GB".equals(order.shipTo().country())) {
                assertThat(order.shipTo().postcode()).matches("[A-Z]{1,2}\\d \\d[CIKMOV]{2}");
            }
        }
    }

    @Test
    void every_order_is_paid_in_full_in_the_currency_of_its_shop() {
        for (var order : shop.orders()) {
            var goods = order.lines().stream().map(Order.Line::total).reduce(Money.zero(order.currency()), Money::plus);
            assertThat(order.paid())
                    .isEqualTo(goods.minus(order.discount()).plus(order.shippingFee()))
                    .matches(Money::isPositive);
            assertThat(order.lines()).extracting(Order.Line::sku).doesNotHaveDuplicates();
        }
        assertThat(shop.orders())
                .filteredOn(order -> order.payments().size() == 2)
                .hasSizeBetween(15, 60);
        assertThat(shop.orders()).anyMatch(order -> !order.discount().isZero());
        assertThat(shop.orders())
                .anyMatch(order ->
                        order.lines().stream().anyMatch(line -> !line.discount().isZero()));
        assertThat(shop.orders()).anyMatch(order -> order.customer().phone() == null);
    }

    @Test
    void each_mishap_has_its_order() {
        for (var mishap : Mishap.values()) {
            assertThat(shop.orders()).contains(shop.order(mishap));
            assertThat(shop.order(mishap).shop()).isEqualTo(mishap.shop().slug());
        }
    }

    @Test
    void a_bench_can_ask_for_many_orders() {
        var big = SampleShop.upTo(TODAY, 3, 20_000);
        assertThat(big.orders()).hasSize(20_000);
        assertThat(big.orders()).extracting(Order::orderNumber).doesNotHaveDuplicates();
    }

    private static ZoneId zone(Order order) {
        return ZoneId.of(order.shop().equals("hearth-uk") ? "Europe/London" : "Asia/Shanghai");
    }
}
