package org.redress.investigation.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Complaint;
import org.redress.investigation.AtRisk;
import org.redress.investigation.Investigation;
import org.redress.investigation.Mechanism;
import org.redress.kernel.Phrase;
import org.redress.kernel.Sku;
import org.redress.traces.Parcel;
import org.redress.traces.Place;
import org.redress.traces.Scale;
import org.redress.traces.TraceEvent;

/**
 * Who else is affected: each order in the scope with its own probability, by its own pick, its own weight and its own
 * customer, and by what all of them together say of when the mistake began and ended.
 */
public final class RiskList {
    /** About half of a list is worth somebody’s call; a little less, so that hardly anybody affected is left out. */
    private static final double WORTH = 0.45;

    /** Below this nobody is called, however sure the others are. */
    private static final double LEAST = 0.1;

    private static final int LARGEST = 5_000;

    private final Scope scope;
    private final Records records;
    private final Traits traits;
    private final String own;

    /** What is on record of the orders in a scope. */
    public interface Records {
        /** Picks from these slots between two moments, the oldest first. */
        List<TraceEvent> picks(Set<String> slots, Instant from, Instant until);

        /** Picks of an article between two moments, the oldest first. */
        List<TraceEvent> picks(Sku article, Instant from, Instant until);

        /** Orders placed between two moments that hold an article, the oldest first. */
        List<String> holding(Sku article, Instant from, Instant until);

        /** By order number. */
        Map<String, List<Parcel>> parcels(Collection<String> orders);

        /** Claims about these orders since a moment. */
        List<Complaint> complaints(Collection<String> orders, Instant since);

        Scale scale(String warehouse);
    }

    /**
     * An order that the mistake may have touched.
     *
     * @param ratios how much likelier what is on record of it is with 0, 1, 2… wrong units than with none
     */
    private record Candidate(
            String number, Instant at, boolean shipped, boolean claimed, Ratios ratios, Phrase reason) {}

    private RiskList(Scope scope, Scene scene, Records records) {
        this.scope = scope;
        this.records = records;
        this.own = Objects.requireNonNullElse(scene.filing().orderNumber(), "");
        this.traits = new Traits(scope, scene, records);
    }

    /** The likeliest first, without the claim's own order. */
    public static List<AtRisk> of(Scope scope, Scene scene, Records records) {
        var list = new RiskList(scope, scene, records);
        return worth(list.weighed(scope.slots().isEmpty() ? list.byListing() : list.byShelf()));
    }

    /**
     * Where parcels or labels of neighbours were mixed and it is open with whom: all of the bench or wave that may be the
     * other side, the likeliest first.
     */
    public static List<AtRisk> beside(Scene scene, Findings findings, Investigation found) {
        double exchanged = found.mechanisms().stream()
                .filter(each -> each.mechanism() == Mechanism.SO || each.mechanism() == Mechanism.LS)
                .mapToDouble(Investigation.InMechanism::probability)
                .sum();
        var counterpart = found.counterpart();
        if (exchanged < Investigation.PROBABLE
                || (found.confirmed() != null && !found.confirmed().isExchange())) {
            return List.of();
        }
        return findings.matches().stream()
                .filter(match -> counterpart == null
                        || !counterpart.orderNumber().equals(match.neighbour().orderNumber()))
                .map(match -> new AtRisk(
                        match.neighbour().orderNumber(),
                        true,
                        scene.complaints().stream()
                                .anyMatch(other -> other.orderNumber()
                                        .equals(match.neighbour().orderNumber())),
                        exchanged * match.probability(),
                        Phrase.of("investigation.risk.beside")))
                .filter(each -> each.probability() >= LEAST)
                .toList();
    }

    /** As long as so many of the list are affected, as far as can be said. */
    private static List<AtRisk> worth(List<AtRisk> all) {
        var sorted = all.stream()
                .filter(each -> each.probability() >= LEAST)
                .sorted(Comparator.comparingDouble(AtRisk::probability)
                        .reversed()
                        .thenComparing(AtRisk::orderNumber))
                .limit(LARGEST)
                .toList();
        double affected = 0;
        int count = 0;
        for (var each : sorted) {
            affected += each.probability();
            if (affected < WORTH * (count + 1)) {
                break;
            }
            count++;
        }
        return sorted.subList(0, count);
    }

