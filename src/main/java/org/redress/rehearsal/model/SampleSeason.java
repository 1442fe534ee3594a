package org.redress.rehearsal.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.redress.rehearsal.model.warehouse.Cause;
import org.redress.rehearsal.model.warehouse.Outlet;
import org.redress.rehearsal.model.warehouse.Parameter;
import org.redress.rehearsal.model.warehouse.Parameters;
import org.redress.rehearsal.model.warehouse.Plan;
import org.redress.rehearsal.model.warehouse.Season;

public final class SampleSeason {
    static final int BENCHES = 3;
    private static final int DAYS = 7;
    private static final int ORDERS_A_DAY = 55;

    public static Season of(LocalDate today, long seed) {
        var catalogue = new Catalogue();
        var plan = new Plan(
                SampleShop.SEED, 1, today.minusDays(DAYS).atStartOfDay().toInstant(ZoneOffset.UTC), DAYS, ORDERS_A_DAY);
        List<Outlet> outlets = Arrays.stream(Shop.values())
                .<Outlet>map(shop -> SampleOutlet.of(shop, catalogue))
                .toList();
        return Season.of(plan, outlets, parameters(), seed);
    }

    private static Parameters parameters() {
        return Parameters.usual()
                .with(Map.of(Cause.IL, 0.5, Cause.LS, 0.3, Cause.PA, 0.2))
                .with(Parameter.MISHAPS, 0.02)
                .with(Parameter.REPORTED, 1)
                .with(Parameter.BASKET, 1.5)
                .with(Parameter.SIBLINGS_TOGETHER, 1)
                .with(Parameter.SHARED_SLOTS, 0)
                .with(Parameter.PICKERS, 4)
                .with(Parameter.BENCHES, BENCHES)
                .with(Parameter.BATCH, 6)
                .with(Parameter.WALL_CELLS, 8);
    }

    static Instant recordsEnd(LocalDate today) {
        return today.atStartOfDay().toInstant(ZoneOffset.UTC).minus(Duration.ofHours(7));
    }
}
