package org.redress.claims.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.redress.claims.Filing;
import org.redress.claims.Verdict;
import org.redress.claims.Verification;
import org.redress.claims.Verification.Check;
import org.redress.claims.Verification.Code;
import org.redress.claims.Verification.Outcome;
import org.redress.evidence.EvidenceItem;
import org.redress.evidence.EvidenceKind;
import org.redress.kernel.Phrase;
import org.redress.kernel.Problem;
import org.redress.kernel.Sku;
import org.redress.orders.Order;

/** The named checks of a claim and the verdict they add up to (contract.md, {@code /verification}; domain.md R44-R49, R60). */
public final class VerificationChecks {
    private final Facts facts;
    private final Filing filing;
    private final Readings readings;

    private VerificationChecks(Facts facts) {
        this.facts = facts;
        this.filing = facts.filing();
        this.readings = Readings.of(facts);
    }

    public static Verification verify(Facts facts) {
        var checks = new VerificationChecks(facts);
        return new Verification(
                checks.verdict(), DiscrepancyLedger.of(facts, checks.readings), checks.all(), checks.missingEvidence());
    }

    /**
     * Independent facts count: the barcode of what came, the slip of the parcel it came in. A photo of the ordered
     * barcode alone never contradicts the customer.
     */
    private Verdict verdict() {
        if (facts.order().isEmpty()) {
            return Verdict.UNKNOWN_ORDER;
        }
        int another = (readings.bearOut(filing) ? 1 : 0) + (readings.slip() == Readings.Slip.ANOTHER_ORDER ? 1 : 0);
        return switch (another) {
            case 0 -> Verdict.UNCONFIRMED;
            case 1 -> Verdict.LIKELY;
            default -> Verdict.CONFIRMED;
        };
    }

    private List<Check> all() {
        return List.of(
                orderKnown(),
                orderIsCustomers(),
                articleOnOrder(),
                receivedDiffers(),
                photoBarcode(),
                packingSlip(),
                photoTime(),
                quantityLeft());
    }

    private Check orderKnown() {
        if (filing.orderNumber() == null) {
            return check(Code.ORDER_KNOWN, Outcome.UNKNOWN, "unnamed");
        }
        return facts.order().isPresent()
                ? check(Code.ORDER_KNOWN, Outcome.PASS, "pass", filing.orderNumber())
                : check(Code.ORDER_KNOWN, Outcome.UNKNOWN, "unknown", filing.orderNumber());
    }

    private Check orderIsCustomers() {
        var contacts = java.util.stream.Stream.of(
                        filing.contact().email(), filing.contact().phone())
                .filter(Objects::nonNull)
                .toList();
        return facts.order()
                .map(Order::customer)
                .filter(customer -> customer.email() != null || customer.phone() != null)
                .map(customer -> contacts.stream().anyMatch(customer::isReachedBy)
                        ? check(Code.ORDER_IS_CUSTOMERS, Outcome.PASS, "pass")
                        : check(Code.ORDER_IS_CUSTOMERS, Outcome.FAIL, "fail"))
                .orElseGet(() -> check(Code.ORDER_IS_CUSTOMERS, Outcome.UNKNOWN, "unknown"));
    }

    private Check articleOnOrder() {
        if (facts.order().isEmpty()) {
            return check(Code.ARTICLE_ON_ORDER, Outcome.UNKNOWN, "unknown");
        }
        var absent = filing.lines().stream()
                .filter(line -> line.problem() != Problem.EXTRA_ITEM)
                .map(Filing.Line::sku)
                .flatMap(java.util.stream.Stream::ofNullable)
                .filter(sku -> !facts.isOrdered(sku))
                .findFirst();
        return absent.map(sku -> check(Code.ARTICLE_ON_ORDER, Outcome.FAIL, "fail", facts.name(sku)))
                .orElseGet(() -> check(Code.ARTICLE_ON_ORDER, Outcome.PASS, "pass"));
    }

    private Check receivedDiffers() {
        var said = filing.lines().stream().anyMatch(VerificationChecks::saysWhatCame);
        return said
                ? check(Code.RECEIVED_DIFFERS, Outcome.PASS, "pass")
                : check(Code.RECEIVED_DIFFERS, Outcome.UNKNOWN, "unknown");
    }

    private static boolean saysWhatCame(Filing.Line line) {
        return line.received() != null || line.problem() == Problem.MISSING_ITEM;
    }

