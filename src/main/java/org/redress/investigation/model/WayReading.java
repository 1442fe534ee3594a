package org.redress.investigation.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.investigation.Investigation;
import org.redress.investigation.Stage;
import org.redress.investigation.Way;
import org.redress.investigation.Way.Gap;
import org.redress.investigation.Way.Mark;
import org.redress.investigation.Way.Step;
import org.redress.investigation.Way.Stop;
import org.redress.investigation.Way.Stretch;
import org.redress.kernel.Phrase;
import org.redress.traces.Parcel;
import org.redress.traces.Scale;
import org.redress.traces.TraceEvent;
import org.redress.traces.TraceEvent.Moment;
import org.redress.traces.Trail;

/** Reads a parcel’s life from the records around a claim. */
public final class WayReading {
    private static final int MOST_PLACES = 2;

    /** What is less than this is no place to point at while nothing is probable. */
    private static final double LIKELIEST = 0.5;

    private final Scene scene;
    private final @Nullable Findings findings;
    private final @Nullable Parcel parcel;
    private final Trail trail;
    private final @Nullable Step suspect;
    private final @Nullable Mark mark;
    private final Map<Step, Stop> stops = new EnumMap<>(Step.class);

    private WayReading(Scene scene, @Nullable Findings findings, Investigation found) {
        this.scene = scene;
        this.findings = findings;
        this.parcel = scene.parcel().orElse(null);
        this.trail = parcel == null ? scene.trail() : scene.trail().of(parcel);
        this.mark = mark(found);
        this.suspect = mark == null ? null : step(stage(found));
    }

    /** Empty where neither warehouse nor carrier has anything on record. */
    public static Optional<Way> of(Scene scene, @Nullable Findings findings, Investigation found) {
        return new WayReading(scene, findings, found).way();
    }

    private static Stage stage(Investigation found) {
        return found.confirmed() == null
                ? found.leadingStage()
                : found.confirmed().stage();
    }

    /** Nothing points at the customer before it is at least probable, and nothing at something else. */
    private static @Nullable Mark mark(Investigation found) {
        var stage = stage(found);
        if (stage == Stage.OTHER) {
            return null;
        }
        return switch (found.status()) {
            case CONFIRMED, ESTABLISHED -> Mark.CERTAIN;
            case PROBABLE -> Mark.PROBABLE;
            case UNDETERMINED ->
                stage != Stage.CUSTOMER && found.stages().getFirst().probability() >= LIKELIEST ? Mark.LIKELIEST : null;
        };
    }

    private static @Nullable Step step(Stage stage) {
        return switch (stage) {
            case ORDER, CUSTOMER -> Step.ORDERED;
            case STOCK -> Step.STOCKED;
            case SUPPLIER -> Step.SUPPLIED;
            case PICK -> Step.PICKED;
            case PACK -> Step.PACKED;
            case CARRIER -> Step.ON_THE_WAY;
            case OTHER -> null;
        };
    }

    private Optional<Way> way() {
        picked();
        packed();
        weighed();
        handedOver();
        onTheWay();
        delivered();
        if (stops.isEmpty()) {
            return Optional.empty();
        }
        scene.order().ifPresent(order -> put(Step.ORDERED, List.of(order.placedAt()), List.of(), List.of(), false));
        put(Step.CLAIMED, List.of(scene.filedAt()), List.of(), List.of(), false);
        stocked();
        return Optional.of(new Way(stretches()));
    }

    private void put(Step step, List<Instant> moments, List<String> places, List<Phrase> notes, boolean odd) {
        var sorted = moments.stream().sorted().toList();
        var known = places.stream().distinct().toList();
        stops.put(
                step,
                new Stop(
                        step,
                        true,
                        sorted.isEmpty() ? null : sorted.getFirst(),
                        sorted.size() < 2 || sorted.getFirst().equals(sorted.getLast()) ? null : sorted.getLast(),
                        known.stream().limit(MOST_PLACES).toList(),
                        Math.max(0, known.size() - MOST_PLACES),
                        notes,
                        odd,
                        step == suspect ? mark : null));
    }

    private void put(Step step, List<TraceEvent> events, List<Phrase> notes, boolean odd) {
        put(
                step,
                events.stream().map(TraceEvent::at).toList(),
                events.stream().map(TraceEvent::place).filter(Objects::nonNull).toList(),
                notes,
                odd);
    }

    private List<TraceEvent> events(Moment moment) {
        return trail.of(moment).toList();
    }

    /** The claimed article first, so that its slot is the one that is shown. */
    private void picked() {
        var number = scene.filing().orderNumber();
        var ordered = findings == null ? null : findings.question().ordered();
        var picks = trail.of(Moment.PICK)
                .filter(event -> number != null && event.orders().contains(number))
                .sorted(Comparator.comparing((TraceEvent event) ->
                        event.goods().stream().noneMatch(goods -> ordered != null && ordered.equals(goods.sku()))))
                .toList();
        if (!picks.isEmpty()) {
            boolean small = picks.stream().anyMatch(TraceEvent::shortPick);
            put(Step.PICKED, picks, small ? List.of(Phrase.of("investigation.way.short")) : List.of(), small);
        }
    }

    private void packed() {
        var events = events(Moment.PACK);
        if (!events.isEmpty()) {
            put(Step.PACKED, events, List.of(), false);
        }
    }

