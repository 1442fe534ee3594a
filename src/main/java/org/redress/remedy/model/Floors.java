package org.redress.remedy.model;

import org.redress.kernel.Problem;
import org.redress.remedy.PolicySet.Answer;
import org.redress.remedy.RemedyCase;
import org.redress.remedy.Rule;

/** What the customer of a case may insist on: the law's least, or more where the merchant has promised more. */
final class Floors {
    private Floors() {}

    /** The strictest of the problems at hand: lacking goods before delay, delay before having too much. */
    static Tables.Floor of(RemedyCase remedyCase, Tables tables) {
        return tables.floor(gravest(remedyCase), remedyCase.country());
    }

    private static Problem gravest(RemedyCase remedyCase) {
        var problems =
                remedyCase.affected().stream().map(RemedyCase.Affected::problem).toList();
        return problems.stream()
                .filter(Problem::owesGoods)
                .findFirst()
                .or(() -> problems.stream()
                        .filter(problem -> problem == Problem.LATE)
                        .findFirst())
                .or(() -> problems.stream().findFirst())
                .orElse(Problem.WRONG_ITEM);
    }

    /** Within the law's window always; beyond it for as long as the policy says. */
    static boolean isOwed(RemedyCase remedyCase, Tables tables) {
        return remedyCase.circumstances().daysSince() <= of(remedyCase, tables).windowDays()
                || eligibility(remedyCase, tables).value();
    }

    /** Why somebody else has to look at what is given all the same. */
    static Rule outOfTime(RemedyCase remedyCase, Tables tables) {
        return eligibility(remedyCase, tables).rule();
    }

    private static Answer<Boolean> eligibility(RemedyCase remedyCase, Tables tables) {
        return tables.eligibility(
                gravest(remedyCase), remedyCase.circumstances().daysSince());
    }
}
