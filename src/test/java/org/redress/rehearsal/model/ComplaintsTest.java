package org.redress.rehearsal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.redress.claims.Filing;
import org.redress.kernel.Problem;
import org.redress.orders.Order;

class ComplaintsTest {
    private final SampleShop shop = SampleShop.upTo(LocalDate.of(2026, 11, 24), SampleShop.SEED, 60);
    private final List<Complaint> complaints = Complaints.of(shop);

    @Test
    void every_plot_is_played_and_no_order_is_claimed_twice() {
        assertThat(complaints).extracting(Complaint::plot).containsAll(EnumSet.allOf(Complaint.Plot.class));
        assertThat(complaints).extracting(Complaint::orderNumber).doesNotHaveDuplicates();
    }

    @Test
    void a_complaint_claims_no_more_than_its_order_holds() {
        var orders = shop.orders().stream().collect(Collectors.toMap(Order::orderNumber, order -> order));
        for (var complaint : complaints) {
            var order = orders.get(complaint.orderNumber());
            if (order == null) {
                assertThat(complaint.orderNumber()).isEqualTo(Complaints.UNKNOWN_ORDER);
                continue;
            }
            for (var line : complaint.lines()) {
                if (line.problem() != Problem.EXTRA_ITEM) {
                    assertThat(line.quantity()).isBetween(1, order.ordered(Objects.requireNonNull(line.sku())));
                }
            }
            assertThat(order.customer()
                            .isReachedBy(String.valueOf(complaint.contact().email())))
                    .isTrue();
        }
    }

    @Test
    void what_came_is_an_article_of_the_shops_or_said_in_words() {
        for (var complaint : complaints) {
            complaint.lines().stream()
                    .map(Filing.Line::received)
                    .filter(Objects::nonNull)
                    .forEach(received -> {
                        if (received.sku() == null) {
                            assertThat(received.description()).isNotBlank();
                        } else {
                            assertThat(shop.catalogue().article(received.sku().value()))
                                    .isNotNull();
                        }
                    });
        }
    }

    @Test
    void nobody_has_claimed_the_orders_of_the_tour() {
        for (var mishap : EnumSet.range(Mishap.TRY_MUG, Mishap.TRY_TOWEL)) {
            assertThat(complaints)
                    .extracting(Complaint::orderNumber)
                    .doesNotContain(shop.order(mishap).orderNumber());
        }
    }
}
