package org.redress.investigation.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Conclusion.Avoid;
import org.redress.investigation.SlotMap;
import org.redress.investigation.SlotMap.Role;
import org.redress.kernel.Sku;
import org.redress.traces.TraceEvent;
import org.redress.traces.TraceEvent.Moment;
import org.redress.traces.TraceEvent.Spot;

/** Puts the slots of a claim on a map: first which of them are wanted, then, with what is on record around the pick, where. */
public final class SlotMapping {
    private static final int MOST_RECEIVED = 3;

    private final Scene scene;
    private final Question question;
    private final TraceEvent pick;
    private final Map<String, Set<Role>> roles = new LinkedHashMap<>();

    private SlotMapping(Scene scene, Question question, TraceEvent pick, Avoid avoid) {
        this.scene = scene;
        this.question = question;
        this.pick = pick;
        say(pick.place(), Role.PICK);
        received().forEach(slot -> say(slot, Role.RECEIVED));
        avoid.slots().stream().sorted().forEach(slot -> say(slot, Role.AVOIDED));
        scene.trail()
                .of(Moment.PACK)
                .map(TraceEvent::place)
                .filter(Objects::nonNull)
                .forEach(bench -> say(bench, Role.BENCH));
    }

    /** Empty where the pick of the claimed article, or its slot, is not on record. */
    public static Optional<SlotMapping> of(Scene scene, Question question, Avoid avoid) {
        var number = scene.filing().orderNumber();
        return scene.trail()
                .of(Moment.PICK)
                .filter(event -> number != null && event.orders().contains(number) && event.place() != null)
                .filter(event -> names(event, question.ordered()))
                .findFirst()
                .map(pick -> new SlotMapping(scene, question, pick, avoid));
    }

    public TraceEvent pick() {
        return pick;
    }

    /** Slots whose spot no event of the scene tells. A bench is never put away into. */
    public List<String> wanted() {
        var known = spots(Stream.empty());
        return roles.entrySet().stream()
                .filter(each -> !each.getValue().contains(Role.BENCH))
                .map(Map.Entry::getKey)
                .filter(slot -> !known.containsKey(slot))
                .toList();
    }

    /**
     * @param around the picks of the same round, and putting away that tells where slots lie
     * @return empty where the spot of the pick is not on record, or no other one
     */
    public Optional<SlotMap> map(List<TraceEvent> around) {
        var spots = spots(around.stream());
        var own = spots.get(pick.place());
        if (own == null) {
            return Optional.empty();
        }
        var round = Stream.concat(around.stream().filter(event -> event.moment() == Moment.PICK), Stream.of(pick))
                .filter(event -> event.place() != null && spots.containsKey(event.place()))
                .sorted(Comparator.comparing(TraceEvent::at))
                .toList();
        round.forEach(event -> say(event.place(), Role.PASSED));
        var places = roles.entrySet().stream()
                .filter(each -> spots.containsKey(each.getKey()))
                .map(each -> new SlotMap.Place(
                        each.getKey(), Objects.requireNonNull(spots.get(each.getKey())), Set.copyOf(each.getValue())))
                .toList();
        if (places.size() < 2) {
            return Optional.empty();
        }
        var walk = new ArrayList<Spot>();
        round.forEach(event -> {
            var spot = Objects.requireNonNull(spots.get(event.place()));
            if (walk.isEmpty() || !walk.getLast().equals(spot)) {
                walk.add(spot);
            }
        });
        boolean isOther = question.received() != null && !question.received().equals(question.ordered());
        return Optional.of(new SlotMap(
                places,
                walk.size() < 2 ? List.of() : walk,
                scene.name(question.ordered()),
                isOther ? scene.name(question.received()) : null,
                places.stream()
                        .filter(place -> place.is(Role.RECEIVED))
                        .map(place -> own.metresTo(place.spot()))
                        .min(Comparator.naturalOrder())
                        .orElse(null)));
    }

    private void say(@Nullable String place, Role role) {
        if (place != null) {
            roles.computeIfAbsent(place, _ -> EnumSet.noneOf(Role.class)).add(role);
        }
    }

    /** Where what came lay last before the pick, or was found when somebody counted. */
    private Set<String> received() {
        var received = question.received();
        var slots = new LinkedHashSet<String>();
        if (received == null || received.equals(question.ordered())) {
            return slots;
        }
        var lying = scene.shelf().stream()
                .filter(event -> event.place() != null && names(event, received))
                .filter(event -> event.moment() == Moment.PUTAWAY
                        || event.moment() == Moment.PICK
                        || (event.moment() == Moment.STOCKTAKE && holds(event, received)))
                .toList();
        lying.stream()
                .filter(event -> event.moment() == Moment.STOCKTAKE)
                .map(TraceEvent::place)
                .forEach(slots::add);
        lying.reversed().stream()
                .sorted(Comparator.comparing(event -> event.at().isAfter(pick.at())))
                .map(TraceEvent::place)
                .forEach(slots::add);
        return new LinkedHashSet<>(slots.stream().limit(MOST_RECEIVED).toList());
    }

    private Map<String, Spot> spots(Stream<TraceEvent> around) {
        var spots = new LinkedHashMap<String, Spot>();
        Stream.of(Stream.of(pick), scene.trail().events().stream(), scene.shelf().stream(), around)
                .flatMap(each -> each)
                .forEach(event -> {
                    if (event.place() != null && event.spot() != null) {
                        spots.putIfAbsent(event.place(), event.spot());
                    }
                });
        return spots;
    }

    private static boolean holds(TraceEvent count, Sku sku) {
        return count.goods().stream()
                .anyMatch(goods -> sku.equals(goods.sku()) && goods.quantity() != null && goods.quantity() > 0);
    }

    private static boolean names(TraceEvent event, @Nullable Sku sku) {
        return sku != null && event.goods().stream().anyMatch(goods -> sku.equals(goods.sku()));
    }
}
