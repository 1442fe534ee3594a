package org.redress.remedy.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.redress.kernel.Demand;
import org.redress.kernel.Money;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Sku;
import org.redress.remedy.Cost;
import org.redress.remedy.Remedy;
import org.redress.remedy.RemedyCase;
import org.redress.remedy.RemedyCase.Affected;
import org.redress.remedy.RemedyPlan;
import org.redress.remedy.RemedyVerdict;
import org.redress.remedy.Rule;

/** Weighs a plan that somebody put together by hand. */
final class PlanJudge {
    private static final int MOST_REMEDIES = 50;

    private final RemedyCase remedyCase;
    private final Tables tables;
    private final Tables.Floor floor;
    private final boolean owed;
    private final RemedyPlan plan;

    PlanJudge(RemedyCase remedyCase, Tables tables, RemedyPlan plan) {
        this.remedyCase = remedyCase;
        this.tables = tables;
        this.floor = Floors.of(remedyCase, tables);
        this.owed = Floors.isOwed(remedyCase, tables);
        this.plan = plan;
    }

    RemedyVerdict verdict() {
        return malformed()
                .or(this::twiceGiven)
                .or(this::beyondPaid)
                .or(this::belowFloor)
                .orElseGet(this::allowed);
    }

    private Optional<RemedyVerdict> malformed() {
        if (plan.isNothing() || plan.remedies().size() > MOST_REMEDIES) {
            return Optional.of(new RemedyVerdict.Malformed(
                    Refusal.invalid("/remedies", "REMEDY_COUNT", Phrase.of("remedy.refusal.count", MOST_REMEDIES))));
        }
        var faults = new ArrayList<Refusal.Fault>();
        for (int i = 0; i < plan.remedies().size(); i++) {
            faultsOf(plan.remedies().get(i), "/remedies/" + i, faults);
        }
        return faults.isEmpty() ? Optional.empty() : Optional.of(new RemedyVerdict.Malformed(Refusal.invalid(faults)));
    }

    private void faultsOf(Remedy remedy, String at, List<Refusal.Fault> faults) {
        var amount = remedy.amount();
        var moves = remedy.kind().movesMoney();
        if (moves && (amount == null || !amount.isPositive() || amount.minor() > Money.LARGEST)) {
            faults.add(fault(at + "/amount", "REMEDY_AMOUNT_NEEDED", "amount-needed"));
        } else if (moves && !Objects.equals(amount == null ? null : amount.currency(), remedyCase.currency())) {
            faults.add(fault(at + "/amount/currency", "REMEDY_CURRENCY", "currency"));
        } else if (!moves && amount != null) {
            faults.add(fault(at + "/amount", "REMEDY_AMOUNT_UNEXPECTED", "amount-unexpected"));
        }
        if (remedy.means() != null && !remedy.means().fits(remedy.kind())) {
            faults.add(fault(at + "/means", "REMEDY_MEANS", "means"));
        }
        var sends = remedy.kind() == Remedy.Kind.RESHIP || remedy.kind() == Remedy.Kind.EXCHANGE;
        if (sends && remedy.goods().isEmpty()) {
            faults.add(fault(at + "/lines", "REMEDY_GOODS_NEEDED", "goods-needed"));
        }
        for (int i = 0; i < remedy.goods().size(); i++) {
            if (remedy.goods().get(i).quantity() < 1) {
                faults.add(fault(at + "/lines/" + i + "/quantity", "REMEDY_QUANTITY", "quantity"));
            }
        }
    }

    private static Refusal.Fault fault(String pointer, String code, String text) {
        return new Refusal.Fault(pointer, code, Phrase.of("remedy.refusal." + text));
    }

    private Optional<RemedyVerdict> twiceGiven() {
        for (var sku : settledUnits().entrySet()) {
            var entries = entries(sku.getKey());
            var units = entries.stream().mapToLong(Affected::units).sum();
            var left = entries.stream().mapToLong(Affected::unitsLeft).sum();
            if (sku.getValue() > units) {
                var reason =
                        Phrase.of("remedy.refusal.not-in-claim", sku.getKey().value(), units);
                return Optional.of(new RemedyVerdict.TwiceGiven(invalid("REMEDY_NOT_IN_CLAIM", "/remedies", reason)));
            }
            if (sku.getValue() > left) {
                var reason =
                        Phrase.of("remedy.refusal.given-already", sku.getKey().value(), left);
                return Optional.of(new RemedyVerdict.TwiceGiven(Refusal.conflict("REMEDY_GIVEN_ALREADY", reason)));
            }
        }
        return Optional.empty();
    }

    /** Units that the plan settles: sent or refunded in full, not both. */
    private Map<Sku, Long> settledUnits() {
        var settled = new LinkedHashMap<Sku, Long>();
        for (var remedy : plan.remedies()) {
            switch (remedy.kind()) {
                case RESHIP, EXCHANGE, REFUND ->
                    remedy.goods().forEach(goods -> settled.merge(goods.sku(), (long) goods.quantity(), Long::sum));
                case PARTIAL_REFUND, RETURN_LABEL, KEEP_ITEM, COMPENSATION -> {}
            }
        }
        return settled;
    }

