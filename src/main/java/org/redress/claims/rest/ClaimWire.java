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
import org.redress.claims.Route;
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
import org.redress.ui.Words;

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
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable RejectionWire rejection,
        @Nullable UUID mergedInto,
        Verdict verdict,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String follows,
        @Nullable UUID assignee,
        Owed.Party owedBy,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Instant dueAt,
        Instant filedAt,
        int version,
        Set<ClaimAct> acts) {

    static ClaimWire of(
            Claim claim,
            List<File> evidence,
            @Nullable String follows,
            Set<ClaimAct> acts,
            @Nullable List<Route> routes,
            Words words) {
        var filing = claim.filing();
        return new ClaimWire(
                claim.id(),
                claim.number(),
                claim.state().name(),
                closedBy(claim.state()),
                claim.escalated(),
                filing.orderNumber(),
                filing.trackingNumber(),
                filing.demand(),
                filing.statement(),
                filing.lines().stream().map(Line::of).toList(),
                evidence,
                claim.offers().stream().map(offer -> OfferWire.of(offer, words)).toList(),
                claim.state() instanceof ClaimState.Rejected rejected
                        ? RejectionWire.of(rejected, routes, words)
                        : null,
                claim.state() instanceof ClaimState.Merged merged ? merged.into() : null,
                claim.verdict(),
                follows,
                claim.assignee(),
                claim.owed().by(),
                claim.owed().due(),
                claim.filedAt(),
                claim.version(),
                acts);
    }

    private static @Nullable ClosedBy closedBy(ClaimState state) {
        return switch (state) {
            case ClaimState.Closed(var by) -> by;
            case ClaimState.Merged _ -> ClosedBy.REROUTED;
            default -> null;
        };
    }

    /** @param routes once the rejection stands, on the claim alone; lists leave them out */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RejectionWire(
            String reason,
            ClaimState.Review review,
            @Nullable List<RouteWire> routes) {
        static RejectionWire of(ClaimState.Rejected rejected, @Nullable List<Route> routes, Words words) {
            return new RejectionWire(
                    rejected.reason(),
                    rejected.review(),
                    routes == null
                            ? null
                            : routes.stream()
                                    .map(route -> new RouteWire(words.say(route.name()), route.url()))
                                    .toList());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RouteWire(String name, @Nullable String url) {}

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

    /**
     * @param note why this, in the proposer's words
     * @param onSilence what happens when nobody answers an open offer
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OfferWire(
            UUID id,
            int version,
            Offer.State state,
            List<RemedyWire> remedies,
            Instant expiresAt,
            @Nullable String note,
            @Nullable String onSilence) {
        static OfferWire of(Offer offer, Words words) {
            return new OfferWire(
                    offer.id(),
                    offer.version(),
                    offer.state(),
                    RemedyWire.of(offer.plan()),
                    offer.expiresAt(),
                    offer.note(),
                    offer.state() == Offer.State.OPEN ? words.say("claims.on-silence") : null);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RemedyWire(
            Remedy.Kind kind,
            @Nullable Amount amount,
            @Nullable List<Goods> lines,
            Remedy.@Nullable Means means) {
        static List<RemedyWire> of(RemedyPlan plan) {
            return plan.remedies().stream()
                    .map(remedy -> new RemedyWire(
                            remedy.kind(),
                            Amount.ofNullable(remedy.amount()),
                            remedy.goods().isEmpty()
                                    ? null
                                    : remedy.goods().stream()
                                            .map(goods -> new Goods(goods.sku().value(), goods.quantity()))
                                            .toList(),
                            remedy.means()))
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
