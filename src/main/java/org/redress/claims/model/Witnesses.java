package org.redress.claims.model;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Filing;
import org.redress.claims.Verdict;
import org.redress.claims.Verification.Code;
import org.redress.kernel.Phrase;
import org.redress.kernel.Problem;
import org.redress.kernel.Sku;
import org.redress.orders.Order;
import org.redress.orders.Product;
import org.redress.traces.Labels;
import org.redress.traces.Parcel;
import org.redress.traces.Scale;
import org.redress.traces.TraceEvent;
import org.redress.traces.TraceEvent.Moment;
import org.redress.traces.TraceEvent.Trouble;

/**
 * What each independent record says about what came. A verdict counts them (contract.md): two that say another article
 * came confirm the customer, two that say the right one came contradict them. What a record does not say is no witness.
 */
final class Witnesses {
    /** Both read the label on the article, which may be the wrong label (domain.md section 3, rule 6). */
    private static final Set<Code> OF_ONE_LABEL = EnumSet.of(Code.PHOTO_BARCODE, Code.WAREHOUSE_RECORD);

    /** How far packagings differ (domain.md section 3, measured). */
    private static final double PACKAGING_GRAMS = 40;

    /** What a carrier may be off by rounding, in grams and as a share. */
    private static final int CARRIER_GRAMS = 1_000;

    private static final double CARRIER_SHARE = 0.3;

    private final Facts facts;
    private final Filing filing;
    private final Readings readings;
    private final Stations stations;
    private final @Nullable Parcel parcel;
    private final List<Witness> all;

    enum Says {
        /** Not what was ordered. */
        ANOTHER,
        RIGHT,
        NOTHING
    }

    record Witness(Code code, Says says, Phrase explanation) {}

    Witnesses(Facts facts, Readings readings, Stations stations) {
        this.facts = facts;
        this.filing = facts.filing();
        this.readings = readings;
        this.stations = stations;
        this.parcel = Way.claimed(filing, facts.way().trail()).orElse(null);
        this.all = isAboutGoods()
                ? List.of(photo(), slip(), label(), weight(), record(), inspection(), carrier())
                : List.of(carrier());
    }

    private boolean isAboutGoods() {
        return filing.lines().isEmpty()
                || filing.lines().stream().anyMatch(line -> line.problem().isWrongShipment());
    }

    List<Witness> all() {
        return all;
    }

    Optional<Parcel> parcel() {
        return Optional.ofNullable(parcel);
    }

    Verdict verdict() {
        // What the carrier says of damage and delay says nothing of which article came.
        var heard = all.stream()
                .filter(witness -> !isAboutGoods() || witness.code() != Code.CARRIER_RECORD)
                .toList();
        long another =
                heard.stream().filter(witness -> witness.says() == Says.ANOTHER).count();
        var right =
                heard.stream().filter(witness -> witness.says() == Says.RIGHT).toList();
        long ofLabel = right.stream()
                .filter(witness -> OF_ONE_LABEL.contains(witness.code()))
                .count();
        long contradicting = right.size() - Math.max(0, ofLabel - 1);
        if (another >= 2) {
            return Verdict.CONFIRMED;
        }
        if (another == 1) {
            return Verdict.LIKELY;
        }
        return contradicting >= 2 ? Verdict.CONTRADICTED : Verdict.UNCONFIRMED;
    }

    /** "The box you photographed is Blue mug, you ordered Red mug." */
    private Witness photo() {
        for (var seen : readings.notOrdered()) {
            var product = seen.product();
            return product == null
                    ? another(Code.PHOTO_BARCODE, "unlisted", seen.gtin().digits(), orderedNames())
                    : another(Code.PHOTO_BARCODE, sibling(product), product.name(), orderedNames());
        }
        if (readings.bearOut(filing)) {
            var seen = readings.articles().stream()
                    .filter(each -> each.product() != null)
                    .findFirst();
            return another(
                    Code.PHOTO_BARCODE,
                    "named",
                    seen.map(each -> facts.name(product(each).sku())).orElse("?"));
        }
        return readings.articles().stream()
                .findFirst()
                .map(this::notAnother)
                .orElseGet(() -> facts.evidence().stream().anyMatch(item -> item.isPicture())
                        ? nothing(Code.PHOTO_BARCODE, "unread")
                        : nothing(Code.PHOTO_BARCODE, "none"));
    }

