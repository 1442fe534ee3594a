package org.redress.investigation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.redress.investigation.model.Scenes.JUG;
import static org.redress.investigation.model.Scenes.JUG_GRAMS;
import static org.redress.investigation.model.Scenes.MUG;
import static org.redress.investigation.model.Scenes.SLOT;
import static org.redress.investigation.model.Scenes.event;
import static org.redress.investigation.model.Scenes.goods;
import static org.redress.investigation.model.Scenes.hour;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.redress.claims.Conclusion.Avoid;
import org.redress.investigation.SlotMap;
import org.redress.investigation.SlotMap.Role;
import org.redress.kernel.Sku;
import org.redress.traces.TraceEvent;
import org.redress.traces.TraceEvent.Moment;
import org.redress.traces.TraceEvent.Scan;
import org.redress.traces.TraceEvent.Spot;

class SlotMappingTest {
    private static final Spot HERE = new Spot(6, 4);
    private static final Spot BESIDE = new Spot(6, 5.2);
    private static final Spot BEFORE = new Spot(3, 4);
    private static final Spot AFTER = new Spot(9, 4);

    /** The same at another place. */
    private static TraceEvent at(String place, Spot spot, TraceEvent event) {
        return new TraceEvent(
                event.id(),
                false,
                event.at(),
                null,
                event.moment(),
                null,
                null,
                event.orders(),
                List.of(),
                event.goods(),
                event.expected(),
                false,
                place,
                spot,
                null,
                null,
                "op-7",
                null,
                null,
                event.scan(),
                false,
                null,
                null,
                null,
                null,
                null,
                List.of());
    }

    private static TraceEvent putAway(String place, Spot spot, Sku sku) {
        return at(place, spot, event(Moment.PUTAWAY, hour(-9), null, null, goods(sku, 20), List.of()));
    }

    private static TraceEvent pick(String place, Spot spot, Instant at) {
        return at(place, spot, event(Moment.PICK, at, "OTHER", Scan.ITEM, goods(new Sku("CUP"), 1), List.of()));
    }

    private static Optional<SlotMap> map(List<TraceEvent> shelf, Avoid avoid, TraceEvent... around) {
        var scene = new Scenes().sent(0, JUG_GRAMS, Scan.LOCATION).scene(JUG, shelf);
        return SlotMapping.of(scene, Question.of(scene).orElseThrow(), avoid)
                .orElseThrow()
                .map(List.of(around));
    }

    private static Set<Role> roles(SlotMap map, String place) {
        return map.places().stream()
                .filter(each -> each.uri().equals(place))
                .map(SlotMap.Place::roles)
                .findFirst()
                .orElse(Set.of());
    }

    @Test
    void without_spots_there_is_no_map_and_one_spot_alone_makes_none() {
        assertThat(map(List.of(), Avoid.NOTHING)).isEmpty();
        assertThat(map(List.of(putAway(SLOT, HERE, MUG)), Avoid.NOTHING)).isEmpty();
        assertThat(map(List.of(putAway("urn:slot:B", BESIDE, JUG)), Avoid.NOTHING))
                .isEmpty();
    }

    @Test
    void the_slots_of_both_articles_lie_on_it_and_the_round_in_its_order() {
        var map = map(
                        List.of(putAway(SLOT, HERE, MUG), putAway("urn:slot:B", BESIDE, JUG)),
                        new Avoid(Set.of(SLOT), Set.of()),
                        pick("urn:slot:Z", AFTER, hour(0).plus(Duration.ofMinutes(3))),
                        pick("urn:slot:Y", BEFORE, hour(0).minus(Duration.ofMinutes(3))))
                .orElseThrow();
        assertThat(map.places().getFirst().uri()).isEqualTo(SLOT);
        assertThat(roles(map, SLOT)).contains(Role.PICK, Role.AVOIDED).doesNotContain(Role.RECEIVED);
        assertThat(roles(map, "urn:slot:B")).containsExactly(Role.RECEIVED);
        assertThat(roles(map, "urn:slot:Y")).containsExactly(Role.PASSED);
        assertThat(map.walk()).containsExactly(BEFORE, HERE, AFTER);
        assertThat(map.metres()).isCloseTo(1.2, within(1e-9));
    }

    @Test
    void a_count_that_found_strangers_puts_what_came_into_the_slot_of_the_pick() {
        var count = event(Moment.STOCKTAKE, hour(9), null, null, goods(JUG, 3), goods(MUG, 20));
        var map = map(List.of(putAway(SLOT, HERE, MUG), putAway("urn:slot:B", BESIDE, JUG), count), Avoid.NOTHING)
                .orElseThrow();
        assertThat(roles(map, SLOT)).contains(Role.PICK, Role.RECEIVED);
        assertThat(map.metres()).isZero();
    }

    @Test
    void what_no_event_of_the_scene_places_is_asked_for() {
        var scene =
                new Scenes().sent(0, JUG_GRAMS, Scan.LOCATION).scene(JUG, List.of(putAway("urn:slot:B", BESIDE, JUG)));
        var mapping = SlotMapping.of(scene, Question.of(scene).orElseThrow(), Avoid.NOTHING)
                .orElseThrow();
        assertThat(mapping.wanted()).containsExactly(SLOT);
    }
}
