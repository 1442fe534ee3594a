package org.redress.remedy.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.redress.remedy.RemedyCase;
import org.redress.remedy.RemedyChoice;
import org.redress.remedy.RemedyPlan;

/** What can be sent. An article whose stock nobody has reported is not out of stock. */
final class Stocks {
    private Stocks() {}

    static boolean suffice(RemedyCase remedyCase, RemedyPlan plan) {
        return remedyCase.stock().entrySet().stream().allMatch(stock -> plan.sent(stock.getKey()) <= stock.getValue());
    }

    /** The articles that keep a plan from being carried out. */
    static List<RemedyChoice.Lacking> lacking(RemedyCase remedyCase, Collection<RemedyPlan> plans) {
        return remedyCase.stock().entrySet().stream()
                .filter(stock -> plans.stream().anyMatch(plan -> plan.sent(stock.getKey()) > stock.getValue()))
                .map(stock -> new RemedyChoice.Lacking(stock.getKey(), stock.getValue()))
                .sorted(Comparator.comparing(lacking -> lacking.sku().value()))
                .toList();
    }
}
