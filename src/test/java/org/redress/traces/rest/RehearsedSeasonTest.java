package org.redress.traces.rest;

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
    void parcels_of_a_rehearsed_season_are_read_as_they_are() {
        for (var parcel : SEASON.parcels()) {
            assertThat(ShipmentBody.read(parcel.trackingNumber(), Rendering.shipment(parcel)))
                    .isEqualTo(parcel);
        }
    }
}
