package org.redress.claims.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.redress.claims.Severity;
import org.redress.claims.Verdict;
import org.redress.kernel.Demand;
import org.redress.kernel.Money;
import org.redress.kernel.Problem;
import org.redress.kernel.Sku;
import org.redress.remedy.Area;
import org.redress.remedy.Circumstances;
import org.redress.remedy.Remedy;
import org.redress.remedy.RemedyCase;
import org.redress.remedy.RemedyPlan;
import org.redress.remedy.dmn.PolicyFile;

class SameFactsTest {
    private static final Currency GBP = Currency.getInstance("GBP");

    private static RemedyCase wrong(String sku, long paid, long cameValue, Demand demand, Circumstances circumstances) {
        var came = new RemedyCase.Came(new Sku("OTHER"), 1, new Money(cameValue, GBP), 400, false);
        var affected = new RemedyCase.Affected(
                new Sku(sku), Problem.WRONG_ITEM, 1, 0, new Money(paid, GBP), 400, null, List.of(came));
        return new RemedyCase(
                GBP,
                "GB",
                demand,
                List.of(affected),
                new Money(paid, GBP),
                new Money(0, GBP),
                new Money(0, GBP),
                false,
                RemedyPlan.nothing(),
                Map.of(),
                circumstances);
    }

    private static String facts(RemedyCase known) {
        var rules = PolicyFile.shipped(Area.GB);
        return SameFacts.facts(known, rules.options(known), Verdict.CONFIRMED, Severity.NORMAL);
    }

    @Test
    void other_articles_and_other_pennies_are_the_same_facts() {
        var mug = wrong("MUG", 1500, 1500, Demand.REFUND, Circumstances.USUAL);
        var bowl = wrong("BOWL", 1534, 1612, Demand.REFUND, Circumstances.USUAL);
        assertThat(facts(mug)).isEqualTo(facts(bowl));
    }

    @Test
    void another_wish_another_value_across_a_limit_or_a_second_mistake_are_other_facts() {
        var mug = facts(wrong("MUG", 1500, 1500, Demand.REFUND, Circumstances.USUAL));
        assertThat(facts(wrong("MUG", 1500, 1500, Demand.RESHIP, Circumstances.USUAL)))
                .isNotEqualTo(mug);
        assertThat(facts(wrong("MUG", 1500, 300, Demand.REFUND, Circumstances.USUAL)))
                .as("what came is cheap enough to stay")
                .isNotEqualTo(mug);
        assertThat(facts(wrong("MUG", 1500, 1500, Demand.REFUND, new Circumstances(3, 0, "NORMAL", true))))
                .as("goodwill for the second time")
                .isNotEqualTo(mug);
    }

    @Test
    void another_verdict_is_another_fact() {
        var known = wrong("MUG", 1500, 1500, Demand.REFUND, Circumstances.USUAL);
        var choice = PolicyFile.shipped(Area.GB).options(known);
        assertThat(SameFacts.facts(known, choice, Verdict.UNCONFIRMED, Severity.NORMAL))
                .isNotEqualTo(SameFacts.facts(known, choice, Verdict.CONFIRMED, Severity.NORMAL));
    }

    @Test
    void outcomes_are_the_same_to_the_nearest_twentieth_of_what_was_paid() {
        var known = wrong("MUG", 1500, 1500, Demand.COMPENSATION, Circumstances.USUAL);
        assertThat(SameFacts.outcome(known, money(300))).isEqualTo("PARTIAL_REFUND:20");
        assertThat(SameFacts.outcome(known, money(315))).isEqualTo("PARTIAL_REFUND:20");
        assertThat(SameFacts.outcome(known, money(375))).isEqualTo("PARTIAL_REFUND:25");
        assertThat(SameFacts.outcome(known, null)).isEqualTo("REJECTED");
    }

    private static RemedyPlan money(long minor) {
        return new RemedyPlan(List.of(new Remedy(Remedy.Kind.PARTIAL_REFUND, new Money(minor, GBP), List.of())));
    }
}
