package org.redress.remedy.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Demand;
import org.redress.kernel.Money;
import org.redress.kernel.Sku;
import org.redress.remedy.PolicySet.Answer;
import org.redress.remedy.Remedy;
import org.redress.remedy.RemedyCase;
import org.redress.remedy.RemedyCase.Affected;
import org.redress.remedy.RemedyPlan;
import org.redress.remedy.Rule;
import org.redress.remedy.model.Tables.Share;
import org.redress.remedy.model.Tables.Way;

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

    private static final Rule WHOLE_ORDER = Rule.shipped("shipping-back", "CRD 13; CRA 2015 s20; 消法 24");
    private static final Rule AS_ASKED = Rule.shipped("returned-as-asked", "house policy");

    private final RemedyCase remedyCase;
    private final Tables tables;
    private final Way wanted;
    private final Back back;
    private final Map<Remedy.Kind, Map<Sku, Integer>> goods = new LinkedHashMap<>();
    private final Set<Remedy.Kind> unnamed = new LinkedHashSet<>();
    private final Set<Rule> rules = new LinkedHashSet<>();
    private Money refund;
    private Money reduction;
    private Money compensation;
    private Money voucher;
    private boolean pickUp = true;

    private PlanMaker(RemedyCase remedyCase, Tables tables, Way wanted, Back back) {
        this.remedyCase = remedyCase;
        this.tables = tables;
        this.wanted = wanted;
        this.back = back;
        var zero = Money.zero(remedyCase.currency());
        this.refund = zero;
        this.reduction = zero;
        this.compensation = zero;
        this.voucher = zero;
    }

    static Draft draft(RemedyCase remedyCase, Tables tables, Way wanted, Back back) {
        var maker = new PlanMaker(remedyCase, tables, wanted, back);
        remedyCase.affected().forEach(maker::add);
        maker.goodwill();
        return maker.finish();
    }

    private void add(Affected affected) {
        var row = way(affected);
        var left = affected.unitsLeft();
        var moneyBack = row != null && row.value() == Way.MONEY_BACK;
        var held = Held.of(affected, moneyBack);
        if (row != null && left > 0) {
            rules.add(row.rule());
            switch (row.value()) {
                case RIGHT_GOODS -> send(affected, left, held.stream().anyMatch(this::goesBack));
                case MONEY_BACK -> refund(affected, left);
                case PRICE_REDUCTION -> {
                    var share = tables.amount(Way.PRICE_REDUCTION, affected.problem());
                    reduction = reduction.plus(of(share.value(), affected.paidForRest(left)));
                }
                case COMPENSATION -> {
                    var share = tables.amount(Way.COMPENSATION, affected.problem());
                    give(share.value(), affected.paidForRest(left));
                }
            }
        }
        held.forEach(this::dispose);
    }

    /** The row for this problem and way, else the problem's first; null where nothing is owed for it. */
    private @Nullable Answer<Way> way(Affected affected) {
        var rows = tables.ways(affected.problem(), remedyCase.demand());
        return rows.stream()
                .filter(row -> row.value() == wanted)
                .findFirst()
                .orElseGet(() -> rows.isEmpty() ? null : rows.getFirst());
    }

    /** What is given on top for the wait and the trouble, once for the claim. */
    private void goodwill() {
        var paid = remedyCase.affected().stream()
                .map(affected -> affected.paidForRest(affected.unitsLeft()))
                .reduce(Money.zero(remedyCase.currency()), Money::plus);
        var answer = tables.goodwill(remedyCase.circumstances());
        if (!answer.value().isNothing() && paid.isPositive()) {
            rules.add(answer.rule());
            give(answer.value(), paid);
        }
    }

    private void give(Share share, Money paid) {
        if (share.voucher()) {
            voucher = voucher.plus(of(share, paid));
        } else {
            compensation = compensation.plus(of(share, paid));
        }
    }

    private Money of(Share share, Money paid) {
        return paid.share(share.percent(), 100).plus(tables.figures().in(paid.currency(), share.fixed()));
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

    private boolean goesBack(Held held) {
        return switch (back) {
            case ALL -> true;
            case NONE -> false;
            case AS_RULED -> held.ruled(tables).value().goesBack();
        };
    }

    private void dispose(Held held) {
        var ruled = held.ruled(tables);
        var goesBack = goesBack(held);
        rules.add(goesBack == ruled.value().goesBack() ? ruled.rule() : AS_ASKED);
        pickUp &= !goesBack || ruled.value() == Tables.Back.PICK_UP;
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
            rules.add(WHOLE_ORDER);
        }
        var remedies = new ArrayList<Remedy>();
        ship(remedies, Remedy.Kind.RESHIP);
        ship(remedies, Remedy.Kind.EXCHANGE);
        var left = pay(remedies, Remedy.Kind.REFUND, refund, remedyCase.left());
        left = pay(remedies, Remedy.Kind.PARTIAL_REFUND, reduction, left);
        pay(remedies, Remedy.Kind.COMPENSATION, compensation, left);
        if (voucher.isPositive()) {
            remedies.add(new Remedy(Remedy.Kind.COMPENSATION, voucher, List.of(), Remedy.Means.VOUCHER));
        }
        ship(remedies, Remedy.Kind.RETURN_LABEL);
        ship(remedies, Remedy.Kind.KEEP_ITEM);
        return new Draft(new RemedyPlan(remedies), List.copyOf(rules));
    }

    private boolean isAllRefunded() {
        return !goods.containsKey(Remedy.Kind.RESHIP) && !goods.containsKey(Remedy.Kind.EXCHANGE);
    }

    private void ship(List<Remedy> remedies, Remedy.Kind kind) {
        if (goods.containsKey(kind) || unnamed.contains(kind)) {
            var collected = kind == Remedy.Kind.RETURN_LABEL && pickUp;
            remedies.add(new Remedy(kind, null, listed(kind), collected ? Remedy.Means.PICK_UP : null));
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