    private static Product product(Readings.Seen seen) {
        var product = seen.product();
        if (product == null) {
            throw new IllegalStateException("Only a known article is asked for its name");
        }
        return product;
    }

    private String sibling(Product seen) {
        return affected()
                        .map(facts.products()::get)
                        .flatMap(Stream::ofNullable)
                        .anyMatch(ordered -> Likeness.isSibling(ordered, seen))
                ? "sibling"
                : "pass";
    }

    private Witness notAnother(Readings.Seen seen) {
        var product = seen.product();
        if (product == null) {
            return nothing(Code.PHOTO_BARCODE, "uncompared", seen.gtin().digits());
        }
        return seen.fit() == Readings.Fit.ORDERED
                ? right(Code.PHOTO_BARCODE, "same", product.name())
                : nothing(Code.PHOTO_BARCODE, "named", product.name());
    }

    private Stream<Sku> affected() {
        var named = filing.lines().stream()
                .map(Filing.Line::sku)
                .flatMap(Stream::ofNullable)
                .distinct()
                .toList();
        return named.isEmpty()
                ? facts.order().stream()
                        .flatMap(order -> order.lines().stream())
                        .map(Order.Line::sku)
                        .distinct()
                : named.stream();
    }

    private String orderedNames() {
        return String.join(", ", affected().limit(3).map(facts::name).toList());
    }

    private Witness slip() {
        return switch (readings.slip()) {
            case THIS_ORDER -> ofParcel(Code.PACKING_SLIP);
            case ANOTHER_ORDER -> another(Code.PACKING_SLIP, "another");
            case NOT_READ -> nothing(Code.PACKING_SLIP, "unread");
        };
    }

    /** Their own parcel speaks against a claim that the whole parcel is another's, and says nothing about its contents. */
    private Witness ofParcel(Code code) {
        var wholeParcel = !filing.lines().isEmpty()
                && filing.lines().stream().allMatch(line -> line.problem() == Problem.WRONG_PARCEL);
        return wholeParcel ? right(code, "same") : nothing(code, "same");
    }

    private Witness label() {
        var texts = Way.labelTexts(facts.evidence());
        var way = facts.way();
        for (var text : texts) {
            if (isOwn(text)) {
                return ofParcel(Code.OUTER_LABEL);
            }
        }
        for (var text : texts) {
            var named = way.labels().get(text);
            if (named != null) {
                if (filing.orderNumber() == null) {
                    return nothing(Code.OUTER_LABEL, "unnamed");
                }
                return named.orderNumber().equals(filing.orderNumber())
                        ? nothing(Code.OUTER_LABEL, "sibling")
                        : another(Code.OUTER_LABEL, "another");
            }
        }
        return nothing(Code.OUTER_LABEL, texts.isEmpty() ? "unread" : "unknown");
    }

    private boolean isOwn(String text) {
        var named = filing.trackingNumber();
        var own = facts.way().trail().labelled(text);
        if (own.isPresent()) {
            return parcel == null || own.get().trackingNumber().equals(parcel.trackingNumber());
        }
        return named != null && Labels.plain(named).equals(Labels.plain(text));
    }

    /** What the scale said, against what was ordered and against what the customer says came (domain.md E5, rule 3). */
    private Witness weight() {
        var weighed = parcel == null ? Optional.<Integer>empty() : facts.way().weighed(parcel);
        var expected = Optional.ofNullable(parcel).flatMap(this::expected);
        if (weighed.isEmpty() || expected.isEmpty()) {
            return nothing(Code.WEIGHT, "unknown");
        }
        var again = parcel == null ? Optional.<Integer>empty() : facts.way().weighedAgain(parcel);
        if (again.isPresent() && isAnotherParcel(weighed.get(), again.get())) {
            return another(Code.WEIGHT, "scales", weighed.get(), again.get());
        }
        var ordered = expected.get();
        double off = ordered.deviation(weighed.get());
        var received = difference().map(ordered::heavierBy);
        if (received.isEmpty()) {
            return Scale.isOff(off)
                    ? another(Code.WEIGHT, "off", weighed.get(), Math.round(ordered.grams()))
                    : nothing(Code.WEIGHT, "fits", weighed.get());
        }
        double offReceived = received.get().deviation(weighed.get());
        boolean fits = !Scale.isOff(off);
        boolean fitsReceived = !Scale.isOff(offReceived);
        Object[] gaps = {
            weighed.get(),
            Math.round(ordered.grams()),
            Math.round(received.get().grams())
        };
        if (fits && fitsReceived) {
            return nothing(Code.WEIGHT, "alike", gaps);
        }
        if (fits) {
            return right(Code.WEIGHT, "ordered", gaps);
        }
        return fitsReceived || offReceived < off
                ? another(Code.WEIGHT, "received", gaps)
                : nothing(Code.WEIGHT, "neither", gaps);
    }

