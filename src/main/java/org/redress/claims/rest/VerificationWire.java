package org.redress.claims.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.claims.LegalFlag;
import org.redress.claims.Verdict;
import org.redress.claims.Verification;
import org.redress.evidence.EvidenceKind;
import org.redress.ui.Words;

/** {@code GET /claims/{id}/verification}; null is not known. */
record VerificationWire(
        Verdict verdict,
        List<Row> discrepancies,
        List<Check> checks,
        List<EvidenceKind> missingEvidence,
        double completeness,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Flag> legalFlags) {
    /** @param flags what the law makes of it, or null for whoever speaks for the customer */
    static VerificationWire of(Verification verification, @Nullable List<LegalFlag> flags, Words words) {
        return new VerificationWire(
                verification.verdict(),
                verification.discrepancies().stream().map(Row::of).toList(),
                verification.checks().stream()
                        .map(check -> new Check(check.code(), check.outcome(), words.say(check.explanation())))
                        .toList(),
                verification.missingEvidence(),
                verification.completeness(),
                flags == null
                        ? null
                        : flags.stream().map(flag -> Flag.of(flag, words)).toList());
    }

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Row(
            @Nullable String sku,
            String name,
            @Nullable Integer ordered,
            @Nullable Integer picked,
            @Nullable Integer packed,
            @Nullable Integer shipped,
            @Nullable Integer received,
            Verification.Source source,
            double confidence,
            Verification.Difference difference,
            @Nullable String lookAlikeOf,
            List<Station> stations) {
        static Row of(Verification.Discrepancy row) {
            return new Row(
                    row.sku(),
                    row.name(),
                    row.ordered(),
                    row.picked(),
                    row.packed(),
                    row.shipped(),
                    row.received(),
                    row.source(),
                    row.confidence(),
                    row.difference(),
                    row.lookAlikeOf(),
                    row.stations().stream().map(Station::of).toList());
        }
    }

    /** What one station counted, and when. */
    record Station(
            Verification.Stage stage,
            int units,
            Verification.Source source,
            @Nullable Instant at,
            double confidence) {
        static Station of(Verification.Station station) {
            return new Station(station.stage(), station.units(), station.source(), station.at(), station.confidence());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Flag(
            LegalFlag.Code code,
            LegalFlag.Level level,
            Instant since,
            @Nullable Instant due,
            String sentence,
            String source) {
        static Flag of(LegalFlag flag, Words words) {
            return new Flag(
                    flag.code(),
                    flag.level(),
                    flag.since(),
                    flag.due(),
                    words.say(flag.sentence()),
                    words.say(flag.source()));
        }
    }

    record Check(Verification.Code code, Verification.Outcome outcome, String explanation) {}
}