    /** When the mistake began and ended, and so whom it touched. */
    private List<AtRisk> weighed(List<Candidate> candidates) {
        var steps = new ArrayList<Spell.Step>();
        var places = new int[candidates.size()];
        var pace = Pace.of(scope.mechanism());
        int turn = 0;
        for (int i = 0; i < places.length; i++) {
            var candidate = candidates.get(i);
            while (turn < scope.turns().size() && !scope.turns().get(turn).at().isAfter(candidate.at())) {
                add(scope.turns().get(turn), steps);
                turn++;
            }
            places[i] = steps.size();
            steps.add(new Spell.Step(
                    pace.begins(),
                    pace.ends(),
                    candidate.ratios(),
                    candidate.number().equals(own)));
        }
        scope.turns().subList(turn, scope.turns().size()).forEach(each -> add(each, steps));
        var course = Spell.of(pace.shares(), steps);
        double known = borneOut(course, steps, pace);
        var list = new ArrayList<AtRisk>();
        for (int i = 0; i < places.length; i++) {
            var candidate = candidates.get(i);
            if (!candidate.number().equals(own)) {
                list.add(new AtRisk(
                        candidate.number(),
                        candidate.shipped(),
                        candidate.claimed(),
                        known * course.probabilities().get(places[i]),
                        candidate.reason()));
            }
        }
        return list;
    }

    private static void add(Scope.Turn turn, List<Spell.Step> steps) {
        steps.add(new Spell.Step(0, 0, Ratios.seen(turn.inside()), false));
        steps.add(new Spell.Step(turn.begins(), turn.ends(), Ratios.seen(1), false));
    }

    /** The others' records bear the mechanism out, or tell that the claim stands alone. */
    private double borneOut(Spell.Course course, List<Spell.Step> steps, Pace pace) {
        var silent =
                Spell.of(pace.shares(), steps.stream().map(Spell.Step::neutral).toList());
        double odds = scope.probability() / Math.max(1e-6, 1 - scope.probability());
        odds *= Math.exp(Math.min(20, course.evidence() - silent.evidence()));
        return odds / (1 + odds);
    }

    private List<Candidate> byShelf() {
        var picked = new LinkedHashMap<String, TraceEvent>();
        for (var event : records.picks(scope.slots(), scope.from(), scope.until())) {
            if (event.goods().stream().anyMatch(goods -> scope.article().equals(goods.sku()))) {
                event.orders().forEach(order -> picked.putIfAbsent(order, event));
            }
        }
        var numbers = new LinkedHashSet<>(picked.keySet());
        numbers.addAll(records.holding(scope.article(), scope.from(), scope.until()));
        var parcels = records.parcels(numbers);
        var complaints = complaints(numbers);
        traits.learn(parcels.values().stream().map(traits::holding).flatMap(Stream::ofNullable));
        var candidates = new ArrayList<Candidate>();
        for (var number : numbers) {
            var sent = parcels.getOrDefault(number, List.of());
            var pick = picked.get(number);
            var parcel = traits.holding(sent);
            if (pick != null || parcel != null || sent.isEmpty()) {
                candidates.add(shelved(number, pick, parcel, complaints.get(number)));
            }
        }
        candidates.sort(Comparator.comparing(Candidate::at));
        return candidates;
    }

    private Candidate shelved(
            String number, @Nullable TraceEvent pick, @Nullable Parcel parcel, @Nullable Complaint complaint) {
        var at = pick != null ? pick.at() : parcel != null ? parcel.shippedAt() : scope.until();
        int units = traits.units(pick, parcel);
        var ratios = Ratios.of(units);
        boolean tells = traits.weigh(parcel, ratios);
        traits.scan(pick, ratios);
        traits.hear(complaint, parcel, ratios);
        var reason = pick == null && parcel == null
                ? Phrase.of("investigation.risk.waiting", place())
                : tells
                        ? Phrase.of("investigation.risk.weight", place(), at)
                        : scope.lot() == null
                                ? Phrase.of("investigation.risk.slot", place(), at)
                                : Phrase.of("investigation.risk.lot", place(), at, scope.lot());
        return new Candidate(number, at, parcel != null, complaint != null, ratios, reason);
    }

