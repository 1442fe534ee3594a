package org.redress.bench;

import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.investigation.AtRisk;
import org.redress.investigation.Mechanism;
import org.redress.investigation.model.EvidenceModel;
import org.redress.investigation.model.Reasoning;
import org.redress.investigation.model.RiskList;
import org.redress.investigation.model.SceneReading;
import org.redress.investigation.model.Scope;
import org.redress.kernel.Sku;
import org.redress.orders.Order;
import org.redress.rehearsal.model.warehouse.Appeal;
import org.redress.rehearsal.model.warehouse.Incident;
import org.redress.rehearsal.model.warehouse.Parameters;
import org.redress.rehearsal.model.warehouse.Plan;
import org.redress.rehearsal.model.warehouse.Season;
import org.redress.traces.Parcel;

/**
 * How many of the orders that an incident touched are listed as at risk, and how many of the listed it touched. An incident
 * is looked at with all that is on record a week after the last of its claims whose cause is probable. Each list counts
 * among the listed, also where it stands for another mechanism than the true one. Among the affected count, in the first
 * figure, the orders of every incident of which a list was made, in the second those of incidents whose mechanism was named.
 * Of a shelf that is troubled twice by the same pair of articles a list names both troubles’ orders: in the last figure a
 * listed order is affected also where it was another incident by which the same article came in place of the same.
 */
final class Risks {
    private static final int SEASONS = 6;
    private static final int FIRST = 6_000;
    private static final Duration WEEK = Duration.ofDays(7);

    private final Parameters parameters;
    private final long seed;
    private final EvidenceModel model;
    private final Map<Mechanism, Count> counts = new EnumMap<>(Mechanism.class);

    Risks(Parameters parameters, long seed, EvidenceModel model) {
        this.parameters = parameters;
        this.seed = seed;
        this.model = model;
    }

    private static final class Count {
        private int incidents;
        private int named;
        private int affected;
        private int listed;
        private int both;
        private int affectedOfNamed;
        private int bothOfNamed;
        private int wrong;
        private double expected;

        void add(Count other) {
            incidents += other.incidents;
            named += other.named;
            affected += other.affected;
            listed += other.listed;
            both += other.both;
            affectedOfNamed += other.affectedOfNamed;
            bothOfNamed += other.bothOfNamed;
            wrong += other.wrong;
            expected += other.expected;
        }

        String line(String what) {
            return String.format(
                    Locale.ROOT,
                    "%-4s %4d lists, %4d of the right mechanism  affected that are listed %-22s (right: %-22s)  listed that are"
                            + " affected %-22s (same pair %s; expected %.0f %% of %d)%n",
                    what,
                    incidents,
                    named,
                    Accuracy.Score.share(both, affected),
                    Accuracy.Score.share(bothOfNamed, affectedOfNamed),
                    Accuracy.Score.share(both, listed),
                    Accuracy.Score.share(wrong, listed),
                    100 * expected / Math.max(1, listed),
                    listed);
        }
    }

    /** The list of one claim. */
    private record Listed(Mechanism mechanism, Pair pair, String own, List<AtRisk> orders) {}

    /** What should have come, and what did. */
    private record Pair(Sku article, @Nullable Sku received) {
        /** In place of one came the other, whoever is to blame. */
        private boolean isMixedUp(List<Order.Line> ordered, List<Parcel.Line> sent) {
            return received != null
                    && sent(sent, article) < ordered(ordered, article)
                    && sent(sent, received) > ordered(ordered, received);
        }

        private static int sent(List<Parcel.Line> lines, Sku sku) {
            return lines.stream()
                    .filter(line -> line.sku().equals(sku))
                    .mapToInt(Parcel.Line::quantity)
                    .sum();
        }

        private static int ordered(List<Order.Line> lines, Sku sku) {
            return lines.stream()
                    .filter(line -> line.sku().equals(sku))
                    .mapToInt(Order.Line::quantity)
                    .sum();
        }
    }

    String run() {
        for (int number = FIRST; number < FIRST + SEASONS; number++) {
            var season = Season.of(Plan.season(seed, number), parameters, seed * 31 + number);
            count(season, new SeasonRecords(season, true));
        }
        var text = new StringBuilder("\norders at risk\n");
        var all = new Count();
        counts.forEach((mechanism, count) -> {
            text.append(count.line(mechanism.name()));
            all.add(count);
        });
        return text.append(all.line("all")).toString();
    }

    private void count(Season season, SeasonRecords records) {
        var lists = new LinkedHashMap<String, Listed>();
        for (var appeal : season.appeals()) {
            list(records, appeal).ifPresent(list -> lists.put(appeal.truth().incident(), list));
        }
        var incidents = season.incidents().stream().collect(Collectors.toMap(Incident::id, incident -> incident));
        var orders = season.orders().stream().collect(Collectors.toMap(Order::orderNumber, Order::lines));
        lists.forEach((id, list) -> {
            var mixedUp = list.orders().stream()
                    .map(AtRisk::orderNumber)
                    .filter(number -> records.parcels(number).stream()
                            .anyMatch(parcel -> list.pair()
                                    .isMixedUp(
                                            orders.getOrDefault(number, List.of()),
                                            season.contents().getOrDefault(parcel.trackingNumber(), List.of()))))
                    .collect(Collectors.toSet());
            count(list, Objects.requireNonNull(incidents.get(id)), mixedUp);
        });
    }

    private Optional<Listed> list(SeasonRecords records, Appeal appeal) {
        var scene = records.scene(appeal);
        var now = appeal.at().plus(WEEK);
        return SceneReading.of(scene)
                .flatMap(findings -> Scope.of(scene, findings, Reasoning.of(model, scene, findings, null, now), now))
                .map(scope -> new Listed(
                        scope.mechanism(),
                        new Pair(scope.article(), scope.received()),
                        String.valueOf(appeal.filing().orderNumber()),
                        RiskList.of(scope, scene, records)));
    }

    private void count(Listed list, Incident incident, Set<String> mixedUp) {
        var affected = incident.affected().stream()
                .map(Incident.Affected::orderNumber)
                .filter(order -> !order.equals(list.own()))
                .collect(Collectors.toSet());
        int both = (int) list.orders().stream()
                .filter(order -> affected.contains(order.orderNumber()))
                .count();
        var count = counts.computeIfAbsent(list.mechanism(), _ -> new Count());
        count.incidents++;
        count.affected += affected.size();
        count.listed += list.orders().size();
        count.both += both;
        count.wrong += (int) list.orders().stream()
                .map(AtRisk::orderNumber)
                .filter(order -> affected.contains(order) || mixedUp.contains(order))
                .count();
        count.expected +=
                list.orders().stream().mapToDouble(AtRisk::probability).sum();
        if (incident.cause().name().equals(list.mechanism().name())) {
            count.named++;
            count.affectedOfNamed += affected.size();
            count.bothOfNamed += both;
        }
    }
}
