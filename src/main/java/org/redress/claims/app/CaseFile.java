package org.redress.claims.app;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Assessment;
import org.redress.claims.Claim;
import org.redress.claims.ClaimState;
import org.redress.claims.Filing;
import org.redress.claims.Pictures;
import org.redress.claims.Verification;
import org.redress.claims.model.Entitlement;
import org.redress.claims.model.Facts;
import org.redress.claims.model.FirstLook;
import org.redress.claims.model.OrderNumbers;
import org.redress.claims.model.Readings;
import org.redress.claims.model.VerificationChecks;
import org.redress.claims.model.Way;
import org.redress.claims.store.ClaimTable;
import org.redress.evidence.Evidence;
import org.redress.evidence.EvidenceItem;
import org.redress.evidence.Likeness;
import org.redress.kernel.Gtin;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Phrase;
import org.redress.kernel.Sku;
import org.redress.orders.Order;
import org.redress.orders.Orders;
import org.redress.orders.Product;
import org.redress.orders.Products;
import org.redress.orders.Stock;
import org.redress.remedy.Area;
import org.redress.remedy.Policies;
import org.redress.remedy.PolicySet;
import org.redress.remedy.RemedyCase;
import org.redress.remedy.RemedyChoice;
import org.redress.remedy.RemedyPlan;
import org.redress.traces.Parcel;
import org.redress.traces.Scale;
import org.redress.traces.TraceEvent;
import org.redress.traces.Traces;
import org.redress.traces.Trail;
import org.springframework.stereotype.Component;

/** Gathers what is recorded about a claim, for the checks and for the policy, in a handful of queries. */
@Component
class CaseFile {
    private final Orders orders;
    private final Products products;
    private final Stock stock;
    private final Evidence evidence;
    private final Traces traces;
    private final ClaimTable claims;
    private final Policies policies;
    private final InstantSource clock;

    CaseFile(
            Orders orders,
            Products products,
            Stock stock,
            Evidence evidence,
            Traces traces,
            ClaimTable claims,
            Policies policies,
            InstantSource clock) {
        this.orders = orders;
        this.products = products;
        this.stock = stock;
        this.evidence = evidence;
        this.traces = traces;
        this.claims = claims;
        this.policies = policies;
        this.clock = clock;
    }

    Optional<Order> order(MerchantId merchant, Filing filing) {
        return Optional.ofNullable(filing.orderNumber()).flatMap(number -> orders.find(merchant, number));
    }

    /** What the checks look at. */
    Facts facts(Claim claim) {
        return facts(claim, others(claim));
    }

    Facts facts(Claim claim, List<Claim> others) {
        var merchant = claim.merchant();
        var files = evidence.ofClaim(merchant, claim.id());
        var trail = traces.trail(merchant, claim.filing().orderNumber(), claim.number());
        return facts(merchant, claim.id(), claim.filing(), order(merchant, claim.filing()), files, trail, others);
    }

    /** The same for a claim that is being filed and has no rows yet. */
    Facts facts(MerchantId merchant, UUID id, Filing filing, Optional<Order> order, List<EvidenceItem> files) {
        var number = filing.orderNumber();
        var trail = number == null ? Trail.EMPTY : traces.trail(merchant, number);
        return facts(merchant, id, filing, order, files, trail, List.of());
    }

    private Facts facts(
            MerchantId merchant,
            UUID id,
            Filing filing,
            Optional<Order> order,
            List<EvidenceItem> files,
            Trail trail,
            List<Claim> others) {
        var way = way(merchant, filing, files, trail);
        var recorded = Stream.concat(trail.events().stream(), trail.inspections().stream())
                .flatMap(event -> event.goods().stream())
                .toList();
        var gtins = Stream.of(
                        files.stream().flatMap(file -> file.barcodes().stream()).map(EvidenceItem.Barcode::gtin),
                        filing.lines().stream().map(Filing.Line::received).map(CaseFile::gtin),
                        recorded.stream().map(TraceEvent.Goods::gtin))
                .flatMap(each -> each)
                .flatMap(Stream::ofNullable)
                .distinct()
                .toList();
        Map<Gtin, List<Product>> byGtin = gtins.isEmpty() ? Map.of() : products.byGtin(merchant, gtins);
        var shelves = stock.look(merchant, skus(filing, order, way, recorded));
        var known = new HashMap<>(shelves.products());
        byGtin.values().forEach(some -> some.forEach(product -> known.putIfAbsent(product.sku(), product)));
        var onSlips = OrderNumbers.candidates(files);
        return new Facts(
                filing,
                order,
                known,
                shelves.levels(),
                byGtin,
                files,
                onSlips.isEmpty() ? Set.of() : orders.known(merchant, onSlips),
                way,
                claimedUnits(others),
                remediedUnits(others),
                files.isEmpty() ? Facts.Alike.NONE : alike(merchant, id, filing));
    }