    private List<Affected> entries(Sku sku) {
        return remedyCase.affected().stream()
                .filter(affected -> sku.equals(affected.sku()))
                .toList();
    }

    private Optional<RemedyVerdict> beyondPaid() {
        var money = plan.money(remedyCase.currency());
        if (money.compareTo(remedyCase.left()) <= 0) {
            return Optional.empty();
        }
        var reason = remedyCase.given().isPositive()
                ? Phrase.of("remedy.refusal.above-left", money, remedyCase.paid(), remedyCase.left())
                : Phrase.of("remedy.refusal.above-paid", money, remedyCase.paid());
        return Optional.of(new RemedyVerdict.BeyondPaid(invalid("REMEDY_ABOVE_PAID", "/remedies", reason)));
    }

    private static Refusal invalid(String code, String pointer, Phrase reason) {
        return new Refusal(Refusal.Kind.INVALID, code, reason, List.of(new Refusal.Fault(pointer, code, reason)));
    }

    private Optional<RemedyVerdict> belowFloor() {
        var least = owedMoney();
        var back = plan.refunds(remedyCase.currency());
        var isFair = back.compareTo(least) >= 0 && (givesSomething() || nothingOwed());
        if (!owed || isFair || isTheirOwnWish()) {
            return Optional.empty();
        }
        var reason = Phrase.of("remedy.refusal.below-floor", least, floor.sentence());
        return Optional.of(new RemedyVerdict.BelowFloor(Refusal.conflict("REMEDY_BELOW_FLOOR", reason)));
    }

    /** What was paid for the units that this plan does not replace, as far as that money is still with us. */
    private Money owedMoney() {
        var sent = new LinkedHashMap<Sku, Long>();
        var owed = Money.zero(remedyCase.currency());
        for (var affected : remedyCase.affected()) {
            if (affected.problem().owesGoods()) {
                owed = owed.plus(affected.paidForRest(affected.unitsLeft() - replaced(affected, sent)));
            }
        }
        owed = owed.share(floor.moneyPercent(), 100);
        return owed.compareTo(remedyCase.left()) > 0 ? remedyCase.left() : owed;
    }

    private int replaced(Affected affected, Map<Sku, Long> counted) {
        var sku = affected.sku();
        if (sku == null) {
            return 0;
        }
        var before = counted.getOrDefault(sku, 0L);
        var replaced = Math.min(affected.unitsLeft(), plan.sent(sku) - before);
        counted.put(sku, before + replaced);
        return (int) replaced;
    }

    /** Goods for which nothing is left to refund are not made right by leaving things as they are. */
    private boolean givesSomething() {
        return plan.sendsGoods() || plan.refunds(remedyCase.currency()).isPositive();
    }

    private boolean nothingOwed() {
        return remedyCase.affected().stream()
                .noneMatch(affected -> affected.problem().owesGoods() && affected.unitsLeft() > 0);
    }

    /** Nothing less is imposed on anybody; but who asks for money and keeps the goods may have it so. */
    private boolean isTheirOwnWish() {
        var currency = remedyCase.currency();
        var money = plan.money(currency);
        var asked = remedyCase.asked();
        var isExact = asked.remedies().stream()
                .filter(remedy -> remedy.kind().movesMoney())
                .allMatch(remedy ->
                        remedy.amount() != null && remedy.amount().currency().equals(currency));
        var givesAllAsked = !asked.isNothing()
                && isExact
                && money.compareTo(asked.money(currency)) >= 0
                && asked.remedies().stream()
                        .filter(remedy -> !remedy.kind().movesMoney())
                        .allMatch(plan.remedies()::contains);
        return givesAllAsked || (remedyCase.demand() == Demand.COMPENSATION && money.isPositive());
    }

    private RemedyVerdict allowed() {
        var cost = new PlanCost(remedyCase, tables).of(plan);
        var approvals = approvals(cost);
        var sentence = owed ? floor.sentence() : Phrase.of("remedy.floor.out-of-time");
        return new RemedyVerdict.Allowed(cost, !approvals.isEmpty(), approvals, sentence);
    }

    private List<Rule> approvals(Cost cost) {
        var currency = remedyCase.currency();
        var figures = tables.figures();
        var rules = new ArrayList<Rule>();
        if (!owed) {
            rules.add(Floors.outOfTime(remedyCase, tables));
        }
        var compensation = plan.compensation(currency);
        rules.addAll(tables.approvals(
                figures.measured(cost.total()),
                figures.measured(compensation),
                plan.refunds(currency).compareTo(dueMoney()) > 0));
        return List.copyOf(rules);
    }

    /** All that a refund could rightly hold: the units that are not replaced, and the shipping fee. */
    private Money dueMoney() {
        var counted = new LinkedHashMap<Sku, Long>();
        var due = remedyCase.shipping();
        for (var affected : remedyCase.affected()) {
            due = due.plus(affected.paidForRest(affected.unitsLeft() - replaced(affected, counted)));
        }
        return due;
    }
}
