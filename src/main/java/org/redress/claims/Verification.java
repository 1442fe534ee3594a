package org.redress.claims;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.evidence.EvidenceKind;
import org.redress.kernel.Phrase;

/** What the recorded facts say about a claim (contract.md, {@code /verification}). Unknown is not false. */
public record Verification(
        Verdict verdict, List<Discrepancy> discrepancies, List<Check> checks, List<EvidenceKind> missingEvidence) {
    /**
     * One article: what was ordered and what is known at each later station, in units; null is not known.
     *
     * @param sku null where what came is known by barcode or words only
     * @param name how people call it
     * @param source what the received count rests on
     * @param confidence 0 to 1
     */
    public record Discrepancy(
            @Nullable String sku,
            String name,
            @Nullable Integer ordered,
            @Nullable Integer picked,
            @Nullable Integer packed,
            @Nullable Integer shipped,
            @Nullable Integer received,
            Source source,
            double confidence) {
        public boolean differs() {
            return received != null && !received.equals(ordered);
        }
    }

    public enum Source {
        ORDER,
        STATEMENT,
        PHOTO
    }

    public record Check(Code code, Outcome outcome, Phrase explanation) {}

    public enum Outcome {
        PASS,
        FAIL,
        UNKNOWN
    }

    public enum Code {
        ORDER_KNOWN,
        ORDER_IS_CUSTOMERS,
        ARTICLE_ON_ORDER,
        RECEIVED_DIFFERS,
        PHOTO_BARCODE,
        PACKING_SLIP,
        PHOTO_TIME,
        QUANTITY_LEFT
    }
}