    /** What the photos say, without all the rest: four queries, one where there are none. */
    Pictures pictures(Claim claim) {
        var merchant = claim.merchant();
        var files = evidence.ofClaim(merchant, claim.id());
        if (files.isEmpty()) {
            return Pictures.NONE;
        }
        var onSlips = OrderNumbers.candidates(files);
        var onLabels = Way.labelTexts(files);
        return new Pictures(
                Readings.codes(files),
                onSlips.isEmpty() ? Set.of() : orders.known(merchant, onSlips),
                onLabels.isEmpty()
                        ? Set.of()
                        : traces.labelled(merchant, onLabels).values().stream()
                                .map(Parcel::trackingNumber)
                                .collect(Collectors.toSet()),
                files.stream()
                        .map(EvidenceItem::takenAt)
                        .flatMap(Stream::ofNullable)
                        .toList(),
                !alike(merchant, claim.id(), claim.filing()).same().isEmpty());
    }

    /** Whoever has shown a picture first has borrowed it from nobody, however often they file. */
    private Facts.Alike alike(MerchantId merchant, UUID id, Filing filing) {
        var likeness = new HashMap<UUID, Likeness>();
        evidence.likenesses(merchant, List.of(id))
                .values()
                .forEach(each -> each.forEach((other, how) -> likeness.merge(other, how, CaseFile::closer)));
        if (likeness.isEmpty()) {
            return Facts.Alike.NONE;
        }
        var own = claims.ofSameCustomer(merchant, likeness.keySet(), filing);
        // Ids grow with time.
        var first = Stream.concat(own.stream(), Stream.of(id))
                .min(Comparator.comparing(UUID::toString))
                .orElse(id)
                .toString();
        likeness.keySet()
                .removeIf(other -> own.contains(other) || other.toString().compareTo(first) > 0);
        var numbers = claims.numbers(merchant, likeness.keySet());
        return new Facts.Alike(
                numbers(numbers, likeness, how -> how != Likeness.SIMILAR_PICTURE),
                numbers(numbers, likeness, how -> how == Likeness.SIMILAR_PICTURE));
    }

