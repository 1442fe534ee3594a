package org.redress.claims;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.evidence.EvidenceKind;
import org.redress.kernel.Phrase;

/**
 * What the recorded facts say about a claim (contract.md, {@code /verification}). Unknown is not false.
 *
 * @param missingEvidence the shots that would change the outcome, the most telling first
 * @param completeness how much of the evidence that such a claim needs is there, 0 to 1
 */
public record Verification(
        Verdict verdict,
        List<Discrepancy> discrepancies,
        List<Check> checks,
        List<EvidenceKind> missingEvidence,
        double completeness) {
    /**
     * What scale and scanner say of the goods that were packed says nothing of another parcel under the same label: where our
     * own error is probable nothing is held against the customer (domain.md F1).
     */
    public Verification given(@Nullable Conclusion cause) {
        return verdict == Verdict.CONTRADICTED && cause != null && cause.isOurs()
                ? new Verification(Verdict.UNCONFIRMED, discrepancies, checks, missingEvidence, completeness)
                : this;
    }

    /**
     * One article: what was ordered and what is known at each later station, in units; null is not known.
     *
     * @param sku null where what came is known by barcode or words only
     * @param name how people call it
     * @param source what the received count rests on
     * @param confidence 0 to 1
     * @param difference how what came stands to what was ordered
     * @param lookAlikeOf the ordered article that this one is easily taken for; null where it is none
     * @param stations the recorded counts one by one, in the order of the goods' way
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
            double confidence,
            Difference difference,
            @Nullable String lookAlikeOf,
            List<Station> stations) {
        public @Nullable Integer units(Stage stage) {
            return switch (stage) {
                case ORDERED -> ordered;
                case PICKED -> picked;
                case PACKED -> packed;
                case SHIPPED -> shipped;
                case RECEIVED -> received;
            };
        }

        public boolean differs() {
            return received != null && !received.equals(ordered);
        }
    }

    /** Where an article is counted on its way. */
    public enum Stage {
        ORDERED,
        PICKED,
        PACKED,
        SHIPPED,
        RECEIVED
    }

    /**
     * What one station says.
     *
     * @param at when it was recorded, where that is known
     * @param confidence 0 to 1
     */
    public record Station(
            Stage stage, int units, Source source, @Nullable Instant at, double confidence) {}

    /** How what came of an article stands to what was ordered of it. */
    public enum Difference {
        NONE,
        UNKNOWN,
        MISSING,
        TOO_FEW,
        TOO_MANY,
        /** Never ordered, in place of something ordered that is easily taken for it. */
        WRONG_VARIANT,
        /** Never ordered, in place of something ordered. */
        WRONG_ITEM,
        /** Never ordered, and nothing ordered is lacking. */
        EXTRA
    }

    public enum Source {
        ORDER,
        STATEMENT,
        PHOTO,
        /** A picker's line. */
        PICK,
        /** What was put into the parcel. */
        PACK,
        /** The record of the shipment. */
        SHIPMENT,
        /** Goods that came back were looked at. */
        INSPECTION
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
        OUTER_LABEL,
        WEIGHT,
        WAREHOUSE_RECORD,
        RETURN_INSPECTION,
        CARRIER_RECORD,
        PARCEL_DELIVERED,
        PHOTO_TIME,
        PHOTO_REUSE,
        QUANTITY_LEFT,
        NOT_REMEDIED
    }
}