    /** Carriers round, and weigh pallets: only what no rounding explains tells that the label is on another parcel. */
    private static boolean isAnotherParcel(int bench, int carrier) {
        int apart = Math.abs(bench - carrier);
        return apart > CARRIER_GRAMS && apart > CARRIER_SHARE * Math.max(bench, carrier);
    }

    /**
     * What a parcel should weigh.
     *
     * @param packaging standard deviation of a packaging that nobody counted, in grams
     */
    private record Expected(double grams, Scale scale, double packaging) {
        Expected heavierBy(double more) {
            return new Expected(grams + more, scale, packaging);
        }

        /** In standard deviations, whichever way. */
        double deviation(int weighed) {
            return Math.abs(scale.deviation(grams, weighed, packaging));
        }
    }

    /** By its record, packaging and all; else by its articles. */
    private Optional<Expected> expected(Parcel sent) {
        var recorded = sent.expectedWeightGrams();
        if (recorded != null && recorded > 0) {
            return Optional.of(new Expected(recorded, facts.way().scale(), 0));
        }
        double sum = 0;
        for (var line : sent.lines()) {
            var grams = grams(line.sku(), line.quantity());
            if (grams.isEmpty()) {
                return Optional.empty();
            }
            sum += grams.get();
        }
        return sent.lines().isEmpty() ? Optional.empty() : Optional.of(new Expected(sum, Scale.USUAL, PACKAGING_GRAMS));
    }

    /** By how much what the customer says came is heavier than what was ordered; empty where a weight is not known. */
    private Optional<Double> difference() {
        double more = 0;
        for (var line : filing.lines()) {
            if (!line.problem().isWrongShipment()) {
                continue;
            }
            var lacking = grams(line.sku(), line.quantity());
            var came = came(line);
            if (lacking.isEmpty() || came.isEmpty()) {
                return Optional.empty();
            }
            more += came.get() - lacking.get();
        }
        return filing.lines().isEmpty() ? Optional.empty() : Optional.of(more);
    }

    private Optional<Double> grams(@Nullable Sku sku, int units) {
        if (sku == null || units == 0) {
            return sku == null && units > 0 ? Optional.empty() : Optional.of(0.0);
        }
        return Optional.ofNullable(facts.products().get(sku))
                .map(Product::weightGrams)
                .map(grams -> (double) grams * units);
    }

    private Optional<Double> came(Filing.Line line) {
        var received = line.received();
        if (line.problem() == Problem.MISSING_ITEM) {
            return Optional.of(0.0);
        }
        if (received == null) {
            var seen = readings.notOrdered();
            return seen.size() == 1 ? grams(seen.getFirst().product(), line.quantity()) : Optional.empty();
        }
        if (line.sku() != null && facts.isOnlyMiscounted(line)) {
            return grams(line.sku(), received.quantity());
        }
        return facts.article(received)
                .or(() -> readings.notOrdered().size() == 1
                        ? Optional.ofNullable(readings.notOrdered().getFirst().product())
                        : Optional.empty())
                .flatMap(product -> grams(product, received.quantity()));
    }

    private static Optional<Double> grams(@Nullable Product product, int units) {
        return Optional.ofNullable(product).map(Product::weightGrams).map(grams -> (double) grams * units);
    }

