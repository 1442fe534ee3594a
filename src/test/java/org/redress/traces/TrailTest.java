package org.redress.traces;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.redress.gs1.Sscc;
import org.redress.kernel.Sku;
import org.redress.traces.TraceEvent.Moment;

class TrailTest {
    private static final Instant NOON = Instant.parse("2026-10-05T12:00:00Z");
    private static final Sscc ONE = Sscc.parse("106141412345678908").orElseThrow();
    private static final Sscc OTHER =
            Sscc.parse("urn:epc:id:sscc:0614141.0000000001").orElseThrow();

    private static TraceEvent event(Moment moment, List<Sscc> parcels, @Nullable String trackingNumber) {
        return event(moment, parcels, trackingNumber, List.of());
    }

    private static TraceEvent event(
            Moment moment, List<Sscc> parcels, @Nullable String trackingNumber, List<TraceEvent.Goods> goods) {
        return new TraceEvent(
                UUID.randomUUID(),
                false,
                NOON,
                null,
                moment,
                null,
                null,
                List.of("A-1"),
                parcels,
                goods,
                List.of(),
                false,
                null,
                null,
                null,
                trackingNumber,
                null,
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                null,
                null,
                List.of());
    }

    private static Parcel parcel(String number, Sscc sscc) {
        return new Parcel(number, "A-1", "Swift", sscc, "Leeds", NOON, null, null, null, null, List.of());
    }

    @Test
    void what_was_picked_for_another_parcel_of_the_order_is_not_of_this_one() {
        var forOne = pick("MUG");
        var forOther = pick("CUP");
        var forNobody = pick("LAMP");
        var one = holding("T1", ONE, "MUG");
        var other = holding("T2", OTHER, "CUP");
        var trail = new Trail(List.of(one, other), List.of(forOne, forOther, forNobody), List.of());
        assertThat(trail.of(one).events()).containsExactly(forOne, forNobody);
        assertThat(trail.of(other).events()).containsExactly(forOther, forNobody);
    }

    private static TraceEvent pick(String sku) {
        var goods = new TraceEvent.Goods(new Sku(sku), null, "urn:redress:sku:" + sku, 1);
        return event(Moment.PICK, List.of(), null, List.of(goods));
    }

    private static Parcel holding(String number, Sscc sscc, String sku) {
        var lines = List.of(new Parcel.Line(new Sku(sku), 1));
        return new Parcel(number, "A-1", "Swift", sscc, "Leeds", NOON, null, null, null, null, lines);
    }

    @Test
    void of_two_parcels_of_an_order_each_has_its_own_events_and_both_have_what_came_before() {
        var pick = event(Moment.PICK, List.of(), null);
        var pack = event(Moment.PACK, List.of(ONE), null);
        var handOver = event(Moment.HAND_OVER, List.of(), "t 1");
        var packOther = event(Moment.PACK, List.of(OTHER), "T2");
        var trail = new Trail(
                List.of(parcel("T1", ONE), parcel("T2", OTHER)), List.of(pick, pack, handOver, packOther), List.of());
        assertThat(trail.of(parcel("T1", ONE)).events()).containsExactly(pick, pack, handOver);
        assertThat(trail.of(parcel("T2", OTHER)).events()).containsExactly(pick, packOther);
    }
}
