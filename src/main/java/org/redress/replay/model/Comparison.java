package org.redress.replay.model;

import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Decision;
import org.redress.kernel.Money;
import org.redress.remedy.Figures;
import org.redress.remedy.PolicySet;
import org.redress.remedy.Remedy;
import org.redress.remedy.RemedyPlan;
import org.redress.remedy.Rule;
import org.redress.remedy.Ruling;
import org.redress.replay.Change;
import org.redress.replay.Tally;

/**
 * One claim under the rules of its day and under others, on the same frozen facts.
 *
 * @param change null where it comes out the same
 * @param tally of this one claim
 */
public record Comparison(@Nullable Change change, Decision decision, Tally tally) {
    /** To take a parcel in, or be at home for the carrier. */
    private static final int EFFORT_OF_PARCEL = 1;

    /** To pack and bring something away. */
    private static final int EFFORT_OF_SENDING = 2;

    /**
     * @param cap of the instant lane as the merchant has it today, for both sides; null where the lane is off, so that
     *     nothing is offered at once
     */
    public static Comparison of(Decision decision, PolicySet tried, @Nullable Money cap) {
        var before = decision.ruled();
        var after = Ruling.of(
                tried,
                decision.remedyCase(),
                decision.verdict().name(),
                decision.severity().name(),
                decision.channel().name());
        return of(decision, before, after, tried.area().currency(), cap);
    }

    static Comparison of(Decision decision, Ruling before, Ruling after, Currency currency, @Nullable Money cap) {
        boolean onceBefore = atOnce(decision, before, cap);
        boolean onceAfter = atOnce(decision, after, cap);
        var wasHours = before.hours(onceBefore);
        var isHours = after.hours(onceAfter);
        boolean same = before.plan().equals(after.plan())
                && before.cost().equals(after.cost())
                && before.approval() == after.approval()
                && onceBefore == onceAfter
                && before.granted() == after.granted()
                && wasHours == isHours;
        var effect = same ? null : effect(before, after, wasHours, isHours);
        var change = effect == null
                ? null
                : new Change(
                        0,
                        decision.claim(),
                        decision.number(),
                        decision.filedAt(),
                        effect,
                        side(before, after, wasHours, onceBefore),
                        side(after, before, isHours, onceAfter));
        boolean contestedGranted = decision.contested() && before.granted();
        var tally = new Tally(
                Tally.Dimension.ALL,
                "",
                1,
                same ? 0 : 1,
                effect == Change.Effect.BETTER ? 1 : 0,
                effect == Change.Effect.WORSE ? 1 : 0,
                decision.contested() ? 1 : 0,
                contestedGranted ? 1 : 0,
                counted(before, wasHours, onceBefore, currency),
                counted(after, isHours, onceAfter, currency));
        return new Comparison(change, decision, tally);
    }

    private static boolean atOnce(Decision decision, Ruling ruling, @Nullable Money cap) {
        return cap != null
                && decision.clear()
                && ruling.atOnce()
                && ruling.cost().compareTo(Figures.like(cap, ruling.cost().currency())) <= 0;
    }

    /** More comes first, then getting one's wish, then less effort, then sooner. */
    private static Change.Effect effect(Ruling before, Ruling after, int wasHours, int isHours) {
        int order = after.worth().compareTo(before.worth());
        if (order == 0) {
            order = Boolean.compare(after.granted(), before.granted());
        }
        if (order == 0) {
            order = Integer.compare(effort(before.plan()), effort(after.plan()));
        }
        if (order == 0) {
            order = Integer.compare(wasHours, isHours);
        }
        return order > 0 ? Change.Effect.BETTER : order < 0 ? Change.Effect.WORSE : Change.Effect.NEITHER;
    }

    private static int effort(RemedyPlan plan) {
        int effort = plan.sendsGoods() ? EFFORT_OF_PARCEL : 0;
        return plan.has(Remedy.Kind.RETURN_LABEL) || plan.has(Remedy.Kind.EXCHANGE)
                ? effort + (plan.isPickedUp() ? EFFORT_OF_PARCEL : EFFORT_OF_SENDING)
                : effort;
    }

    private static Change.Side side(Ruling ruling, Ruling other, int hours, boolean atOnce) {
        return new Change.Side(
                ruling.plan(),
                ruling.cost(),
                ruling.worth(),
                hours,
                ruling.approval(),
                atOnce,
                ruling.granted(),
                onlyIn(ruling.rules(), other.rules()));
    }

    private static List<Rule> onlyIn(List<Rule> some, List<Rule> others) {
        return some.stream()
                .filter(rule -> others.stream().noneMatch(rule::isAs))
                .distinct()
                .toList();
    }

    private static Tally.Side counted(Ruling ruling, int hours, boolean atOnce, Currency currency) {
        return new Tally.Side(
                Figures.like(ruling.cost(), currency).minor(),
                Figures.like(ruling.worth(), currency).minor(),
                hours,
                atOnce ? 1 : 0,
                ruling.approval() ? 1 : 0,
                ruling.granted() ? 1 : 0,
                ruling.plan().isNothing() ? 1 : 0);
    }
}
