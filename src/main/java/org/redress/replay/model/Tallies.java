package org.redress.replay.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.redress.claims.Decision;
import org.redress.replay.Tally;

/** Adds claims up, all together and by segment. Its size is bounded: countries and languages are few, regions capped. */
public final class Tallies {
    private static final Comparator<Tally> ORDER =
            Comparator.comparing(Tally::dimension).thenComparing(Tally::claims, Comparator.reverseOrder());

    private static final int MOST_REGIONS = 100;

    private final Map<Key, Tally> tallies = new LinkedHashMap<>();
    private final Set<String> regions = new HashSet<>();

    private record Key(Tally.Dimension dimension, String value) {}

    /** Goes on from what was added up before. */
    public Tallies(Collection<Tally> before) {
        before.forEach(tally -> {
            tallies.put(new Key(tally.dimension(), tally.value()), tally);
            if (tally.dimension() == Tally.Dimension.REGION) {
                regions.add(tally.value());
            }
        });
    }

    public void add(Comparison comparison) {
        var decision = comparison.decision();
        add(Tally.Dimension.ALL, "", comparison.tally());
        add(Tally.Dimension.CUSTOMER, decision.returning() ? "returning" : "new", comparison.tally());
        add(Tally.Dimension.COUNTRY, country(decision), comparison.tally());
        if (decision.region() != null) {
            add(Tally.Dimension.REGION, region(decision), comparison.tally());
        }
        add(Tally.Dimension.VALUE, String.valueOf(decision.band()), comparison.tally());
        add(Tally.Dimension.LANGUAGE, decision.language(), comparison.tally());
    }

    private static String country(Decision decision) {
        return decision.country() == null ? "" : decision.country();
    }

    /** What shops write as a region is theirs, so that there may be any number. */
    private String region(Decision decision) {
        var region = country(decision) + "/" + decision.region();
        return regions.size() < MOST_REGIONS || regions.contains(region) ? region : "";
    }

    private void add(Tally.Dimension dimension, String value, Tally one) {
        if (dimension == Tally.Dimension.REGION) {
            regions.add(value);
        }
        tallies.compute(
                new Key(dimension, value), (_, sum) -> (sum == null ? Tally.empty(dimension, value) : sum).plus(one));
    }

    /** The whole first, then each dimension with its largest group first; bands of value from the lowest. */
    public List<Tally> all() {
        var all = new ArrayList<>(tallies.values());
        all.sort(ORDER);
        var sorted = new ArrayList<Tally>(all.size());
        for (var dimension : Tally.Dimension.values()) {
            var some = all.stream().filter(tally -> tally.dimension() == dimension);
            sorted.addAll((dimension == Tally.Dimension.VALUE ? some.sorted(Comparator.comparing(Tally::value)) : some)
                    .toList());
        }
        return List.copyOf(sorted);
    }
}
