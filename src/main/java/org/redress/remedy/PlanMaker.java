package org.redress.remedy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Demand;
import org.redress.kernel.Money;
import org.redress.kernel.Problem;
import org.redress.kernel.Sku;
import org.redress.remedy.RemedyCase.Affected;
import org.redress.remedy.RemedyTable.Disposition;
import org.redress.remedy.RemedyTable.Way;

/** Puts a plan together: one way for all articles, as far as the table has it for their problems. */
final class PlanMaker {
    /** What becomes of the goods that came. */
    enum Back {
        AS_RULED,
        ALL,
        NONE
    }

    /** A plan and the rules that made it. */
    record Draft(RemedyPlan plan, List<Rule> rules) {}

    private static final String WHOLE_ORDER = "shipping-back";
    private static final String AS_ASKED = "returned-as-asked";

    private final RemedyCase remedyCase;
    private final RemedyTable table;
    private final Way wanted;
    private final Back back;
    private final Map<Remedy.Kind, Map<Sku, Integer>> goods = new LinkedHashMap<>();
    private final Set<Remedy.Kind> unnamed = new LinkedHashSet<>();
    private final Set<Rule> rules = new LinkedHashSet<>();
    private Money refund;
    private Money reduction;
    private Money compensation;

    private PlanMaker(RemedyCase remedyCase, RemedyTable table, Way wanted, Back back) {
        this.remedyCase = remedyCase;
        this.table = table;
        this.wanted = wanted;
        this.back = back;
        var zero = Money.zero(remedyCase.currency());
        this.refund = zero;
        this.reduction = zero;
        this.compensation = zero;
    }

    static Draft draft(RemedyCase remedyCase, RemedyTable table, Way wanted, Back back) {
        var maker = new PlanMaker(remedyCase, table, wanted, back);
        remedyCase.affected().forEach(maker::add);
        return maker.finish();
    }

    private void add(Affected affected) {
        var row = table.way(affected.problem(), wanted).orElse(null);
        var left = affected.unitsLeft();
        var moneyBack = row != null && row.way() == Way.MONEY_BACK;
        var held = Held.of(affected, moneyBack);
        if (row != null && left > 0) {
            rules.add(row.rule());
            switch (row.way()) {
                case RIGHT_GOODS -> send(affected, left, held.stream().anyMatch(this::goesBack));
                case MONEY_BACK -> refund(affected, left);
                case PRICE_REDUCTION ->
                    reduction =
                            reduction.plus(share(affected, left, table.figures().priceReductionPercent()));
                case COMPENSATION -> compensation = compensation.plus(share(affected, left, percent(affected)));
            }
        }
        held.forEach(this::dispose);
    }

    /** An article that goes one way while what came goes the other is an exchange. */
    private void send(Affected affected, int units, boolean exchanged) {
        if (affected.sku() == null) {
            refund(affected, units);
            return;
        }
        var asReship = remedyCase.demand() == Demand.RESHIP;
        name(exchanged && !asReship ? Remedy.Kind.EXCHANGE : Remedy.Kind.RESHIP, affected.sku(), units);
    }

    private void refund(Affected affected, int units) {
        refund = refund.plus(affected.paidForRest(units));
        name(Remedy.Kind.REFUND, affected.sku(), units);
    }

    private Money share(Affected affected, int units, int percent) {
        return affected.paidForRest(units).share(percent, 100);
    }

    private int percent(Affected affected) {
        return affected.problem() == Problem.LATE
                ? table.figures().lateCompensationPercent()
                : table.figures().compensationPercent();
    }

    private boolean goesBack(Held held) {
        return switch (back) {
            case ALL -> true;
            case NONE -> false;
            case AS_RULED -> ruled(held).disposition() == Disposition.COLLECT;
        };
    }

    private RemedyTable.CameRow ruled(Held held) {
        return held.disposition(
                table, table.figures().in(remedyCase.currency(), table.figures().keepLimit()));
    }

    private void dispose(Held held) {
        var ruled = ruled(held);
        var goesBack = goesBack(held);
        var followsRule = goesBack == (ruled.disposition() == Disposition.COLLECT);
        rules.add(followsRule ? ruled.rule() : new Rule(AS_ASKED, "house policy"));
        name(
                goesBack ? Remedy.Kind.RETURN_LABEL : Remedy.Kind.KEEP_ITEM,
                held.came().sku(),
                held.came().quantity());
    }

    private void name(Remedy.Kind kind, @Nullable Sku sku, int units) {
        if (sku == null || units == 0) {
            unnamed.add(kind);
        } else {
            goods.computeIfAbsent(kind, _ -> new LinkedHashMap<>()).merge(sku, units, Integer::sum);
        }
    }

    private Draft finish() {
        if (remedyCase.wholeOrder() && goods.containsKey(Remedy.Kind.REFUND) && isAllRefunded()) {
            refund = refund.plus(remedyCase.shipping());
            rules.add(new Rule(WHOLE_ORDER, "CRD 13; CRA 2015 s20; 消法 24"));
        }
        var remedies = new ArrayList<Remedy>();
        ship(remedies, Remedy.Kind.RESHIP);
        ship(remedies, Remedy.Kind.EXCHANGE);
        var left = pay(remedies, Remedy.Kind.REFUND, refund, remedyCase.left());
        left = pay(remedies, Remedy.Kind.PARTIAL_REFUND, reduction, left);
        pay(remedies, Remedy.Kind.COMPENSATION, compensation, left);
        ship(remedies, Remedy.Kind.RETURN_LABEL);
        ship(remedies, Remedy.Kind.KEEP_ITEM);
        return new Draft(new RemedyPlan(remedies), List.copyOf(rules));
    }

    private boolean isAllRefunded() {
        return !goods.containsKey(Remedy.Kind.RESHIP) && !goods.containsKey(Remedy.Kind.EXCHANGE);
    }

    private void ship(List<Remedy> remedies, Remedy.Kind kind) {
        if (goods.containsKey(kind) || unnamed.contains(kind)) {
            remedies.add(new Remedy(kind, null, listed(kind)));
        }
    }

    private Money pay(List<Remedy> remedies, Remedy.Kind kind, Money amount, Money left) {
        var paid = amount.compareTo(left) > 0 ? left : amount;
        if (paid.isPositive()) {
            remedies.add(new Remedy(kind, paid, listed(kind)));
        }
        return left.minus(paid);
    }

    private List<Remedy.Goods> listed(Remedy.Kind kind) {
        return goods.getOrDefault(kind, Map.of()).entrySet().stream()
                .map(entry -> new Remedy.Goods(entry.getKey(), entry.getValue()))
                .toList();
    }
}
