package org.redress.orders.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.redress.rehearsal.model.warehouse.Parameter;
import org.redress.rehearsal.model.warehouse.Parameters;
import org.redress.rehearsal.model.warehouse.Plan;
import org.redress.rehearsal.model.warehouse.Rendering;
import org.redress.rehearsal.model.warehouse.Season;

class RehearsedSeasonTest {
    private static final Season SEASON = Season.of(
            new Plan(1, 3, Instant.parse("2025-03-03T00:00:00Z"), 2, 200),
            Parameters.usual().with(Parameter.MISHAPS, 0.2),
            4);

    @Test
    void products_and_orders_of_a_rehearsed_season_are_read_as_they_are() {
        for (var product : SEASON.products()) {
            assertThat(ProductBody.read(product.sku().value(), Rendering.product(product)))
                    .isEqualTo(product);
        }
        for (var order : SEASON.orders()) {
            assertThat(OrderBody.read(order.orderNumber(), Rendering.order(order)))
                    .isEqualTo(order);
        }
    }
}
