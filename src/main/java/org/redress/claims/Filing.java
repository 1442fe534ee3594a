package org.redress.claims;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.evidence.EvidenceId;
import org.redress.evidence.EvidenceKind;
import org.redress.kernel.Demand;
import org.redress.kernel.Gtin;
import org.redress.kernel.Problem;
import org.redress.kernel.Sku;

/**
 * What a customer tells us when they file a claim (domain.md R45-R50, R59-R61). A claim is about what came, not only
 * about what was ordered.
 *
 * @param language in which the customer reads us
 * @param evidence files uploaded before, each with what it shows
 */
public record Filing(
        @Nullable String orderNumber,
        @Nullable String trackingNumber,
        Contact contact,
        Channel channel,
        String statement,
        Demand demand,
        @Nullable Instant discoveredAt,
        @Nullable String discoveredWhere,
        @Nullable PreviousContact previousContact,
        List<Line> lines,
        Locale language,
        Map<EvidenceId, EvidenceKind> evidence) {
    public static final int LONGEST_TEXT = 10_000;
    public static final int MOST_LINES = 200;

    /** The same about other lines. */
    public Filing withLines(List<Line> others) {
        return new Filing(
                orderNumber,
                trackingNumber,
                contact,
                channel,
                statement,
                demand,
                discoveredAt,
                discoveredWhere,
                previousContact,
                others,
                language,
                evidence);
    }

    /** The same with these files. */
    public Filing withEvidence(Map<EvidenceId, EvidenceKind> files) {
        return new Filing(
                orderNumber,
                trackingNumber,
                contact,
                channel,
                statement,
                demand,
                discoveredAt,
                discoveredWhere,
                previousContact,
                lines,
                language,
                files);
    }

    /** How we reach the customer: an e-mail address or a phone number. */
    public record Contact(
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone) {
        /** Whether it is the same mailbox or the same telephone. */
        public boolean isReachedAs(Contact other) {
            return (email != null && email.equalsIgnoreCase(other.email()))
                    || (phone != null && phone.equals(other.phone()));
        }
    }

    public record PreviousContact(
            String channel, Instant at, @Nullable String reference) {}

    /**
     * One ordered line and what came instead.
     *
     * @param sku the ordered article; may be absent for an extra item or a wrong parcel
     * @param quantity ordered units affected
     */
    public record Line(
            @Nullable Sku sku,
            int quantity,
            Problem problem,
            @Nullable Received received) {}

    /** What actually came: by article number, barcode or words, and how much. */
    public record Received(
            @Nullable Sku sku,
            @Nullable Gtin gtin,
            @Nullable String description,
            int quantity) {}
}
