package org.redress.bench;

import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.redress.investigation.AtRisk;
import org.redress.investigation.Mechanism;
import org.redress.investigation.model.EvidenceModel;
import org.redress.investigation.model.Reasoning;
import org.redress.investigation.model.RiskList;
import org.redress.investigation.model.SceneReading;
import org.redress.investigation.model.Scope;
import org.redress.rehearsal.model.warehouse.Incident;
import org.redress.rehearsal.model.warehouse.Parameters;
import org.redress.rehearsal.model.warehouse.Plan;
import org.redress.rehearsal.model.warehouse.Season;

/** How many of the orders that an incident touched are listed as at risk, and how many of the listed it touched. */
final class Risks {
    private static final int SEASONS = 6;
    private static final int FIRST = 6_000;

    private final Parameters parameters;
    private final long seed;
    private final EvidenceModel model;

    Risks(Parameters parameters, long seed, EvidenceModel model) {
        this.parameters = parameters;
        this.seed = seed;
        this.model = model;
    }

    private static final class Count {
        private int affected;
        private int listed;
        private int both;
        private int incidents;
    }

    String run() {
        var counts = new EnumMap<Mechanism, Count>(Mechanism.class);
        for (int number = FIRST; number < FIRST + SEASONS; number++) {
            var season = Season.of(Plan.season(seed, number), parameters, seed * 31 + number);
            count(season, new SeasonRecords(season, true), counts);
        }
        var text = new StringBuilder("\norders at risk\n");
        var all = new Count();
        counts.forEach((mechanism, count) -> {
            text.append(line(mechanism.name(), count));
            all.affected += count.affected;
            all.listed += count.listed;
            all.both += count.both;
            all.incidents += count.incidents;
        });
        return text.append(line("all", all)).toString();
    }

    private static String line(String what, Count count) {
        return String.format(
                "%-6s %4d incidents  affected that are listed %-22s  listed that are affected %s%n",
                what,
                count.incidents,
                Accuracy.Score.share(count.both, count.affected),
                Accuracy.Score.share(count.both, count.listed));
    }

    /** An incident is looked at with the last of its claims whose cause is probable: with all that was known then. */
    private void count(Season season, SeasonRecords records, Map<Mechanism, Count> counts) {
        var incidents = season.incidents().stream().collect(Collectors.toMap(Incident::id, incident -> incident));
        var lists = new HashMap<String, Set<String>>();
        var owns = new HashMap<String, String>();
        var mechanisms = new HashMap<String, Mechanism>();
        for (var appeal : season.appeals()) {
            var scene = records.scene(appeal);
            var findings = SceneReading.of(scene).orElse(null);
            if (findings == null) {
                continue;
            }
            var now = appeal.at().plus(Duration.ofDays(7));
            var found = Reasoning.of(model, scene, findings, null, now);
            var scope = Scope.of(scene, findings, found, now).orElse(null);
            if (scope != null) {
                lists.put(
                        appeal.truth().incident(),
                        RiskList.of(scope, scene, records).stream()
                                .map(AtRisk::orderNumber)
                                .collect(Collectors.toSet()));
                owns.put(
                        appeal.truth().incident(),
                        String.valueOf(appeal.filing().orderNumber()));
                mechanisms.put(appeal.truth().incident(), scope.mechanism());
            }
        }
        lists.forEach((id, list) -> {
            var count = counts.computeIfAbsent(mechanisms.get(id), _ -> new Count());
            var incident = incidents.get(id);
            Set<String> affected = incident == null || incident.affected().size() < 2
                    ? Set.of()
                    : incident.affected().stream()
                            .map(Incident.Affected::orderNumber)
                            .filter(order -> !order.equals(owns.get(id)))
                            .collect(Collectors.toSet());
            var both = new HashSet<>(list);
            both.retainAll(affected);
            count.incidents++;
            count.affected += affected.size();
            count.listed += list.size();
            count.both += both.size();
        });
    }
}
