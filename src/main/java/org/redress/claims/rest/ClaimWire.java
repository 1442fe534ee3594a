package org.redress.claims.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Claim;
import org.redress.claims.ClaimAct;
import org.redress.claims.ClaimState;
import org.redress.claims.ClosedBy;
import org.redress.claims.Filing;
import org.redress.claims.Offer;
import org.redress.claims.Owed;
import org.redress.claims.Verdict;
import org.redress.evidence.EvidenceItem;
import org.redress.evidence.EvidenceKind;
import org.redress.kernel.Demand;
import org.redress.kernel.Gtin;
import org.redress.kernel.Problem;
import org.redress.kernel.Sku;
import org.redress.remedy.Remedy;
import org.redress.remedy.RemedyPlan;
import org.redress.ui.Amount;

/**
 * A claim as contract.md shows it; {@code acts} says what the caller may do next.
 *
 * @param follows the number of the earlier claim whose replacement this one is about
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ClaimWire(
        UUID id,
        String number,
        ClaimState.Name state,
        @Nullable ClosedBy closedBy,
        boolean escalated,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String orderNumber,
        @Nullable String trackingNumber,
        Demand demand,
        String statement,
        List<Line> lines,
        List<File> evidence,
        List<OfferWire> offers,
        Verdict verdict,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String follows,
        @Nullable UUID assignee,
        Owed.Party owedBy,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Instant dueAt,
        Instant filedAt,
        int version,
        Set<ClaimAct> acts) {

    static ClaimWire of(Claim claim, List<File> evidence, @Nullable String follows, Set<ClaimAct> acts) {
        var filing = claim.filing();
        return new ClaimWire(
                claim.id(),
                claim.number(),
                claim.state().name(),
                claim.state() instanceof ClaimState.Closed(var by) ? by : null,
                claim.escalated(),
                filing.orderNumber(),
                filing.trackingNumber(),
                filing.demand(),
                filing.statement(),
                filing.lines().stream().map(Line::of).toList(),
                evidence,
                claim.offers().stream().map(OfferWire::of).toList(),
                claim.verdict(),
                follows,
                claim.assignee(),
                claim.owed().by(),
                claim.owed().due(),
                claim.filedAt(),
                claim.version(),
                acts);
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            @Nullable String sku,
            int quantity,
            Problem problem,
            @Nullable Received received) {
        static Line of(Filing.Line line) {
            return new Line(text(line.sku()), line.quantity(), line.problem(), Received.of(line.received()));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Received(
            @Nullable String sku,
            @Nullable String gtin,
            @Nullable String description,
            int quantity) {
        static @Nullable Received of(Filing.@Nullable Received received) {
            return received == null
                    ? null
                    : new Received(
                            text(received.sku()), digits(received.gtin()), received.description(), received.quantity());
        }
    }

    /** A file as every answer about evidence shows it. */
    record File(
            UUID id,
            EvidenceKind kind,
            String mediaType,
            String sha256,
            EvidenceItem.ReadState readState,
            Extracted extracted) {
        static File of(EvidenceItem item, List<String> reusedIn) {
            return new File(
                    item.id().value(),
                    item.kind(),
                    item.mediaType(),
                    item.sha256(),
                    item.readState(),
                    new Extracted(
                            item.barcodes().stream().map(Barcode::of).toList(),
                            item.takenAt(),
                            reusedIn.isEmpty() ? null : reusedIn));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Extracted(
            List<Barcode> barcodes,
            @Nullable Instant takenAt,
            @Nullable List<String> reusedIn) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Barcode(String format, String text, @Nullable String gtin) {
        static Barcode of(EvidenceItem.Barcode barcode) {
            return new Barcode(barcode.format(), barcode.text(), digits(barcode.gtin()));
        }
    }

    record OfferWire(UUID id, int version, Offer.State state, List<RemedyWire> remedies, Instant expiresAt) {
        static OfferWire of(Offer offer) {
            return new OfferWire(
                    offer.id(), offer.version(), offer.state(), RemedyWire.of(offer.plan()), offer.expiresAt());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RemedyWire(
            Remedy.Kind kind,
            @Nullable Amount amount,
            @Nullable List<Goods> lines) {
        static List<RemedyWire> of(RemedyPlan plan) {
            return plan.remedies().stream()
                    .map(remedy -> new RemedyWire(
                            remedy.kind(),
                            Amount.ofNullable(remedy.amount()),
                            remedy.goods().isEmpty()
                                    ? null
                                    : remedy.goods().stream()
                                            .map(goods -> new Goods(goods.sku().value(), goods.quantity()))
                                            .toList()))
                    .toList();
        }
    }

    record Goods(String sku, int quantity) {}

    private static @Nullable String text(@Nullable Sku sku) {
        return sku == null ? null : sku.value();
    }

    private static @Nullable String digits(@Nullable Gtin gtin) {
        return gtin == null ? null : gtin.digits();
    }
}
