package org.redress.remedy.model;

import java.util.List;
import java.util.stream.Stream;
import org.redress.kernel.Money;
import org.redress.remedy.Cost;
import org.redress.remedy.Figures;
import org.redress.remedy.Remedy;
import org.redress.remedy.RemedyCase;
import org.redress.remedy.RemedyCase.Affected;
import org.redress.remedy.RemedyPlan;

/**
 * What a plan costs us: money, the goods sent at cost, one parcel of freight and handling each way, and what came at
 * cost less what of it comes back.
 */
final class PlanCost {
    private final RemedyCase remedyCase;
    private final Tables tables;
    private final Figures figures;

    PlanCost(RemedyCase remedyCase, Tables tables) {
        this.remedyCase = remedyCase;
        this.tables = tables;
        this.figures = tables.figures();
    }

    Cost of(RemedyPlan plan) {
        var currency = remedyCase.currency();
        var sent = sent(plan);
        var takenBack = plan.has(Remedy.Kind.RETURN_LABEL) || plan.has(Remedy.Kind.EXCHANGE);
        var held = remedyCase.affected().stream()
                .flatMap(affected -> Held.of(affected, takenBack).stream())
                .toList();
        var back =
                takenBack ? held.stream().filter(each -> isReturned(each, plan)).toList() : List.<Held>of();
        var grams = back.stream().mapToLong(each -> each.grams(figures)).sum();
        var there = plan.sendsGoods() ? Freight.of(tables, currency, sent.grams()) : Freight.none(currency);
        var here = takenBack ? Freight.of(tables, currency, grams) : Freight.none(currency);
        return new Cost(
                plan.money(currency).plus(plan.vouchers(currency)),
                sent.goods(),
                there.carriage(),
                here.carriage(),
                there.handling().plus(here.handling()),
                sum(held.stream().map(each -> each.cost(figures)))
                        .minus(sum(back.stream().map(each -> each.resale(figures)))));
    }

    private record Load(Money goods, long grams) {}

    private Load sent(RemedyPlan plan) {
        var goods = zero();
        long grams = 0;
        if (plan.sendsGoods()) {
            for (var affected : remedyCase.affected()) {
                var units = Math.min(affected.unitsLeft(), affected.sku() == null ? 0 : plan.sent(affected.sku()));
                goods = goods.plus(unitCost(affected, units));
                var unitGrams = affected.weightGrams() == null ? figures.usualGrams() : affected.weightGrams();
                grams += units * unitGrams;
            }
        }
        return new Load(goods, grams);
    }

    private Money unitCost(Affected affected, long units) {
        if (affected.unitCost() != null) {
            return affected.unitCost().times(units);
        }
        return units == 0
                ? zero()
                : affected.paid().share(units, affected.units()).share(figures.goodsCostPercent(), 100);
    }

    /** A label that names nothing is for everything that is not expressly kept. */
    private static boolean isReturned(Held held, RemedyPlan plan) {
        var labelled = named(plan, Remedy.Kind.RETURN_LABEL);
        var kept = named(plan, Remedy.Kind.KEEP_ITEM);
        var everything = labelled.isEmpty() || held.came().sku() == null;
        return everything
                ? kept.stream()
                        .noneMatch(goods -> goods.sku().equals(held.came().sku()))
                : labelled.stream()
                        .anyMatch(goods -> goods.sku().equals(held.came().sku()));
    }

    private static List<Remedy.Goods> named(RemedyPlan plan, Remedy.Kind kind) {
        return plan.remedies().stream()
                .filter(remedy -> remedy.kind() == kind)
                .flatMap(remedy -> remedy.goods().stream())
                .toList();
    }

    private Money sum(Stream<Money> amounts) {
        return amounts.reduce(zero(), Money::plus);
    }

    private Money zero() {
        return Money.zero(remedyCase.currency());
    }
}
