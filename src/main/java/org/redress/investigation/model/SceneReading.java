package org.redress.investigation.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Pictures;
import org.redress.investigation.Clue;
import org.redress.kernel.Phrase;
import org.redress.kernel.Problem;
import org.redress.kernel.Sku;
import org.redress.orders.Order;
import org.redress.orders.Product;
import org.redress.traces.Parcel;
import org.redress.traces.Scale;
import org.redress.traces.TraceEvent;
import org.redress.traces.TraceEvent.Moment;
import org.redress.traces.TraceEvent.Scan;
import org.redress.traces.TraceEvent.Trouble;

/** Reads what the records say to each clue (domain.md section 3, E1-E18). What nothing is said of stays unknown. */
public final class SceneReading {
    /** E3: what lies further apart is not reached by mistake. */
    private static final double NEAR_METRES = 2;

    /** E17: a door is not that far from its address. */
    static final int FAR_METRES = 150;

    /** Lots of which a slot may hold goods at one time. */
    private static final int BESIDE = 2;

    /** E14: so many other lots show what is the rule. */
    private static final int RULE = 3;

    /** E15: a count that found more than there was explains an empty slot for as long. */
    private static final Duration COUNT_COUNTS = Duration.ofDays(3);

    /** E11. */
    private static final Duration FORTNIGHT = Duration.ofDays(14);

    private final Scene scene;
    private final Question question;
    private final Weights weights;
    private final @Nullable Parcel parcel;
    private final List<TraceEvent> picks;
    private final @Nullable TraceEvent pick;
    private final Signs signs = new Signs();
    private final Map<Clue, Phrase> facts = new EnumMap<>(Clue.class);

    private SceneReading(Scene scene, Question question) {
        this.scene = scene;
        this.question = question;
        this.weights = new Weights(scene);
        this.parcel = scene.parcel().orElse(null);
        var number = scene.filing().orderNumber();
        this.picks = scene.trail()
                .of(Moment.PICK)
                .filter(event -> number != null && event.orders().contains(number))
                .toList();
        this.pick = picks.stream()
                .filter(event -> names(event.goods(), question.ordered()))
                .findFirst()
                .orElse(null);
    }

    /** Empty where the claim is not about wrong goods. */
    public static Optional<Findings> of(Scene scene) {
        return Question.of(scene).map(question -> new SceneReading(scene, question).findings());
    }

    private Findings findings() {
        var matches = Matching.of(scene, question, weights);
        itemScanned();
        codeAsOrdered();
        slotNear();
        sibling();
        weightOff();
        scalesDisagree();
        exchange(matches);
        otherLabel();
        otherSlip();
        repeated();
        recounts();
        inboundDoubt();
        pickDoubt();
        linesDiffer();
        deliveryDoubt();
        pictureDoubt();
        signs.stock(ownStock());
        signs.say(question.isAsOrdered());
        signs.whole(question.isWholeParcel());
        scene.answers().forEach(this::answered);
        return new Findings(question, signs, facts, lot(), matches);
    }

    /**
     * What we picked or put away is ours; what the article's supplier sent, or a warehouse that picked other articles of the
     * order and not this one, is the supplier's. Of a merchant who records no picks nothing is known.
     */
    private @Nullable Boolean ownStock() {
        boolean picked = question.ordered() == null ? !picks.isEmpty() : pick != null;
        if (picked || scene.shelf().stream().anyMatch(event -> names(told(event), question.ordered()))) {
            return true;
        }
        var article = scene.product(question.ordered());
        if (parcel == null || article == null) {
            return null;
        }
        boolean fromSupplier = article.supplier() != null
                && article.supplier()
                        .strip()
                        .equalsIgnoreCase(parcel.warehouse().strip());
        return (fromSupplier || !picks.isEmpty()) ? Boolean.FALSE : null;
    }

    private void say(Clue clue, @Nullable Boolean present, Object... gaps) {
        tell(clue, present, present == null ? "unknown" : present.toString(), gaps);
    }

