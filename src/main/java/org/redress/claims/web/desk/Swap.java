package org.redress.claims.web.desk;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Claim;
import org.redress.claims.Filing;
import org.redress.kernel.Problem;
import org.redress.ui.Words;

/**
 * A claim in one line: what was ordered and what came instead.
 *
 * @param ordered null where nothing of the order is affected
 */
public record Swap(@Nullable String ordered, String came, int more) {
    public static Swap of(Claim claim, Names names, Words words) {
        var lines = claim.filing().lines();
        if (lines.isEmpty()) {
            return new Swap(null, words.say("desk.swap.unsaid"), 0);
        }
        var first = lines.getFirst();
        var sku = first.sku();
        return new Swap(sku == null ? null : names.of(sku), came(first, names, words), lines.size() - 1);
    }

    private static String came(Filing.Line line, Names names, Words words) {
        var received = line.received();
        if (received == null || line.problem() == Problem.MISSING_ITEM) {
            return words.say("claims.problem", line.problem());
        }
        return Optional.ofNullable(received.sku())
                .filter(sku -> !sku.equals(line.sku()))
                .map(names::of)
                .or(() -> Optional.ofNullable(received.description()))
                .orElseGet(() -> words.say("claims.problem", line.problem()));
    }
}
