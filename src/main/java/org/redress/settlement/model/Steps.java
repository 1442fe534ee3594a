package org.redress.settlement.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Money;
import org.redress.orders.Order;
import org.redress.remedy.Remedy;
import org.redress.remedy.RemedyPlan;
import org.redress.settlement.Trouble;
import org.redress.settlement.Work;

/**
 * Makes the steps of an agreed plan. Money goes back by the payments it came by, the largest first, each at most what
 * is left of it; compensation too, since no plan moves more than was paid.
 */
public final class Steps {
    private final Order order;
    private final List<Remedy.Goods> came;
    private final List<Purse> purses;
    private final List<String> avoid;
    private final Work.Guard guard;
    private final List<Draft> drafts = new ArrayList<>();

    private Steps(
            Order order,
            Collection<Work.Refund> earlier,
            List<Remedy.Goods> came,
            List<String> avoid,
            Work.Guard guard) {
        this.order = order;
        this.guard = guard;
        this.avoid = avoid;
        this.came = came;
        this.purses = purses(order, earlier);
    }

    /**
     * @param positions the remedies of the plan that are still owed
     * @param earlier refunds of this order that have been staged before, for any claim
     * @param came what the claim says came instead, for an exchange that does not name it
     * @param avoid slots and lots that may hold the mistake
     * @param guard of what is sent
     */
    public static List<Draft> of(
            RemedyPlan plan,
            Collection<Integer> positions,
            Order order,
            Collection<Work.Refund> earlier,
            List<Remedy.Goods> came,
            List<String> avoid,
            Work.Guard guard) {
        var steps = new Steps(order, earlier, came, avoid, guard);
        for (int position : positions.stream().sorted().toList()) {
            steps.add(position, plan.remedies().get(position), plan);
        }
        return List.copyOf(steps.drafts);
    }

    /** Where we do not know the order any more nothing can be asked of anybody. */
    public static List<Draft> withoutOrder(
            RemedyPlan plan, Collection<Integer> positions, @Nullable String orderNumber) {
        var work = new Work.Impossible(orderNumber == null ? "" : orderNumber, Trouble.Kind.ORDER_UNKNOWN);
        return positions.stream()
                .sorted()
                .map(position ->
                        new Draft(position, 0, plan.remedies().get(position).kind(), work))
                .toList();
    }

    private void add(int position, Remedy remedy, RemedyPlan plan) {
        switch (remedy.kind()) {
            case REFUND, PARTIAL_REFUND -> payBack(position, remedy);
            case COMPENSATION -> {
                if (remedy.paysBack()) {
                    payBack(position, remedy);
                } else {
                    add(position, 0, remedy.kind(), voucher(remedy));
                }
            }
            case RESHIP -> add(position, 0, remedy.kind(), reshipment(remedy));
            case EXCHANGE -> {
                add(position, 0, remedy.kind(), reshipment(remedy));
                if (!plan.has(Remedy.Kind.RETURN_LABEL)) {
                    add(position, 1, Remedy.Kind.RETURN_LABEL, label(came));
                }
            }
            case RETURN_LABEL -> add(position, 0, remedy.kind(), back(remedy));
            case KEEP_ITEM -> {}
        }
    }

    private void payBack(int position, Remedy remedy) {
        var rest = Optional.ofNullable(remedy.amount()).orElse(Money.zero(order.currency()));
        int part = 0;
        for (var purse : purses) {
            var amount = purse.take(rest);
            if (amount.isPositive()) {
                add(position, part++, remedy.kind(), new Work.Refund(order.orderNumber(), purse.payment, amount));
                rest = rest.minus(amount);
            }
        }
        if (rest.isPositive()) {
            var work = new Work.Impossible(order.orderNumber(), Trouble.Kind.NOT_ENOUGH_LEFT);
            add(position, part, remedy.kind(), work);
        }
    }

    private Work reshipment(Remedy remedy) {
        return new Work.Reshipment(order.orderNumber(), remedy.goods(), order.shipTo(), avoid, guard);
    }

    private Work voucher(Remedy remedy) {
        var amount = Optional.ofNullable(remedy.amount()).orElse(Money.zero(order.currency()));
        return new Work.Voucher(order.orderNumber(), amount, order.shop());
    }

    private Work back(Remedy remedy) {
        return remedy.means() == Remedy.Means.PICK_UP
                ? new Work.Pickup(order.orderNumber(), remedy.goods(), order.shipTo())
                : label(remedy.goods());
    }

    private Work label(List<Remedy.Goods> goods) {
        return new Work.ReturnLabel(order.orderNumber(), goods, order.shipTo());
    }

    private void add(int position, int part, Remedy.Kind kind, Work work) {
        drafts.add(new Draft(position, part, kind, work));
    }

    /** One payment and what is left of it. */
    private static final class Purse {
        private final Work.@Nullable Source payment;
        private Money left;

        Purse(Work.@Nullable Source payment, Money left) {
            this.payment = payment;
            this.left = left;
        }

        Money take(Money wanted) {
            var taken = wanted.compareTo(left) > 0 ? left : wanted;
            if (!taken.isPositive()) {
                return Money.zero(left.currency());
            }
            left = left.minus(taken);
            return taken;
        }
    }

    /**
     * Whether a refund still fits into what its payment brought in, beside what has gone back by it or may have.
     *
     * @param asked the other refunds of the order that were ever asked for and not refused
     */
    public static boolean fits(Order order, Collection<Work.Refund> asked, Work.Refund refund) {
        return purses(order, asked).stream()
                .filter(purse -> Objects.equals(purse.payment, refund.payment()))
                .anyMatch(purse -> purse.left.compareTo(refund.amount()) >= 0);
    }

    private static List<Purse> purses(Order order, Collection<Work.Refund> earlier) {
        var taken = new HashMap<Optional<Work.Source>, Money>();
        for (var refund : earlier) {
            taken.merge(Optional.ofNullable(refund.payment()), refund.amount(), Money::plus);
        }
        if (order.payments().isEmpty()) {
            return List.of(purse(null, order.paid(), taken));
        }
        var paid = new HashMap<Work.Source, Money>();
        for (var payment : order.payments()) {
            paid.merge(new Work.Source(payment.provider(), payment.reference()), payment.amount(), Money::plus);
        }
        return paid.entrySet().stream()
                .sorted(Map.Entry.<Work.Source, Money>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry::getKey, Comparator.comparing(Work.Source::reference)))
                .map(entry -> purse(entry.getKey(), entry.getValue(), taken))
                .toList();
    }

    private static Purse purse(Work.@Nullable Source payment, Money paid, Map<Optional<Work.Source>, Money> taken) {
        var before = taken.getOrDefault(Optional.ofNullable(payment), Money.zero(paid.currency()));
        return new Purse(payment, paid.minus(before));
    }
}