    /** In other words than those of plain true, false and unknown. */
    private void tell(Clue clue, @Nullable Boolean present, String variant, Object... gaps) {
        signs.set(clue, present);
        facts.put(clue, Phrase.of("investigation.fact." + clue.code() + "." + variant, gaps));
    }

    /** A record says more than a memory. */
    private void answered(Scene.Answer answer) {
        if (!signs.isKnown(answer.clue())) {
            signs.set(answer.clue(), answer.present());
            var said = answer.present() ? "investigation.fact.said.true" : "investigation.fact.said.false";
            facts.put(answer.clue(), Phrase.of(said, answer.by(), answer.at()));
        }
    }

    private void itemScanned() {
        if (question.ordered() == null && !picks.isEmpty() && picks.stream().allMatch(event -> event.scan() != null)) {
            say(Clue.ITEM_SCANNED, picks.stream().allMatch(event -> event.scan() == Scan.ITEM));
            return;
        }
        var scan = pick == null ? null : pick.scan();
        if (pick == null || scan == null) {
            say(Clue.ITEM_SCANNED, null);
        } else if (scan == Scan.ITEM) {
            tell(Clue.ITEM_SCANNED, true, "true", orderedName(), pick.at());
        } else {
            tell(Clue.ITEM_SCANNED, false, scan == Scan.OVERRIDE ? "override" : "false", orderedName(), pick.at());
        }
    }

    private String orderedName() {
        return question.ordered() == null
                ? scene.order().stream()
                        .flatMap(order -> order.lines().stream())
                        .map(line -> scene.name(line.sku()))
                        .distinct()
                        .limit(3)
                        .collect(Collectors.joining(", "))
                : scene.name(question.ordered());
    }

    private String receivedName() {
        return scene.name(question.received());
    }

    private void codeAsOrdered() {
        if (question.isMiscounted()) {
            say(Clue.CODE_AS_ORDERED, null);
            return;
        }
        var expected = question.ordered() == null ? orderedArticles() : Set.of(question.ordered());
        var codes = scene.pictures().codes();
        boolean same = codes.stream()
                .anyMatch(code -> expected.stream()
                        .map(scene::product)
                        .filter(Objects::nonNull)
                        .anyMatch(product -> code.equals(product.gtin())));
        boolean other = codes.stream()
                .flatMap(code -> Question.article(scene, code).stream())
                .anyMatch(sku -> !orderedArticles().contains(sku) && !expected.contains(sku));
        if (same && other) {
            // A photo of what came beside what should have come, or of both: nobody can say which is meant.
            say(Clue.CODE_AS_ORDERED, null);
        } else if (same) {
            say(Clue.CODE_AS_ORDERED, true, orderedName());
        } else if (codes.stream().anyMatch(code -> Question.article(scene, code).isPresent())) {
            tell(Clue.CODE_AS_ORDERED, false, "false", receivedName(), orderedName());
        } else if (question.isAsOrdered()) {
            tell(Clue.CODE_AS_ORDERED, true, "said", orderedName());
        } else if (question.received() != null && question.ordered() != null) {
            tell(Clue.CODE_AS_ORDERED, false, "other", receivedName(), orderedName());
        } else {
            say(Clue.CODE_AS_ORDERED, null);
        }
    }

    private Set<Sku> orderedArticles() {
        return scene.order()
                .map(order -> order.lines().stream().map(Order.Line::sku).collect(Collectors.toSet()))
                .orElse(Set.of());
    }

    private void slotNear() {
        var received = question.received();
        var ordered = question.ordered();
        if (received == null || ordered == null || question.isAsOrdered()) {
            say(Clue.SLOT_NEAR, null);
            return;
        }
        var from = pick == null ? lastPlace(ordered) : pick;
        var to = from == null ? null : lastPlace(received);
        if (from == null || to == null || from.place() == null) {
            say(Clue.SLOT_NEAR, null);
        } else if (from.place().equals(to.place())) {
            tell(Clue.SLOT_NEAR, true, "same", receivedName(), orderedName());
        } else {
            var spot = spot(from);
            var other = spot(to);
            if (spot == null || other == null) {
                say(Clue.SLOT_NEAR, null);
            } else {
                double metres = spot.metresTo(other);
                say(
                        Clue.SLOT_NEAR,
                        metres <= NEAR_METRES,
                        receivedName(),
                        orderedName(),
                        Math.round(metres * 10) / 10.0);
            }
        }
    }

