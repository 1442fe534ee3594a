package org.redress.claims.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Severity;
import org.redress.claims.Verdict;
import org.redress.kernel.Money;
import org.redress.remedy.Remedy;
import org.redress.remedy.RemedyCase;
import org.redress.remedy.RemedyChoice;
import org.redress.remedy.RemedyPlan;
import org.redress.remedy.Rule;

/** When two decisions count as made on the same facts, and when they came out the same (domain.md F1). */
public final class SameFacts {
    private static final String REJECTED = "REJECTED";

    private SameFacts() {}

    /** Two claims have the same value where every rule answers the same for both, whatever their exact amounts. */
    public static String facts(RemedyCase known, RemedyChoice choice, Verdict verdict, Severity severity) {
        var affected = known.affected().stream()
                .map(each -> each.problem() + "/" + (each.unitsLeft() > 0) + "/" + (each.sku() == null))
                .sorted()
                .distinct();
        var options = choice.options().stream()
                .map(option -> outcome(known, option.plan()) + "=" + option.approvalNeeded() + "="
                        + option.policy().rules().stream()
                                .map(Rule::id)
                                .sorted()
                                .collect(Collectors.joining(",")))
                .sorted();
        var text = Stream.concat(
                        Stream.of(verdict, severity, known.demand(), known.wholeOrder())
                                .map(String::valueOf),
                        Stream.concat(affected, options))
                .collect(Collectors.joining(" "));
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param plan that was offered, or null where the claim was turned down */
    public static String outcome(RemedyCase known, @Nullable RemedyPlan plan) {
        if (plan == null) {
            return REJECTED;
        }
        var paid = known.affected().stream()
                .map(affected -> affected.paidForRest(affected.unitsLeft()))
                .reduce(Money.zero(known.currency()), Money::plus);
        return plan.remedies().stream()
                .map(remedy -> kind(remedy, paid))
                .sorted()
                .distinct()
                .collect(Collectors.joining("+"));
    }

    private static String kind(Remedy remedy, Money paid) {
        var kind = remedy.means() == null ? remedy.kind().name() : remedy.kind() + "/" + remedy.means();
        var amount = remedy.amount();
        if (amount == null) {
            return kind;
        }
        return kind + ":" + (paid.isPositive() ? Math.round(20.0 * amount.minor() / paid.minor()) * 5 : "x");
    }
}