    /** What pickers and packers recorded of the articles that the claim is about. */
    private Witness record() {
        if (facts.order().isEmpty()) {
            return nothing(Code.WAREHOUSE_RECORD, "unknown");
        }
        for (var sku : stations.articles()) {
            if (!facts.isOrdered(sku) && isInParcel(sku)) {
                return another(Code.WAREHOUSE_RECORD, "another", facts.name(sku));
            }
        }
        var affected = filing.lines().stream()
                .filter(line -> line.problem().isWrongShipment())
                .map(Filing.Line::sku)
                .flatMap(Stream::ofNullable)
                .distinct()
                .toList();
        for (var sku : affected) {
            if (stations.isDoubtful(sku)) {
                return another(Code.WAREHOUSE_RECORD, "override", facts.name(sku));
            }
            var packed = stations.packed(sku).units();
            int ordered = facts.order().get().ordered(sku);
            if (packed != null && packed != ordered && (packed == 0 || isAboutNumber(sku))) {
                return another(Code.WAREHOUSE_RECORD, "count", facts.name(sku), packed, ordered);
            }
        }
        if (!affected.isEmpty() && affected.stream().allMatch(stations::isScanned)) {
            return right(Code.WAREHOUSE_RECORD, "scanned", orderedNames());
        }
        return stations.articles().isEmpty()
                ? nothing(Code.WAREHOUSE_RECORD, "unknown")
                : nothing(Code.WAREHOUSE_RECORD, "as-ordered");
    }

    private boolean isAboutNumber(Sku sku) {
        return filing.lines().stream()
                .filter(line -> sku.equals(line.sku()))
                .map(Filing.Line::problem)
                .anyMatch(problem -> problem == Problem.WRONG_QUANTITY || problem == Problem.MISSING_ITEM);
    }

    private boolean isInParcel(Sku sku) {
        return Stream.of(stations.picked(sku), stations.packed(sku), stations.shipped(sku))
                .map(Stations.Count::units)
                .anyMatch(units -> units != null && units > 0);
    }

    /** Goods that came back were looked at. */
    private Witness inspection() {
        var inspected = stations.inspected();
        if (inspected.isEmpty()) {
            return nothing(Code.RETURN_INSPECTION, "unknown");
        }
        var expected = facts.expected();
        for (var sku : inspected.keySet()) {
            if (!expected.contains(sku) || isReceived(sku)) {
                return another(Code.RETURN_INSPECTION, "another", facts.name(sku));
            }
        }
        return right(
                Code.RETURN_INSPECTION,
                "right",
                facts.name(inspected.keySet().iterator().next()));
    }

    private boolean isReceived(Sku sku) {
        return filing.lines().stream()
                .filter(line -> !sku.equals(line.sku()))
                .map(Filing.Line::received)
                .flatMap(Stream::ofNullable)
                .anyMatch(received -> sku.equals(received.sku()));
    }

    /** What the carrier recorded of damage, loss and delay. */
    private Witness carrier() {
        var problems = new ArrayList<Problem>();
        filing.lines().stream()
                .map(Filing.Line::problem)
                .filter(problem -> !problem.isWrongShipment())
                .forEach(problems::add);
        for (var event : facts.way().trail().events()) {
            for (var problem : problems) {
                if (tells(event, problem)) {
                    return another(Code.CARRIER_RECORD, "trouble", event.at());
                }
            }
        }
        if (problems.contains(Problem.NOT_RECEIVED)) {
            var delivered = facts.way().delivery(parcel);
            if (delivered.isPresent()) {
                return right(Code.CARRIER_RECORD, "delivered", delivered.get().at());
            }
        }
        return nothing(Code.CARRIER_RECORD, problems.isEmpty() ? "not-asked" : "unknown");
    }

    private static boolean tells(TraceEvent event, Problem problem) {
        var trouble = event.trouble();
        return switch (problem) {
            case DAMAGED ->
                trouble == Trouble.DAMAGE
                        || (event.moment() == Moment.TRANSIT && "damaged".equals(event.disposition()));
            case NOT_RECEIVED -> trouble == Trouble.LOSS || trouble == Trouble.MISSORT;
            case LATE -> trouble == Trouble.DELAY || trouble == Trouble.MISSORT;
            case WRONG_ITEM, WRONG_VARIANT, WRONG_QUANTITY, MISSING_ITEM, EXTRA_ITEM, WRONG_PARCEL -> false;
        };
    }

    private static Witness another(Code code, String variant, Object... gaps) {
        return witness(code, Says.ANOTHER, variant, gaps);
    }

    private static Witness right(Code code, String variant, Object... gaps) {
        return witness(code, Says.RIGHT, variant, gaps);
    }

    private static Witness nothing(Code code, String variant, Object... gaps) {
        return witness(code, Says.NOTHING, variant, gaps);
    }

    private static Witness witness(Code code, Says says, String variant, Object... gaps) {
        return new Witness(code, says, Phrase.of("claims.check." + code + "." + variant, gaps));
    }
}
