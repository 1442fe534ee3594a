package org.redress.investigation.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
 */
public record Scope(
        Mechanism mechanism,
        double probability,
        Sku article,
        @Nullable Sku received,
        Set<String> slots,
        @Nullable String lot,
        Instant from,
        Instant until) {
    /** A putaway, a count and a listing are found out within days. */
    private static final Duration DAYS = Duration.ofDays(4);

    private static final Duration LISTED = Duration.ofDays(10);

    /** From this on others are looked for. */
    private static final double LIKELY = Investigation.PROBABLE;

    /** Empty where nothing is likely yet, or the mistake touches nobody else. */
    public static Optional<Scope> of(Scene scene, Findings findings, Investigation found, Instant now) {
        var mechanism =
                found.confirmed() != null ? found.confirmed() : found.leading().mechanism();
        double probability = found.confirmed() != null ? 1 : found.leading().probability();
        var article = findings.question().ordered();
        if (probability < LIKELY || article == null) {
            return Optional.empty();
        }
        var pick = pick(scene, article);
        return switch (mechanism) {
            case IL ->
                lot(scene, findings, article, now)
                        .or(() -> pick.map(at -> shelf(
                                mechanism,
                                article,
                                findings,
                                at,
                                at.at().minus(DAYS),
                                at.at().plus(DAYS))))
                        .map(scope -> scope.at(probability));
            case PU, CT ->
                pick.map(at -> shelf(
                                mechanism,
                                article,
                                findings,
                                at,
                                at.at().minus(DAYS),
                                at.at().plus(DAYS))
                        .at(probability));
            case OD, LI ->
                Optional.of(new Scope(
                        mechanism,
                        probability,
                        article,
                        findings.question().received(),
                        Set.of(),
                        null,
                        placed(scene).minus(LISTED),
                        placed(scene).plus(LISTED)));
            case PA, PV, SO, LS, SU, CU, CA, RC, FC, OT -> Optional.empty();
        };
    }

    private Scope at(double likelihood) {
        return new Scope(mechanism, likelihood, article, received, slots, lot, from, until);
    }

    private static Instant placed(Scene scene) {
        return scene.order().map(order -> order.placedAt()).orElse(scene.filedAt());
    }

    private static Optional<TraceEvent> pick(Scene scene, Sku article) {
        var number = scene.filing().orderNumber();
        return scene.trail()
                .of(Moment.PICK)
                .filter(event -> number != null && event.orders().contains(number) && event.place() != null)
                .filter(event -> event.goods().stream().anyMatch(goods -> article.equals(goods.sku())))
                .findFirst();
    }

    private static Scope shelf(
            Mechanism mechanism, Sku article, Findings findings, TraceEvent pick, Instant from, Instant until) {
        return new Scope(
                mechanism,
                0,
                article,
                findings.question().received(),
                Stream.ofNullable(pick.place()).collect(Collectors.toSet()),
                findings.lot(),
                from,
                until);
    }

    /** From the lot's first putaway until its slots were filled from another. */
    private static Optional<Scope> lot(Scene scene, Findings findings, Sku article, Instant now) {
        var lot = findings.lot();
        var putaways = scene.shelf().stream()
                .filter(event -> event.moment() == Moment.PUTAWAY && event.place() != null)
                .filter(event -> event.goods().stream().anyMatch(goods -> article.equals(goods.sku())))
                .toList();
        var ofLot = putaways.stream()
                .filter(event -> Objects.equals(event.lot(), lot))
                .toList();
        if (lot == null || ofLot.isEmpty()) {
            return Optional.empty();
        }
        var slots = new LinkedHashSet<String>();
        ofLot.stream().map(TraceEvent::place).filter(Objects::nonNull).forEach(slots::add);
        var last = ofLot.getLast().at();
        // What is left of a lot lies under the next one.
        var until = putaways.stream()
                .map(TraceEvent::at)
                .filter(at -> at.isAfter(last))
                .sorted(Comparator.naturalOrder())
                .skip(1)
                .findFirst()
                .orElse(now);
        return Optional.of(new Scope(
                Mechanism.IL,
                0,
                article,
                findings.question().received(),
                Set.copyOf(slots),
                lot,
                ofLot.getFirst().at(),
                until));
    }
}
