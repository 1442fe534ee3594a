package org.redress.claims.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.redress.claims.Filing;
import org.redress.claims.Pictures;
import org.redress.claims.Verdict;
import org.redress.claims.Verification;
import org.redress.claims.Verification.Check;
import org.redress.claims.Verification.Code;
import org.redress.claims.Verification.Outcome;
import org.redress.evidence.EvidenceItem;
import org.redress.kernel.Phrase;
import org.redress.kernel.Problem;
import org.redress.kernel.Sku;
import org.redress.orders.Order;
import org.redress.remedy.Figures;
import org.redress.traces.Parcel;
import org.redress.traces.TraceEvent;

/** The named checks of a claim and the verdict they add up to (contract.md, {@code /verification}; domain.md R44-R49, R60). */
public final class VerificationChecks {
    private static final int MOST_NAMED = 5;

    private final Facts facts;
    private final Filing filing;
    private final Readings readings;
    private final Stations stations;
    private final Witnesses witnesses;

    private VerificationChecks(Facts facts) {
        this.facts = facts;
        this.filing = facts.filing();
        this.readings = Readings.of(facts);
        this.stations = new Stations(facts);
        this.witnesses = new Witnesses(facts, readings, stations);
    }

    /** @param figures whose limits tell a small claim from a great one */
    public static Verification verify(Facts facts, Figures figures) {
        var checks = new VerificationChecks(facts);
        var verdict = checks.verdict();
        var checklist = new EvidenceChecklist(facts, checks.readings, verdict, Stakes.of(facts, figures));
        return new Verification(
                verdict,
                DiscrepancyLedger.of(facts, checks.readings, checks.stations),
                checks.all(),
                checklist.missing(),
                checklist.completeness());
    }

    private Verdict verdict() {
        return facts.order().isEmpty() ? Verdict.UNKNOWN_ORDER : witnesses.verdict();
    }

    private List<Check> all() {
        var all = new ArrayList<Check>();
        all.add(orderKnown());
        all.add(orderIsCustomers());
        all.add(articleOnOrder());
        all.add(receivedDiffers());
        witnesses.all().forEach(witness -> all.add(check(witness)));
        all.add(parcelDelivered());
        all.add(photoTime());
        all.add(photoReuse());
        all.add(quantityLeft());
        all.add(notRemedied());
        return List.copyOf(all);
    }

    /** The barcode of the ordered article speaks too softly to be held against anybody by itself (domain.md, rule 6). */
    private static Check check(Witnesses.Witness witness) {
        var outcome = switch (witness.says()) {
            case ANOTHER -> Outcome.PASS;
            case RIGHT -> witness.code() == Code.PHOTO_BARCODE ? Outcome.UNKNOWN : Outcome.FAIL;
            case NOTHING -> Outcome.UNKNOWN;
        };
        return new Check(witness.code(), outcome, witness.explanation());
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
        if (filing.lines().stream().anyMatch(line -> line.received() != null && !facts.isOnlyMiscounted(line))) {
            return check(Code.RECEIVED_DIFFERS, Outcome.PASS, "pass");
        }
        if (filing.lines().stream().anyMatch(line -> line.received() != null)) {
            return check(Code.RECEIVED_DIFFERS, Outcome.PASS, "count");
        }
        return filing.lines().stream().anyMatch(line -> line.problem() == Problem.MISSING_ITEM)
                ? check(Code.RECEIVED_DIFFERS, Outcome.PASS, "missing")
                : check(Code.RECEIVED_DIFFERS, Outcome.UNKNOWN, "unknown");
    }

    private Check parcelDelivered() {
        var parcel = witnesses.parcel().orElse(null);
        var delivered = deliveredAt();
        if (delivered.isPresent()) {
            return check(Code.PARCEL_DELIVERED, Outcome.PASS, "pass", delivered.get());
        }
        return parcel == null
                ? check(Code.PARCEL_DELIVERED, Outcome.UNKNOWN, "unknown")
                : check(Code.PARCEL_DELIVERED, Outcome.UNKNOWN, "sent", parcel.carrier(), parcel.shippedAt());
    }

    private Optional<Instant> deliveredAt() {
        var parcel = witnesses.parcel().orElse(null);
        return Optional.ofNullable(parcel)
                .map(Parcel::deliveredAt)
                .or(() -> facts.way().delivery(parcel).map(TraceEvent::at));
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
        if (taken.get().isBefore(facts.order().get().placedAt())) {
            return check(Code.PHOTO_TIME, Outcome.FAIL, "fail", taken.get());
        }
        return deliveredAt()
                .filter(delivered -> taken.get().isBefore(delivered.minus(Pictures.CLOCK_MAY_DIFFER)))
                .map(delivered -> check(Code.PHOTO_TIME, Outcome.FAIL, "early", taken.get(), delivered))
                .orElseGet(() -> check(Code.PHOTO_TIME, Outcome.PASS, "pass", taken.get()));
    }

    /** A hint for a person and never a refusal (domain.md F3, F5). */
    private Check photoReuse() {
        var alike = facts.alike();
        if (!alike.same().isEmpty()) {
            return check(Code.PHOTO_REUSE, Outcome.FAIL, "same", few(alike.same()));
        }
        if (!alike.similar().isEmpty()) {
            return check(Code.PHOTO_REUSE, Outcome.UNKNOWN, "similar", few(alike.similar()));
        }
        return facts.evidence().stream().anyMatch(EvidenceItem::isShown)
                ? check(Code.PHOTO_REUSE, Outcome.PASS, "pass")
                : check(Code.PHOTO_REUSE, Outcome.UNKNOWN, "unknown");
    }

    private static String few(List<String> numbers) {
        var first = String.join(", ", numbers.stream().limit(MOST_NAMED).toList());
        return numbers.size() > MOST_NAMED ? first + " …" : first;
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

    private Check notRemedied() {
        return filing.lines().stream()
                .map(Filing.Line::sku)
                .flatMap(java.util.stream.Stream::ofNullable)
                .filter(sku -> facts.remediedElsewhere().getOrDefault(sku, 0) > 0)
                .findFirst()
                .map(sku -> check(
                        Code.NOT_REMEDIED,
                        Outcome.FAIL,
                        "fail",
                        facts.name(sku),
                        facts.remediedElsewhere().getOrDefault(sku, 0)))
                .orElseGet(() -> facts.order().isEmpty()
                        ? check(Code.NOT_REMEDIED, Outcome.UNKNOWN, "unknown")
                        : check(Code.NOT_REMEDIED, Outcome.PASS, "pass"));
    }

    private int left(Sku sku, Order order) {
        return order.ordered(sku) - facts.claimedElsewhere().getOrDefault(sku, 0);
    }

    private static Check check(Code code, Outcome outcome, String variant, Object... gaps) {
        return new Check(code, outcome, Phrase.of("claims.check." + code + "." + variant, gaps));
    }
}