    /** "The box you photographed is Blue mug, you ordered Red mug." */
    private Check photoBarcode() {
        for (var seen : readings.notOrdered()) {
            return seen.product() == null
                    ? check(
                            Code.PHOTO_BARCODE,
                            Outcome.PASS,
                            "unlisted",
                            seen.gtin().digits(),
                            orderedNames())
                    : check(
                            Code.PHOTO_BARCODE,
                            Outcome.PASS,
                            "pass",
                            seen.product().name(),
                            orderedNames());
        }
        return readings.articles().stream()
                .findFirst()
                .map(VerificationChecks::notAnother)
                .orElseGet(() -> facts.evidence().stream().anyMatch(EvidenceItem::isPicture)
                        ? check(Code.PHOTO_BARCODE, Outcome.UNKNOWN, "unread")
                        : check(Code.PHOTO_BARCODE, Outcome.UNKNOWN, "none"));
    }

    private static Check notAnother(Readings.Seen seen) {
        var product = seen.product();
        if (product == null) {
            return check(
                    Code.PHOTO_BARCODE,
                    Outcome.UNKNOWN,
                    "uncompared",
                    seen.gtin().digits());
        }
        var variant = seen.fit() == Readings.Fit.ORDERED ? "same" : "named";
        return check(Code.PHOTO_BARCODE, Outcome.UNKNOWN, variant, product.name());
    }

    private String orderedNames() {
        var affected = filing.lines().stream()
                .map(Filing.Line::sku)
                .flatMap(java.util.stream.Stream::ofNullable)
                .distinct()
                .toList();
        var ordered = affected.isEmpty()
                ? facts.order().stream()
                        .flatMap(order -> order.lines().stream())
                        .map(Order.Line::sku)
                        .toList()
                : affected;
        return String.join(", ", ordered.stream().limit(3).map(facts::name).toList());
    }

    private Check packingSlip() {
        return switch (readings.slip()) {
            case THIS_ORDER -> check(Code.PACKING_SLIP, Outcome.PASS, "same");
            case ANOTHER_ORDER -> check(Code.PACKING_SLIP, Outcome.PASS, "another");
            case NOT_READ -> check(Code.PACKING_SLIP, Outcome.UNKNOWN, "unread");
        };
    }

    /** A camera's clock may be wrong: a photo from before the order is a question for a person, not a refusal. */
    private Check photoTime() {
        var taken = facts.evidence().stream()
                .map(EvidenceItem::takenAt)
                .flatMap(java.util.stream.Stream::ofNullable)
                .sorted()
                .findFirst();
        if (taken.isEmpty() || facts.order().isEmpty()) {
            return check(Code.PHOTO_TIME, Outcome.UNKNOWN, "unknown");
        }
        return taken.get().isBefore(facts.order().get().placedAt())
                ? check(Code.PHOTO_TIME, Outcome.FAIL, "fail", taken.get())
                : check(Code.PHOTO_TIME, Outcome.PASS, "pass", taken.get());
    }

    private Check quantityLeft() {
        if (facts.order().isEmpty()) {
            return check(Code.QUANTITY_LEFT, Outcome.UNKNOWN, "unknown");
        }
        for (var line : filing.lines()) {
            var sku = line.sku();
            if (sku != null
                    && FilingRules.units(filing.lines(), sku)
                            > left(sku, facts.order().get())) {
                return check(
                        Code.QUANTITY_LEFT,
                        Outcome.FAIL,
                        "fail",
                        facts.name(sku),
                        facts.claimedElsewhere().getOrDefault(sku, 0));
            }
        }
        return check(Code.QUANTITY_LEFT, Outcome.PASS, "pass");
    }

    private int left(Sku sku, Order order) {
        return order.ordered(sku) - facts.claimedElsewhere().getOrDefault(sku, 0);
    }

    /** The shots that would help and are not there yet; none where the problem needs none. */
    private List<EvidenceKind> missingEvidence() {
        var wanted = new LinkedHashSet<EvidenceKind>();
        for (var line : filing.lines()) {
            switch (line.problem()) {
                case WRONG_ITEM, WRONG_VARIANT -> wanted.addAll(List.of(EvidenceKind.ITEM, EvidenceKind.ITEM_BARCODE));
                case EXTRA_ITEM -> wanted.add(EvidenceKind.ITEM_BARCODE);
                case WRONG_PARCEL -> wanted.addAll(List.of(EvidenceKind.OUTER_LABEL, EvidenceKind.PACKING_SLIP));
                case WRONG_QUANTITY, MISSING_ITEM, DAMAGED -> wanted.add(EvidenceKind.ITEM);
                case NOT_RECEIVED, LATE -> {}
            }
        }
        var missing = new ArrayList<>(wanted);
        facts.evidence().forEach(item -> missing.remove(item.kind()));
        if (!readings.articles().isEmpty()) {
            missing.remove(EvidenceKind.ITEM_BARCODE);
            missing.remove(EvidenceKind.ITEM);
        }
        return List.copyOf(missing);
    }

    private static Check check(Code code, Outcome outcome, String variant, Object... gaps) {
        return new Check(code, outcome, Phrase.of("claims.check." + code + "." + variant, gaps));
    }
}
