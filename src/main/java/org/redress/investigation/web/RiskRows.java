package org.redress.investigation.web;

import java.util.Comparator;
import java.util.List;
import org.redress.investigation.AtRisk;

/**
 * Orders at risk as the case page lists them: what is still here first, for that can be put aside; then the likeliest.
 *
 * @param first always seen
 * @param more unfolds
 * @param beyond how many there are besides
 */
public record RiskRows(List<AtRisk> first, List<AtRisk> more, int beyond) {
    private static final int FIRST = 8;
    private static final int MOST = 100;

    private static final Comparator<AtRisk> TO_ACT_ON = Comparator.comparing(AtRisk::shipped)
            .thenComparing(Comparator.comparingDouble(AtRisk::probability).reversed());

    static RiskRows of(List<AtRisk> atRisk) {
        var sorted = atRisk.stream().sorted(TO_ACT_ON).limit(MOST).toList();
        int first = Math.min(FIRST, sorted.size());
        return new RiskRows(
                sorted.subList(0, first), sorted.subList(first, sorted.size()), atRisk.size() - sorted.size());
    }
}
