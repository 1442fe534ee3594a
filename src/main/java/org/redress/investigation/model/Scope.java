package org.redress.investigation.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.investigation.Investigation;
import org.redress.investigation.Mechanism;
import org.redress.kernel.Sku;
import org.redress.traces.TraceEvent;
import org.redress.traces.TraceEvent.Moment;

/**
 * Where the same mistake may have been made again: which orders are looked through.
 *
 * @param article that should have come
 * @param received that came instead, as far as is known
 * @param slots that the article was taken from; empty where the mistake has no shelf
 * @param lot of the goods, where the mistake came with one
 * @param turns what is on record of the shelf, the oldest first
 * @param until up to when it is looked: now
 */
public record Scope(
        Mechanism mechanism,
        double probability,
        Sku article,
        @Nullable Sku received,
        Set<String> slots,
        @Nullable String lot,
        List<Turn> turns,
        Instant from,
        Instant until) {
    /** Strangers in a slot and a wrong page are found out within days. */
    private static final Duration BEFORE = Duration.ofDays(14);

    /** From this on others are looked for. */
    private static final double LIKELY = Investigation.PROBABLE;

    /** A mistake on a shelf begins, as a rule, when goods are put away; a wrong lot with its own. */
    private static final double BEGINS = 0.15;

    private static final double BEGINS_WITH_LOT = 0.6;
    private static final double BEGINS_WITH_ANOTHER = 0.02;

    /** Whoever counts a slot and finds strangers takes them out. */
    private static final double ENDS = 0.3;

    /** How much likelier a count finds strangers, or none, while there are some. */
    private static final double FOUND = 50;

    private static final double NOT_FOUND = 0.25;

    /**
     * Something that was done to the shelf.
     *
     * @param begins chance that the mistake began with it
     * @param ends chance that it ended with it, had it begun
     * @param inside how much likelier it was while the mistake went on
     */
    public record Turn(Instant at, double begins, double ends, double inside) {}

    /** Empty where nothing is likely yet, or the mistake touches nobody else. */
    public static Optional<Scope> of(Scene scene, Findings findings, Investigation found, Instant now) {
        var mechanism =
                found.confirmed() != null ? found.confirmed() : found.leading().mechanism();
        double probability = found.confirmed() != null ? 1 : found.leading().probability();
        var article = findings.question().ordered();
        if (probability < LIKELY || article == null) {
            return Optional.empty();
        }
        var received = findings.question().received();
        return switch (mechanism) {
            case PU, IL, CT ->
                pick(scene, article).map(pick -> {
                    var slots = slots(scene, pick, mechanism == Mechanism.IL ? findings.lot() : null, article);
                    return new Scope(
                            mechanism,
                            probability,
                            article,
                            received,
                            slots,
                            findings.lot(),
                            turns(scene, findings, mechanism, article, slots),
                            pick.at().minus(BEFORE),
                            now);
                });
            case OD, LI ->
                Optional.of(new Scope(
                        mechanism,
                        probability,
                        article,
                        received,
                        Set.of(),
                        null,
                        List.of(),
                        placed(scene).minus(BEFORE),
                        now));
            case PA, PV, SO, LS, SU, CU, CA, RC, FC, OT -> Optional.empty();
        };
    }

    private static Instant placed(Scene scene) {
        return scene.order().map(order -> order.placedAt()).orElse(scene.filedAt());
    }

    private static Optional<TraceEvent> pick(Scene scene, Sku article) {
        var number = scene.filing().orderNumber();
        return scene.trail()
                .of(Moment.PICK)
                .filter(event -> number != null && event.orders().contains(number) && event.place() != null)
                .filter(event -> names(event.goods(), article))
                .findFirst();
    }

    /** Where it was picked, and where else its lot lies. */
    private static Set<String> slots(Scene scene, TraceEvent pick, @Nullable String lot, Sku article) {
        var slots = new LinkedHashSet<String>();
        Stream.ofNullable(pick.place()).forEach(slots::add);
        scene.shelf().stream()
                .filter(event -> event.moment() == Moment.PUTAWAY && lot != null && lot.equals(event.lot()))
                .filter(event -> names(event.goods(), article))
                .map(TraceEvent::place)
                .flatMap(Stream::ofNullable)
                .forEach(slots::add);
        return Set.copyOf(slots);
    }

    private static List<Turn> turns(
            Scene scene, Findings findings, Mechanism mechanism, Sku article, Set<String> slots) {
        var received = findings.question().received();
        var turns = new ArrayList<Turn>();
        for (var event : scene.shelf()) {
            switch (event.moment()) {
                case PUTAWAY -> {
                    boolean ofLot = findings.lot() != null && findings.lot().equals(event.lot());
                    double begins = mechanism != Mechanism.IL || findings.lot() == null
                            ? BEGINS
                            : ofLot ? BEGINS_WITH_LOT : BEGINS_WITH_ANOTHER;
                    turns.add(new Turn(event.at(), begins, 0, 1));
                }
                case STOCKTAKE -> {
                    if (event.place() != null && slots.contains(event.place())) {
                        boolean stranger = holds(event.goods(), received) && !names(event.expected(), received);
                        boolean counted = holds(event.goods(), article)
                                && (!event.listedOnly() || names(event.goods(), received));
                        turns.add(new Turn(
                                event.at(),
                                mechanism == Mechanism.CT ? BEGINS : 0,
                                stranger ? ENDS : 0,
                                stranger ? FOUND : counted ? NOT_FOUND : 1));
                    }
                }
                case LABELLING, PICK, PACK, UNPACK, HAND_OVER, TRANSIT, DELIVERY, INSPECTION, OTHER -> {}
            }
        }
        return List.copyOf(turns);
    }

    private static boolean holds(List<TraceEvent.Goods> goods, @Nullable Sku sku) {
        return sku != null
                && goods.stream()
                        .anyMatch(each -> sku.equals(each.sku()) && each.quantity() != null && each.quantity() > 0);
    }

    private static boolean names(List<TraceEvent.Goods> goods, @Nullable Sku sku) {
        return sku != null && goods.stream().anyMatch(each -> sku.equals(each.sku()));
    }
}