    private Phrase place() {
        return scope.slots().stream()
                .sorted()
                .findFirst()
                .map(Place::of)
                .orElseGet(() -> Phrase.of("investigation.risk.somewhere"));
    }

    private Map<String, Complaint> complaints(Collection<String> numbers) {
        var found = new HashMap<String, Complaint>();
        for (var complaint : records.complaints(numbers, scope.from())) {
            if (!complaint.filedAt().isAfter(scope.until())) {
                found.putIfAbsent(complaint.orderNumber(), complaint);
            }
        }
        return found;
    }

    private List<Candidate> byListing() {
        var holding = records.holding(scope.article(), scope.from(), scope.until());
        var told = scope.mechanism() == Mechanism.OD ? new Told() : null;
        var parcels = records.parcels(holding);
        var complaints = complaints(holding);
        var candidates = new ArrayList<Candidate>();
        for (var number : holding) {
            var sent = parcels.getOrDefault(number, List.of());
            var parcel = sent.isEmpty() ? null : sent.getFirst();
            var ratios = Ratios.of(1);
            var reason = Phrase.of("investigation.risk.listing");
            if (told != null) {
                told.tell(number, sent, ratios);
                var wrong = told.wrong.get(number);
                reason = wrong == null
                        ? Phrase.of("investigation.risk.order")
                        : Phrase.of("investigation.risk.told", wrong.at());
            }
            var complaint = complaints.get(number);
            traits.hear(complaint, parcel, ratios);
            candidates.add(new Candidate(number, scope.from(), parcel != null, complaint != null, ratios, reason));
        }
        return candidates;
    }

    /** What the warehouse was told, by what it picked. */
    private final class Told {
        /** It is on record what was picked: hardly anything is surer. */
        private static final double CERTAIN = 1e5;

        private final Map<String, TraceEvent> wrong = new HashMap<>();
        private final Set<String> right;
        private final Set<String> both = new HashSet<>();

        private Told() {
            var received = scope.received();
            if (received != null) {
                records.picks(received, scope.from(), scope.until())
                        .forEach(event -> event.orders().forEach(order -> wrong.put(order, event)));
                both.addAll(records.holding(received, scope.from(), scope.until()));
                wrong.keySet().removeAll(both);
            }
            right = records.picks(scope.article(), scope.from(), scope.until()).stream()
                    .flatMap(event -> event.orders().stream())
                    .collect(Collectors.toSet());
        }

        private void tell(String number, List<Parcel> sent, Ratios ratios) {
            var received = scope.received();
            boolean sentOther = received != null
                    && !both.contains(number)
                    && sent.stream().anyMatch(parcel -> parcel.shipped(received) > 0);
            if (right.contains(number)) {
                ratios.multiply(1, 1 / CERTAIN);
            } else if (wrong.containsKey(number) || sentOther) {
                ratios.multiply(1, CERTAIN);
            } else if (sent.stream().anyMatch(parcel -> parcel.shipped(scope.article()) > 0)) {
                ratios.multiply(1, 0.3);
            }
        }
    }

    /**
     * How a mistake goes on.
     *
     * @param begins chance that it begins with an order
     * @param ends chance that it ends with an order: somebody sees it, or the goods are used up
     */
    private record Pace(double begins, double ends, List<Double> shares) {
        private static final List<Double> SHELF = List.of(0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.65, 0.85);
        private static final List<Double> PAGE = List.of(0.25, 0.35, 0.45, 0.55, 0.65);
        private static final List<Double> TOLD = List.of(0.97);

        static Pace of(Mechanism mechanism) {
            return switch (mechanism) {
                case LI -> new Pace(0.02, 0.08, PAGE);
                case OD -> new Pace(0.02, 0.15, TOLD);
                case PA, PV, PU, IL, CT, SO, LS, SU, CU, CA, RC, FC, OT -> new Pace(0.003, 0.02, SHELF);
            };
        }
    }
}
