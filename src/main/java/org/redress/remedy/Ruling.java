package org.redress.remedy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.redress.kernel.Money;
import org.redress.kernel.Sku;

/**
 * What a set of rules makes of a case where nobody chooses: the customer's wish if it can be had, else the option that
 * costs least.
 *
 * @param version of the rules
 * @param plan empty where the rules allow nothing
 * @param cost what the plan costs us
 * @param worth what the customer has of it: money, vouchers, and the goods sent at the price that was paid for them
 * @param waitHours longest time that the rules' clocks leave us until it is offered
 * @param days from the customer's agreement until they have it
 * @param approval whether somebody else has to look first
 * @param atOnce whether the rules would let a claim without a doubt be offered it without an agent
 * @param granted whether it is what the customer asked for
 * @param rules that made it, the instant lane's among them
 */
public record Ruling(
        String version,
        RemedyPlan plan,
        Money cost,
        Money worth,
        int waitHours,
        int days,
        boolean approval,
        boolean atOnce,
        boolean granted,
        List<Rule> rules) {
    public Ruling {
        rules = List.copyOf(rules);
    }

    /**
     * @param verdict of the verification, and {@code severity}, as the lane's table knows them
     * @param channel the claim came by
     */
    public static Ruling of(PolicySet policy, RemedyCase known, String verdict, String severity, String channel) {
        return of(policy, known, policy.options(known), verdict, severity, channel);
    }

    /** The same where the options are at hand. */
    public static Ruling of(
            PolicySet policy, RemedyCase known, RemedyChoice choice, String verdict, String severity, String channel) {
        var decision = hours(policy, channel, PolicySet.Clock.DECISION);
        return choice.usual()
                .map(option -> {
                    var lane = policy.atOnce(verdict, severity, option.costToUs());
                    var rules = new ArrayList<>(option.policy().rules());
                    rules.add(lane.rule());
                    return new Ruling(
                            policy.version(),
                            option.plan(),
                            option.costToUs(),
                            worth(known, option.plan()),
                            option.approvalNeeded()
                                    ? decision + hours(policy, channel, PolicySet.Clock.APPROVAL)
                                    : decision,
                            option.etaDays(),
                            option.approvalNeeded(),
                            lane.value() && !option.approvalNeeded(),
                            option.demanded(),
                            rules);
                })
                .orElseGet(() -> nothing(policy.version(), known, decision));
    }

    private static int hours(PolicySet policy, String channel, PolicySet.Clock clock) {
        return (int) policy.clock(channel, clock).toHours();
    }

    private static Ruling nothing(String version, RemedyCase known, int decision) {
        var zero = Money.zero(known.currency());
        return new Ruling(version, RemedyPlan.nothing(), zero, zero, decision, 0, false, false, false, List.of());
    }

    private static Money worth(RemedyCase known, RemedyPlan plan) {
        var worth = plan.money(known.currency()).plus(plan.vouchers(known.currency()));
        Map<Sku, Integer> sent = new HashMap<>();
        plan.skus().forEach(sku -> sent.put(sku, (int) plan.sent(sku)));
        for (var affected : known.affected()) {
            var sku = affected.sku();
            if (sku != null) {
                var units = Math.min(affected.unitsLeft(), sent.getOrDefault(sku, 0));
                sent.merge(sku, -units, Integer::sum);
                worth = worth.plus(affected.paidForRest(units));
            }
        }
        return worth;
    }

    /** Longest time until the customer has it, in hours, where they agree at once. */
    public int hours(boolean offeredAtOnce) {
        return (offeredAtOnce ? 0 : waitHours) + days * 24;
    }
}
