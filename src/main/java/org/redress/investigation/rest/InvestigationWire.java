package org.redress.investigation.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.claims.CauseCode;
import org.redress.investigation.AtRisk;
import org.redress.investigation.Control;
import org.redress.investigation.Investigation;
import org.redress.investigation.Investigation.Counterpart.Kind;
import org.redress.investigation.Investigation.Status;
import org.redress.investigation.Mechanism;
import org.redress.investigation.NextEvidence;
import org.redress.investigation.Stage;
import org.redress.ui.Words;

/** {@code GET /claims/{id}/investigation} (contract.md). */
@JsonInclude(JsonInclude.Include.ALWAYS)
record InvestigationWire(
        Status status,
        List<StageWire> stages,
        List<MechanismWire> mechanisms,
        List<ObservationWire> observations,
        List<EvidenceWire> nextEvidence,
        @Nullable CounterpartWire counterpart,
        List<Control> escape,
        AtRiskWire atRisk,
        AvoidWire avoid) {

    record StageWire(Stage stage, double probability) {}

    record MechanismWire(Mechanism code, List<String> seedCodes, double probability) {}

    /** @param decibans by mechanism, by how much it speaks for it rather than for the background */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record ObservationWire(String code, @Nullable Boolean present, Map<Mechanism, Double> decibans, String fact) {}

    record EvidenceWire(NextEvidence what, double expectedGain, double cost) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record CounterpartWire(
            @Nullable String claim, String orderNumber, String trackingNumber, Kind kind, double confidence) {}

    /** @param details of each order whether it has left, whether a claim has been filed, how probable it is, and why */
    record AtRiskWire(int count, List<String> orders, List<RiskWire> details) {
        static AtRiskWire of(Investigation found, Words words) {
            return new AtRiskWire(
                    found.atRisk().size(),
                    found.atRisk().stream().map(AtRisk::orderNumber).toList(),
                    found.atRisk().stream()
                            .map(each -> new RiskWire(
                                    each.orderNumber(),
                                    each.shipped(),
                                    each.claimed(),
                                    rounded(each.probability()),
                                    words.say(each.reason())))
                            .toList());
        }
    }

    record RiskWire(String orderNumber, boolean shipped, boolean claimed, double probability, String reason) {}

    record AvoidWire(List<String> slots, List<String> lots) {}

    static InvestigationWire of(Investigation found, Words words) {
        var counterpart = found.counterpart();
        return new InvestigationWire(
                found.status(),
                found.stages().stream()
                        .map(each -> new StageWire(each.stage(), each.probability()))
                        .toList(),
                found.mechanisms().stream()
                        .map(each -> new MechanismWire(
                                each.mechanism(),
                                each.mechanism().causes().stream()
                                        .map(CauseCode::code)
                                        .toList(),
                                each.probability()))
                        .toList(),
                found.facts().stream()
                        .map(fact -> new ObservationWire(
                                fact.clue().code(),
                                fact.present(),
                                rounded(fact.decibans()),
                                words.say(fact.sentence())))
                        .toList(),
                found.nextEvidence().stream()
                        .map(each -> new EvidenceWire(each.what(), rounded(each.expectedGain()), each.cost()))
                        .toList(),
                counterpart == null
                        ? null
                        : new CounterpartWire(
                                counterpart.claim(),
                                counterpart.orderNumber(),
                                counterpart.trackingNumber(),
                                counterpart.kind(),
                                counterpart.confidence()),
                found.escape().stream().sorted().toList(),
                AtRiskWire.of(found, words),
                new AvoidWire(
                        found.avoid().slots().stream().sorted().toList(),
                        found.avoid().lots().stream().sorted().toList()));
    }

    private static Map<Mechanism, Double> rounded(Map<Mechanism, Double> decibans) {
        var rounded = new LinkedHashMap<Mechanism, Double>();
        decibans.forEach((mechanism, value) -> rounded.put(mechanism, rounded(value)));
        return rounded;
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