    /** Where an article was put away, picked or counted last before the claimed pick. */
    private @Nullable TraceEvent lastPlace(Sku sku) {
        var until = pick == null ? scene.filedAt() : pick.at();
        TraceEvent before = null;
        for (var event : scene.shelf()) {
            boolean tells = event.moment() == Moment.PUTAWAY || event.moment() == Moment.PICK;
            if (tells && event.place() != null && names(event.goods(), sku)) {
                if (before == null || !event.at().isAfter(until)) {
                    before = event;
                }
            }
        }
        return before;
    }

    private TraceEvent.@Nullable Spot spot(TraceEvent event) {
        return event.spot() != null
                ? event.spot()
                : scene.shelf().stream()
                        .filter(other -> other.spot() != null && Objects.equals(other.place(), event.place()))
                        .map(TraceEvent::spot)
                        .findFirst()
                        .orElse(null);
    }

    private void sibling() {
        var ordered = scene.product(question.ordered());
        var other = question.isAsOrdered() ? scene.product(scene.wanted()) : scene.product(question.received());
        if (ordered != null && other != null && !ordered.sku().equals(other.sku())) {
            boolean same = ordered.variantOf() != null && ordered.variantOf().equals(other.variantOf());
            tell(
                    Clue.SIBLING,
                    same,
                    question.isAsOrdered() ? (same ? "wanted" : "unwanted") : same ? "true" : "false",
                    other.name(),
                    ordered.name());
        } else if (question.received() == null && question.problem() == Problem.WRONG_VARIANT) {
            tell(Clue.SIBLING, true, "said");
        } else if (question.isWholeParcel()) {
            wholeParcelSibling();
        } else {
            say(Clue.SIBLING, null);
        }
    }

    private void wholeParcelSibling() {
        var other = scene.product(question.received());
        if (other == null) {
            say(Clue.SIBLING, null);
            return;
        }
        boolean same = orderedArticles().stream()
                .map(scene::product)
                .filter(Objects::nonNull)
                .map(Product::variantOf)
                .anyMatch(family -> family != null && family.equals(other.variantOf()));
        tell(Clue.SIBLING, same, same ? "true" : "false", other.name(), orderedName());
    }

    private void weightOff() {
        var weighing = weights.weighing();
        if (weighing == null) {
            say(Clue.WEIGHT_OFF, null);
            return;
        }
        boolean off = Scale.isOff(weights.deviation(weighing.ordered(), weighing));
        var difference = weights.difference(question);
        double came = Double.NaN;
        if (question.isAsOrdered()) {
            say(Clue.WEIGHT_OFF, off, weighing.weighed(), Math.round(weighing.ordered()));
            return;
        }
        if (difference.isPresent()) {
            came = weighing.ordered() + difference.getAsDouble();
        } else if (question.isWholeParcel()) {
            came = named().map(Scene.Neighbour::expectedGrams)
                    .map(Integer::doubleValue)
                    .orElse(Double.NaN);
        }
        if (Double.isNaN(came)) {
            say(Clue.WEIGHT_OFF, off, weighing.weighed(), Math.round(weighing.ordered()));
        } else {
            double ratio = weights.density(came, weighing) / weights.density(weighing.ordered(), weighing);
            signs.weigh(ratio);
            var variant = ratio > 2 ? "received" : ratio < 0.5 ? "ordered" : "alike";
            tell(Clue.WEIGHT_OFF, off, variant, weighing.weighed(), Math.round(weighing.ordered()), Math.round(came));
        }
    }

