package org.redress.rehearsal.model.warehouse;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Filing;
import org.redress.evidence.EvidenceItem;
import org.redress.evidence.EvidenceKind;
import org.redress.kernel.Sku;
import org.redress.traces.TraceEvent;

/**
 * What one customer says and shows, and what is found when somebody looks.
 *
 * @param number names it within all seasons; events on returned goods name it as {@code rma}
 * @param filing without evidence: what its photographs show stands in the shots
 * @param recounts of the slots of what was ordered and of what came, some hours later; empty where neither lies on a shelf
 * @param inspection of the goods that came back; null where nothing did
 */
public record Appeal(
        String number,
        Instant at,
        Filing filing,
        List<Shot> shots,
        List<TraceEvent> recounts,
        @Nullable TraceEvent inspection,
        Truth truth) {
    /**
     * A photograph.
     *
     * @param barcodes as they are read; none where none is there, or none that reads
     * @param takenAt by the camera’s clock, where the file says
     * @param seenIn the earlier appeal that the same picture was in
     */
    public record Shot(
            EvidenceKind kind,
            List<EvidenceItem.Barcode> barcodes,
            @Nullable Instant takenAt,
            @Nullable String seenIn) {}

    /**
     * What really happened.
     *
     * @param ordered the article that the claim is about
     * @param received what came for it; null where nothing did
     * @param wanted what the customer had in mind, where it is not what they ordered
     * @param trackingNumber of the parcel that was sent for the order
     * @param partners the parcels with which this one was mixed up, or its goods were, in the order of the exchange
     * @param incident {@link Incident#id}
     */
    public record Truth(
            Cause cause,
            Sku ordered,
            @Nullable Sku received,
            @Nullable Sku wanted,
            String trackingNumber,
            List<String> partners,
            String incident) {}
}
