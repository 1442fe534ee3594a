package org.redress.remedy.model;

import java.util.Collection;
import java.util.List;
import org.redress.kernel.Phrase;
import org.redress.remedy.RemedyCase;
import org.redress.remedy.RemedyPlan;

/** What can be sent. An article whose stock nobody has reported is not out of stock. */
final class Stocks {
    private Stocks() {}

    static boolean suffice(RemedyCase remedyCase, RemedyPlan plan) {
        return remedyCase.stock().entrySet().stream().allMatch(stock -> plan.sent(stock.getKey()) <= stock.getValue());
    }

    /** Why goods cannot be sent, an article each. */
    static List<Phrase> lacking(RemedyCase remedyCase, Collection<RemedyPlan> plans) {
        return remedyCase.stock().entrySet().stream()
                .filter(stock -> plans.stream().anyMatch(plan -> plan.sent(stock.getKey()) > stock.getValue()))
                .map(stock ->
                        Phrase.of("remedy.wish.out-of-stock", stock.getKey().value(), stock.getValue()))
                .sorted(java.util.Comparator.comparing(Phrase::toString))
                .toList();
    }
}
