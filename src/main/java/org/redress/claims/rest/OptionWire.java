package org.redress.claims.rest;

import java.util.List;
import org.redress.remedy.RemedyOption;
import org.redress.remedy.Rule;
import org.redress.ui.Amount;
import org.redress.ui.Words;

/** One of {@code GET /claims/{id}/remedy-options}, the least costly first. */
record OptionWire(
        String optionId,
        List<ClaimWire.RemedyWire> remedies,
        Amount costToUs,
        RemedyOption.Effort customerEffort,
        int etaDays,
        boolean approvalNeeded,
        boolean demanded,
        Policy policy,
        String legalFloor) {
    static OptionWire of(RemedyOption option, Words words) {
        return new OptionWire(
                option.optionId(),
                ClaimWire.RemedyWire.of(option.plan()),
                Amount.of(option.costToUs()),
                option.customerEffort(),
                option.etaDays(),
                option.approvalNeeded(),
                option.demanded(),
                Policy.of(option.policy(), words),
                words.say(option.legalFloor()));
    }

    record Policy(String table, String version, List<RuleWire> rules) {
        static Policy of(RemedyOption.Basis basis, Words words) {
            return new Policy(
                    basis.table(),
                    basis.version(),
                    basis.rules().stream().map(rule -> RuleWire.of(rule, words)).toList());
        }
    }

    record RuleWire(String id, String sentence, String source) {
        static RuleWire of(Rule rule, Words words) {
            return new RuleWire(rule.id(), words.say(rule.sentence()), rule.source());
        }
    }
}