    private static Likeness closer(Likeness one, Likeness other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static List<String> numbers(
            Map<UUID, String> numbers, Map<UUID, Likeness> likeness, Predicate<Likeness> wanted) {
        return numbers.entrySet().stream()
                .filter(claim -> wanted.test(Objects.requireNonNull(likeness.get(claim.getKey()))))
                .map(Map.Entry::getValue)
                .sorted()
                .toList();
    }

    private Way way(MerchantId merchant, Filing filing, List<EvidenceItem> files, Trail trail) {
        var texts = Way.labelTexts(files);
        var scale = Way.claimed(filing, trail)
                .filter(parcel -> parcel.expectedWeightGrams() != null)
                .map(parcel -> traces.scale(merchant, parcel.warehouse()))
                .orElse(Scale.USUAL);
        return new Way(trail, texts.isEmpty() ? Map.of() : traces.labelled(merchant, texts), scale);
    }

    private static @Nullable Gtin gtin(Filing.@Nullable Received received) {
        return received == null ? null : received.gtin();
    }

    private static Set<Sku> skus(Filing filing, Optional<Order> order, Way way, List<TraceEvent.Goods> recorded) {
        var skus = new LinkedHashSet<Sku>();
        recorded.stream().map(TraceEvent.Goods::sku).flatMap(Stream::ofNullable).forEach(skus::add);
        way.trail().parcels().forEach(parcel -> parcel.lines().forEach(line -> skus.add(line.sku())));
        order.ifPresent(known -> known.lines().forEach(line -> skus.add(line.sku())));
        for (var line : filing.lines()) {
            Stream.ofNullable(line.sku()).forEach(skus::add);
            Stream.ofNullable(line.received())
                    .map(Filing.Received::sku)
                    .flatMap(Stream::ofNullable)
                    .forEach(skus::add);
        }
        return skus;
    }

    /** The claims on the order of one that is being filed. */
    List<Claim> onOrder(MerchantId merchant, Filing filing) {
        var number = filing.orderNumber();
        return number == null ? List.of() : claims.ofOrder(merchant, number);
    }

    /** Where the goods of these orders went, as far as it is known. */
    Map<String, String> countries(MerchantId merchant, Set<String> orderNumbers) {
        return orders.countries(merchant, orderNumbers);
    }

    /** The other claims on the same order. */
    List<Claim> others(Claim claim) {
        return onOrder(claim.merchant(), claim.filing()).stream()
                .filter(other -> !other.id().equals(claim.id()))
                .toList();
    }

    /** Whether others on the same order go on under this claim. */
    boolean holdsOthers(Claim claim) {
        return others(claim).stream()
                .anyMatch(other -> other.state() instanceof ClaimState.Merged merged
                        && merged.into().equals(claim.id()));
    }

    /** A unit that is late may turn out to be wrong as well. */
    private static Map<Sku, Integer> claimedUnits(List<Claim> others) {
        var units = new HashMap<Sku, Integer>();
        others.stream()
                .filter(CaseFile::isLive)
                .flatMap(other -> other.filing().lines().stream())
                .forEach(line -> {
                    if (line.sku() != null && line.problem().owesGoods()) {
                        units.merge(line.sku(), line.quantity(), Integer::sum);
                    }
                });
        return units;
    }

    /** What other claims have made right. */
    private static Map<Sku, Integer> remediedUnits(List<Claim> others) {
        var units = new HashMap<Sku, Integer>();
        others.stream()
                .flatMap(other -> other.given().stream())
                .map(given -> new RemedyPlan(List.of(given.remedy())))
                .forEach(plan -> plan.skus()
                        .forEach(sku -> units.merge(sku, (int) (plan.sent(sku) + plan.refunded(sku)), Integer::sum)));
        return units;
    }

    private static boolean isLive(Claim claim) {
        return switch (claim.state().name()) {
            case SUBMITTED, NEEDS_INFORMATION, ACCEPTED, OFFERED, EXECUTING, FOLLOW_UP -> true;
            case CLOSED -> !claim.given().isEmpty();
            case REJECTED -> claim.rejection() == null;
        };
    }

    private Optional<RemedyCase> remedyCase(Claim claim, Facts facts, List<Claim> others) {
        return facts.order().map(order -> Entitlement.of(claim, order, facts, others, clock.instant()));
    }

    /** The rules of the day on which the claim was filed, and of where the goods went. */
    PolicySet policy(Claim claim, Facts facts) {
        return policy(claim.merchant(), facts.order(), claim.filedAt());
    }

    PolicySet policy(Claim claim) {
        return policy(claim.merchant(), order(claim.merchant(), claim.filing()), claim.filedAt());
    }

    PolicySet policy(MerchantId merchant, Optional<Order> order, Instant filedAt) {
        var country = order.map(Order::shipTo).map(Order.Address::country).orElse(null);
        return policies.inForce(merchant, Area.of(country), filedAt);
    }

    /** What is known of a claim and what follows from it. */
    Judgement judgement(Claim claim) {
        var others = others(claim);
        var facts = facts(claim, others);
        var policy = policy(claim, facts);
        var remedyCase = remedyCase(claim, facts, others);
        return new Judgement(
                facts,
                others,
                policy,
                remedyCase,
                VerificationChecks.verify(facts, policy.figures()).given(claim.conclusion()),
                FirstLook.of(facts, policy.figures(), followed(claim, others)),
                choice(remedyCase, policy));
    }

    private static @Nullable String followed(Claim claim, List<Claim> others) {
        return others.stream()
                .filter(other -> other.id().equals(claim.follows()))
                .map(Claim::number)
                .findFirst()
                .orElse(null);
    }

    /** @param remedyCase empty where we do not know the order */
    record Judgement(
            Facts facts,
            List<Claim> others,
            PolicySet policy,
            Optional<RemedyCase> remedyCase,
            Verification verification,
            Assessment assessment,
            RemedyChoice choice) {}

    private static RemedyChoice choice(Optional<RemedyCase> remedyCase, PolicySet policy) {
        return remedyCase
                .map(policy::options)
                .orElseGet(() -> new RemedyChoice(
                        List.of(), new RemedyChoice.Wish.NotPossible(Phrase.of("claims.wish.no-order"))));
    }
}
