package org.redress.investigation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.redress.investigation.SlotMap;
import org.redress.investigation.SlotMap.Place;
import org.redress.investigation.SlotMap.Role;
import org.redress.traces.TraceEvent.Spot;

class SlotDrawingTest {
    private static Place place(String name, double x, double y, Role... roles) {
        return new Place("urn:redress:slot:W1:" + name, new Spot(x, y), Set.of(roles));
    }

    private static SlotDrawing drawn(Place... places) {
        return SlotDrawing.of(new SlotMap(List.of(places), List.of(), "Mug", "Jug", null));
    }

    private static double apart(SlotDrawing.Mark one, SlotDrawing.Mark other) {
        return one.at().to(other.at());
    }

    @Test
    void slots_lie_to_scale_and_north_is_up() {
        var drawing = drawn(place("A-1", 0, 0, Role.PICK), place("B-1", 6, 8, Role.RECEIVED));
        var pick = drawing.marks().get(0);
        var received = drawing.marks().get(1);
        assertThat(apart(pick, received) / 10).isCloseTo(drawing.bar() / drawing.barMetres(), within(.1));
        assertThat(received.at().y()).isLessThan(pick.at().y());
        assertThat(received.at().x()).isGreaterThan(pick.at().x());
        assertThat(drawing.marks()).noneMatch(SlotDrawing.Mark::isMoved);
        assertThat(pick.label()).isEqualTo("A-1");
    }

    @Test
    void the_levels_of_one_rack_stand_beside_each_other_and_hang_on_their_spot() {
        var drawing = drawn(
                place("A-1", 3, 3, Role.PICK), place("A-2", 3, 3, Role.RECEIVED), place("A-3", 3, 3, Role.AVOIDED));
        assertThat(drawing.marks().stream().filter(SlotDrawing.Mark::isMoved)).hasSize(2);
        for (var one : drawing.marks()) {
            assertThat(one.spot()).isEqualTo(drawing.marks().getFirst().spot());
            assertThat(drawing.marks())
                    .filteredOn(other -> !other.equals(one))
                    .allMatch(other -> apart(one, other) >= 2 * SlotDrawing.REACH);
        }
    }

    @Test
    void what_lies_far_behind_the_nearest_is_told_in_words_and_takes_no_room() {
        var drawing = drawn(
                place("A-1", 3, 3, Role.PICK),
                place("B-1", 90, 3, Role.BENCH),
                place("C-1", 40, 3, Role.RECEIVED),
                place("A-2", 3, 4.2, Role.RECEIVED));
        assertThat(drawing.marks()).extracting(SlotDrawing.Mark::label).containsExactly("A-1", "A-2");
        assertThat(drawing.away())
                .extracting(Place::uri)
                .containsExactly("urn:redress:slot:W1:C-1", "urn:redress:slot:W1:B-1");
        assertThat(apart(drawing.marks().get(0), drawing.marks().get(1))).isGreaterThan(2 * SlotDrawing.REACH);
    }

    @Test
    void whatever_the_floor_marks_stay_in_the_frame_and_apart() {
        var random = new SplittableRandom(11);
        for (int run = 0; run < 500; run++) {
            double wide = Math.pow(10, random.nextDouble(-1, 4));
            var places = new ArrayList<Place>();
            places.add(place("A-01-1", random.nextDouble(wide), random.nextDouble(wide), Role.PICK));
            for (int i = 0; i < random.nextInt(4); i++) {
                places.add(place("B-01-" + i, random.nextDouble(wide), random.nextDouble(wide), Role.RECEIVED));
            }
            var drawing = drawn(places.toArray(Place[]::new));
            assertThat(drawing.bar()).isPositive();
            for (var one : drawing.marks()) {
                assertThat(one.at().x()).isBetween(SlotDrawing.REACH, SlotDrawing.WIDTH - SlotDrawing.REACH);
                assertThat(one.at().y()).isBetween(SlotDrawing.REACH, drawing.height() - SlotDrawing.REACH);
                assertThat(drawing.marks())
                        .filteredOn(other -> !other.equals(one))
                        .allMatch(other -> apart(one, other) >= 2 * SlotDrawing.REACH);
            }
        }
    }
}