    private void weighed() {
        var grams = parcel == null ? null : new Weights(scene).weighed(parcel);
        if (grams == null) {
            return;
        }
        var onBench = trail.of(Moment.PACK)
                .filter(event -> grams.equals(event.weightGrams()))
                .limit(1)
                .toList();
        var weights = new Weights(scene);
        var weighing = weights.weighing();
        boolean off = weighing != null && Scale.isOff(weights.deviation(weighing.ordered(), weighing));
        var note = weighing == null
                ? Phrase.of("investigation.way.grams", grams)
                : Phrase.of("investigation.way.grams.expected", grams, Math.round(weighing.ordered()));
        // The bench stands at the packing already.
        put(Step.WEIGHED, onBench.stream().map(TraceEvent::at).toList(), List.of(), List.of(note), off);
    }

    private void handedOver() {
        var events = events(Moment.HAND_OVER);
        if (parcel == null && events.isEmpty()) {
            return;
        }
        var moments = events.isEmpty() && parcel != null
                ? List.of(parcel.shippedAt())
                : events.stream().map(TraceEvent::at).toList();
        var carrier = parcel != null
                ? parcel.carrier()
                : events.stream()
                        .map(TraceEvent::carrier)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
        var notes = new ArrayList<Phrase>();
        Stream.ofNullable(carrier)
                .map(name -> Phrase.of("investigation.way.carrier", name))
                .forEach(notes::add);
        Stream.ofNullable(parcel == null ? null : parcel.carrierWeightGrams())
                .map(grams -> Phrase.of("investigation.way.grams.carrier", grams))
                .forEach(notes::add);
        put(
                Step.HANDED_OVER,
                moments,
                events.stream().map(TraceEvent::place).filter(Objects::nonNull).toList(),
                notes,
                false);
    }

    private void onTheWay() {
        var events = Stream.concat(
                        trail.of(Moment.TRANSIT),
                        trail.events().stream()
                                .filter(event -> event.moment() == Moment.OTHER && event.trouble() != null))
                .toList();
        if (!events.isEmpty()) {
            var troubles = events.stream()
                    .map(TraceEvent::trouble)
                    .filter(Objects::nonNull)
                    .distinct()
                    .map(trouble -> Phrase.of("traces.trouble." + trouble.name()))
                    .toList();
            put(Step.ON_THE_WAY, events, troubles, !troubles.isEmpty());
        }
    }

    /** Where a delivery was read is a customer’s door: its distance is enough. */
    private void delivered() {
        var events = events(Moment.DELIVERY);
        var told = parcel == null ? null : parcel.deliveredAt();
        if (events.isEmpty() && told == null) {
            return;
        }
        var moments = events.isEmpty()
                ? Stream.ofNullable(told).toList()
                : events.stream().map(TraceEvent::at).toList();
        var distance = events.stream()
                .map(TraceEvent::distanceMetres)
                .filter(Objects::nonNull)
                .reduce((first, last) -> last);
        put(
                Step.DELIVERED,
                moments,
                List.of(),
                distance.map(metres -> Phrase.of("investigation.way.distance", metres)).stream()
                        .toList(),
                distance.filter(metres -> metres > SceneReading.FAR_METRES).isPresent());
    }

    /** How the lot that was picked from came into its slot. */
    private void stocked() {
        if (suspect != Step.STOCKED || findings == null || findings.lot() == null) {
            return;
        }
        var lot = findings.lot();
        var pick = stops.get(Step.PICKED);
        var event = scene.shelf().stream()
                .filter(each -> each.moment() == Moment.PUTAWAY && lot.equals(each.lot()))
                .filter(each ->
                        pick == null || pick.places().isEmpty() || pick.places().contains(each.place()))
                .max(Comparator.comparing(TraceEvent::at));
        event.ifPresent(each -> put(Step.STOCKED, List.of(each), List.of(Phrase.of("investigation.lot", lot)), false));
    }

    private List<Stretch> stretches() {
        var stretches = new ArrayList<Stretch>();
        var missing = new ArrayList<Step>();
        for (var step : steps()) {
            var stop = stops.get(step);
            if (stop == null && step != suspect) {
                missing.add(step);
                continue;
            }
            if (!missing.isEmpty()) {
                stretches.add(new Gap(List.copyOf(missing)));
                missing.clear();
            }
            stretches.add(
                    stop != null ? stop : new Stop(step, false, null, null, List.of(), 0, List.of(), false, mark));
        }
        return stretches;
    }

    /** Goods lie on a shelf before they are ordered, as a rule; where the clock says otherwise it is believed. */
    private List<Step> steps() {
        var steps = new ArrayList<Step>();
        for (var step : Step.values()) {
            boolean onlySuspect = step == Step.STOCKED || step == Step.SUPPLIED;
            if (!onlySuspect || step == suspect) {
                steps.add(step);
            }
        }
        var stocked = stops.get(Step.STOCKED);
        var ordered = stops.get(Step.ORDERED);
        if (stocked != null
                && ordered != null
                && stocked.at() != null
                && ordered.at() != null
                && stocked.at().isAfter(ordered.at())) {
            steps.remove(Step.STOCKED);
            steps.add(1, Step.STOCKED);
        }
        return steps;
    }
}
