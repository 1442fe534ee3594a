package org.redress.rehearsal.model.warehouse;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How often things go wrong. With each order the claims that are due by the mix of causes grow; whoever handles goods
 * errs the likelier, the more of a kind are due and not yet on their way. So the mix comes out, however much scanners,
 * eyes and silent customers hide.
 */
final class Mischief {
    private final Parameters parameters;
    private final Plan plan;
    private final Chance chance;
    private final double[] due = new double[Cause.COUNT];
    private final double[] underWay = new double[Cause.COUNT];
    private final List<Affair> affairs = new ArrayList<>();

    Mischief(Parameters parameters, Plan plan, Chance chance) {
        this.parameters = parameters;
        this.plan = plan;
        this.chance = chance;
    }

    void anotherOrder() {
        for (var cause : Cause.values()) {
            due[cause.index()] += parameters.of(Parameter.MISHAPS) * parameters.share(cause);
        }
    }

    /** @param eagerness chance at this opportunity for each claim that is due */
    boolean strikes(Cause cause, double eagerness) {
        double lacking = due[cause.index()] - underWay[cause.index()];
        return lacking > 0 && chance.of(Math.min(0.5, lacking * eagerness));
    }

    /** @param people whom it will touch, as far as can be said */
    Affair begin(Cause cause, long at, Incident.Scope scope, double people) {
        double expected = people * claimsOfOne(cause);
        underWay[cause.index()] += expected;
        var affair = new Affair("%s-I%05d".formatted(plan.prefix(), affairs.size() + 1), cause, at, scope, expected);
        affairs.add(affair);
        return affair;
    }

    private double claimsOfOne(Cause cause) {
        return cause == Cause.FC ? 1 : parameters.of(Parameter.REPORTED);
    }

    /** One whom it touched has complained, or never will. */
    void settle(Affair affair, boolean claimed) {
        int cause = affair.cause().index();
        underWay[cause] -= affair.settle(claimsOfOne(affair.cause()));
        if (claimed) {
            due[cause]--;
        }
    }

    /** It touches nobody any more whom it has not touched yet. */
    void end(Affair affair) {
        underWay[affair.cause().index()] -= affair.settleAllBut(claimsOfOne(affair.cause()));
    }

    List<Incident> incidents() {
        var incidents = new ArrayList<Incident>();
        for (var affair : affairs) {
            @Nullable Incident told = affair.told(plan);
            if (told != null) {
                incidents.add(told);
            }
        }
        return List.copyOf(incidents);
    }
}