    /** The neighbour that label or slip names. */
    private Optional<Scene.Neighbour> named() {
        return scene.neighbours().stream()
                .filter(neighbour -> scene.pictures().labels().contains(neighbour.trackingNumber())
                        || scene.pictures().slips().contains(neighbour.orderNumber()))
                .findFirst();
    }

    private void scalesDisagree() {
        var bench = parcel == null ? null : weights.weighed(parcel);
        var carrier = parcel == null ? null : carriers(parcel);
        if (bench == null || carrier == null) {
            say(Clue.SCALES_DISAGREE, null);
        } else {
            double sigma = Math.hypot(scene.scale().spread(), 1) * Scale.usualSigma(bench);
            say(Clue.SCALES_DISAGREE, Math.abs(carrier - bench) > 3 * sigma, bench, carrier);
        }
    }

    private @Nullable Integer carriers(Parcel sent) {
        return sent.carrierWeightGrams() != null
                ? sent.carrierWeightGrams()
                : scene.trail()
                        .of(Moment.HAND_OVER)
                        .filter(event -> event.isOf(sent))
                        .map(TraceEvent::weightGrams)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    private void exchange(List<Match> matches) {
        boolean named = named().isPresent();
        if (!(isPlaced() || named) || question.isAsOrdered() || (question.received() == null && !named)) {
            say(Clue.HELD_BY_NEIGHBOUR, null);
            byWeightAlone(matches);
            return;
        }
        var holder = matches.stream()
                .filter(match -> Boolean.TRUE.equals(match.holds()) || isNamed(match))
                .findFirst();
        if (holder.isEmpty()) {
            say(Clue.HELD_BY_NEIGHBOUR, false, receivedName());
            say(Clue.NEIGHBOUR_MISMATCH, null);
            return;
        }
        say(
                Clue.HELD_BY_NEIGHBOUR,
                true,
                receivedName(),
                holder.get().neighbour().orderNumber());
        var mismatches = matches.stream()
                .filter(match -> Boolean.TRUE.equals(match.holds()) || isNamed(match))
                .filter(match -> Boolean.TRUE.equals(match.mismatches()))
                .findFirst();
        if (mismatches.isPresent()) {
            say(Clue.NEIGHBOUR_MISMATCH, true, mismatches.get().neighbour().orderNumber());
        } else {
            say(
                    Clue.NEIGHBOUR_MISMATCH,
                    holder.get().mismatches(),
                    holder.get().neighbour().orderNumber());
        }
    }

    /** Whether it is on record who passed the same bench or wave: else nothing follows from nobody's having held it. */
    private boolean isPlaced() {
        return scene.trail().of(Moment.PACK).anyMatch(event -> event.place() != null)
                || picks.stream().anyMatch(event -> event.wave() != null);
    }

    private boolean isNamed(Match match) {
        return scene.pictures().labels().contains(match.neighbour().trackingNumber())
                || scene.pictures().slips().contains(match.neighbour().orderNumber());
    }

    /** Where nobody knows what came, a weight that fits both ways tells of an exchange; one that is off and fits no other, of none. */
    private void byWeightAlone(List<Match> matches) {
        var weighing = weights.weighing();
        boolean tells = !question.isAsOrdered()
                && weighing != null
                && Scale.isOff(weights.deviation(weighing.ordered(), weighing));
        if (!tells) {
            say(Clue.NEIGHBOUR_MISMATCH, null);
            return;
        }
        var found = matches.stream()
                .filter(match -> match.gives() && match.probability() > 0.5)
                .findFirst();
        if (found.isPresent()) {
            say(Clue.NEIGHBOUR_MISMATCH, true, found.get().neighbour().orderNumber());
        } else if (!isPlaced()) {
            say(Clue.NEIGHBOUR_MISMATCH, null);
        } else {
            tell(Clue.NEIGHBOUR_MISMATCH, false, "none");
        }
    }

    private void otherLabel() {
        var labels = scene.pictures().labels();
        var own = parcel == null ? scene.filing().trackingNumber() : parcel.trackingNumber();
        if (labels.isEmpty() || own == null) {
            say(Clue.OTHER_LABEL, null);
        } else {
            say(Clue.OTHER_LABEL, !labels.contains(own), own);
        }
    }

    private void otherSlip() {
        var slips = scene.pictures().slips();
        var number = scene.filing().orderNumber();
        if (slips.isEmpty() || number == null) {
            say(Clue.OTHER_SLIP, null);
        } else {
            say(Clue.OTHER_SLIP, !slips.contains(number));
        }
    }

    private void repeated() {
        var ordered = question.ordered();
        var received = question.received();
        if (ordered == null || received == null) {
            say(Clue.REPEATED, null);
            return;
        }
        long like = alike().filter(complaint -> complaint.isByAnother(picker()))
                .map(Scene.Complaint::orderNumber)
                .distinct()
                .count();
        say(Clue.REPEATED, like > 0, like, orderedName(), receivedName());
    }

    private Stream<Scene.Complaint> alike() {
        return scene.complaints().stream()
                .filter(complaint ->
                        !complaint.orderNumber().equals(scene.filing().orderNumber()))
                .filter(complaint -> complaint.at().isAfter(scene.filedAt().minus(FORTNIGHT)))
                .filter(complaint -> complaint.isAbout(question.ordered(), question.received()));
    }

    private @Nullable String picker() {
        return pick == null ? null : pick.operator();
    }

    /** Counts after the pick: of the slot that the ordered article was taken from, and of that of what came. */
    private void recounts() {
        var ordered = question.ordered();
        var received = question.received();
        var place = pick == null ? null : pick.place();
        var since = pick != null
                ? pick.at()
                : scene.order().map(Order::placedAt).orElse(scene.filedAt().minus(FORTNIGHT));
        var counts = ordered == null || question.isAsOrdered()
                ? List.<TraceEvent>of()
                : scene.shelf().stream()
                        .filter(event ->
                                event.moment() == Moment.STOCKTAKE && event.at().isAfter(since))
                        .toList();
        var atOrdered = counts.stream()
                .filter(event -> place == null ? names(told(event), ordered) : place.equals(event.place()))
                .filter(event -> ordered != null && surplus(event, ordered) != null)
                .findFirst();
        var atReceived = received == null
                ? Optional.<TraceEvent>empty()
                : counts.stream()
                        .filter(event -> names(event.expected(), received) && !event.equals(atOrdered.orElse(null)))
                        .findFirst();
        var over = ordered == null
                ? null
                : atOrdered.map(event -> surplus(event, ordered)).orElse(null);
        var under = received == null
                ? null
                : atReceived.map(event -> surplus(event, received)).orElse(null);
        if (over == null && under == null) {
            say(Clue.STOCK_SHIFTED, null);
        } else {
            boolean sentMore = question.isMiscounted() && question.receivedUnits() > question.units();
            boolean shifted = (over == null || (sentMore ? over <= -1 : over >= 1)) && (under == null || under <= -1);
            say(Clue.STOCK_SHIFTED, shifted, counted(orderedName(), over), counted(receivedName(), under));
        }
        stranger(counts.stream()
                .filter(event -> place == null ? names(told(event), ordered) : place.equals(event.place()))
                .toList());
    }

    private static Phrase counted(Object article, @Nullable Integer surplus) {
        return surplus == null
                ? Phrase.of("investigation.counted.not", article)
                : surplus == 0
                        ? Phrase.of("investigation.counted.right", article)
                        : Phrase.of("investigation.counted.off", article, signed(surplus));
    }

    /** One count that finds it is enough; one that did not look for it says nothing. */
    private void stranger(List<TraceEvent> atOrdered) {
        var received = question.received();
        var telling = received == null
                ? List.<TraceEvent>of()
                : atOrdered.stream()
                        .filter(event -> !event.listedOnly() || names(told(event), received))
                        .toList();
        if (received == null || telling.isEmpty() || belongsBeside(received)) {
            say(Clue.STRANGER_IN_SLOT, null);
        } else {
            boolean stranger = telling.stream()
                    .anyMatch(event -> units(event.goods(), received) > units(event.expected(), received));
            say(Clue.STRANGER_IN_SLOT, stranger, receivedName(), orderedName());
        }
    }

    /** Where both articles have been put away in one slot nobody is a stranger there. */
    private boolean belongsBeside(Sku received) {
        var own = pick;
        if (own == null || own.place() == null) {
            return false;
        }
        return scene.shelf().stream()
                .anyMatch(event -> event.moment() == Moment.PUTAWAY
                        && own.place().equals(event.place())
                        && !event.at().isAfter(own.at())
                        && names(event.goods(), received)
                        && !names(event.goods(), question.ordered()));
    }

    private static String signed(int units) {
        return units > 0 ? "+" + units : units < 0 ? "−" + -units : "0";
    }

    private static List<TraceEvent.Goods> told(TraceEvent event) {
        return Stream.concat(event.goods().stream(), event.expected().stream()).toList();
    }

    private static @Nullable Integer surplus(TraceEvent event, Sku sku) {
        boolean isKnown = names(event.expected(), sku)
                && Stream.concat(event.goods().stream(), event.expected().stream())
                        .filter(goods -> sku.equals(goods.sku()))
                        .noneMatch(goods -> goods.quantity() == null);
        return isKnown ? Integer.valueOf(units(event.goods(), sku) - units(event.expected(), sku)) : null;
    }

    private static int units(List<TraceEvent.Goods> goods, Sku sku) {
        return goods.stream()
                .filter(each -> sku.equals(each.sku()))
                .mapToInt(each -> each.quantity() == null ? 1 : each.quantity())
                .sum();
    }

    private void inboundDoubt() {
        var lot = lot();
        if (lot == null) {
            say(Clue.INBOUND_DOUBT, null);
            return;
        }
        var ofLot =
                scene.shelf().stream().filter(event -> lot.equals(event.lot())).toList();
        boolean labelled = ofLot.stream().anyMatch(event -> event.moment() == Moment.LABELLING);
        boolean mixed = ofLot.stream()
                        .flatMap(event -> event.goods().stream())
                        .map(goods ->
                                goods.sku() == null ? goods.uri() : goods.sku().value())
                        .distinct()
                        .count()
                > 1;
        if (labelled && !mixed && isLabelledAsARule(lot)) {
            tell(Clue.INBOUND_DOUBT, null, "rule", lot);
        } else {
            tell(Clue.INBOUND_DOUBT, labelled || mixed, mixed ? "true" : labelled ? "labelled" : "false", lot);
        }
    }

    /** Where every lot gets its labels in the house, another one tells nothing. */
    private boolean isLabelledAsARule(String lot) {
        var others = scene.shelf().stream()
                .filter(event -> event.lot() != null && !lot.equals(event.lot()))
                .collect(Collectors.groupingBy(event -> Objects.requireNonNull(event.lot())));
        return others.size() >= RULE
                && others.values().stream()
                        .allMatch(events -> events.stream().anyMatch(event -> event.moment() == Moment.LABELLING));
    }

    /**
     * The lot that filled the slot last before the pick. Where the same came of the slot before that, a lot that was there
     * already: goods of two lots lie there side by side for a while.
     */
    @Nullable
    String lot() {
        var ordered = question.ordered();
        if (ordered == null) {
            return null;
        }
        var own = pick == null ? scene.filedAt() : pick.at();
        var place = pick == null ? null : pick.place();
        var filled = scene.shelf().stream()
                .filter(event -> event.moment() == Moment.PUTAWAY && !event.at().isAfter(own))
                .filter(event -> place == null || place.equals(event.place()))
                .filter(event -> names(event.goods(), ordered) && event.lot() != null)
                .sorted(Comparator.comparing(TraceEvent::at).reversed())
                .limit(BESIDE)
                .toList();
        var first = alike().flatMap(complaint -> complaint.picks().stream())
                .filter(other -> place != null && place.equals(other.place()) && names(other.goods(), ordered))
                .map(TraceEvent::at)
                .filter(own::isAfter)
                .min(Comparator.naturalOrder())
                .orElse(own);
        return Stream.concat(filled.stream().filter(event -> !event.at().isAfter(first)), filled.stream())
                .map(TraceEvent::lot)
                .findFirst()
                .orElse(null);
    }

    private void pickDoubt() {
        var ordered = question.ordered();
        if (pick == null || ordered == null) {
            say(Clue.PICK_DOUBT, null);
            return;
        }
        var since = pick.at().minus(COUNT_COUNTS);
        var counted = scene.shelf().stream()
                .filter(event -> event.moment() == Moment.STOCKTAKE)
                .filter(event -> event.at().isAfter(since) && event.at().isBefore(pick.at()))
                .filter(event -> {
                    var surplus = surplus(event, ordered);
                    return surplus != null && surplus > 0;
                })
                .findFirst();
        if (pick.shortPick()) {
            tell(Clue.PICK_DOUBT, true, "short", orderedName(), pick.at());
        } else if (pick.scan() == Scan.OVERRIDE) {
            tell(Clue.PICK_DOUBT, true, "override", orderedName(), pick.at());
        } else if (counted.isPresent()) {
            tell(Clue.PICK_DOUBT, true, "counted", orderedName(), counted.get().at());
        } else {
            say(Clue.PICK_DOUBT, false);
        }
    }

    private void linesDiffer() {
        var order = scene.order().orElse(null);
        var told = picks.stream()
                .flatMap(event -> event.goods().stream())
                .map(TraceEvent.Goods::sku)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (order == null || told.isEmpty()) {
            say(Clue.LINES_DIFFER, null);
            return;
        }
        var stranger = told.stream().filter(sku -> order.ordered(sku) == 0).findFirst();
        if (stranger.isPresent()) {
            say(Clue.LINES_DIFFER, true, scene.name(stranger.get()));
        } else {
            say(Clue.LINES_DIFFER, false);
        }
    }

    private void deliveryDoubt() {
        if (parcel == null) {
            say(Clue.DELIVERY_DOUBT, null);
            return;
        }
        var missorted = scene.trail().events().stream()
                .filter(event -> event.isOf(parcel) && event.trouble() == Trouble.MISSORT)
                .findFirst();
        var distance = scene.trail()
                .of(Moment.DELIVERY)
                .filter(event -> event.isOf(parcel))
                .map(TraceEvent::distanceMetres)
                .filter(Objects::nonNull)
                .reduce((first, last) -> last)
                .orElse(null);
        if (missorted.isPresent()) {
            tell(Clue.DELIVERY_DOUBT, true, "sorted", missorted.get().at());
        } else if (distance != null) {
            say(Clue.DELIVERY_DOUBT, distance > FAR_METRES, distance);
        } else {
            say(Clue.DELIVERY_DOUBT, null);
        }
    }

    private void pictureDoubt() {
        var pictures = scene.pictures();
        var delivered = delivered();
        if (pictures.seenBefore()) {
            tell(Clue.PICTURE_DOUBT, true, "seen");
        } else if (delivered != null && isEarly(delivered)) {
            tell(Clue.PICTURE_DOUBT, true, "early", delivered);
        } else if (pictures.takenAt().isEmpty() && pictures.codes().isEmpty()) {
            say(Clue.PICTURE_DOUBT, null);
        } else {
            say(Clue.PICTURE_DOUBT, false);
        }
    }

    private boolean isEarly(Instant delivered) {
        return scene.pictures().takenAt().stream()
                .anyMatch(taken -> taken.isBefore(delivered.minus(Pictures.CLOCK_MAY_DIFFER)));
    }

    private @Nullable Instant delivered() {
        return parcel == null
                ? null
                : scene.trail()
                        .of(Moment.DELIVERY)
                        .filter(event -> event.isOf(parcel))
                        .map(TraceEvent::at)
                        .findFirst()
                        .orElse(parcel.deliveredAt());
    }

    private static boolean names(List<TraceEvent.Goods> goods, @Nullable Sku sku) {
        return sku != null && goods.stream().anyMatch(each -> sku.equals(each.sku()));
    }
}
