package org.redress.investigation.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Claim;
import org.redress.claims.Complaint;
import org.redress.claims.Complaints;
import org.redress.claims.Filing;
import org.redress.claims.Pictures;
import org.redress.claims.Statements;
import org.redress.investigation.model.Question;
import org.redress.investigation.model.Scene;
import org.redress.kernel.Gtin;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Sku;
import org.redress.orders.Order;
import org.redress.orders.Orders;
import org.redress.orders.Product;
import org.redress.orders.Products;
import org.redress.traces.Parcel;
import org.redress.traces.Scale;
import org.redress.traces.Surroundings;
import org.redress.traces.TraceEvent;
import org.redress.traces.TraceEvent.Moment;
import org.redress.traces.Traces;
import org.redress.traces.Trail;
import org.springframework.stereotype.Component;

/** Gathers all that is on record around a claim, in some dozen queries whatever the claim. */
@Component
public class SceneGathering {
    private static final Duration FORTNIGHT = Duration.ofDays(14);

    /** Whose pickers are asked for: a few claims tell as much as many. */
    private static final int MOST_PAIRS = 10;

    private final Orders orders;
    private final Products products;
    private final Traces traces;
    private final Surroundings surroundings;
    private final Complaints complaints;
    private final Statements statements;

    public SceneGathering(
            Orders orders,
            Products products,
            Traces traces,
            Surroundings surroundings,
            Complaints complaints,
            Statements statements) {
        this.orders = orders;
        this.products = products;
        this.traces = traces;
        this.surroundings = surroundings;
        this.complaints = complaints;
        this.statements = statements;
    }

    /** @param answers of people who were asked */
    public Scene scene(Claim claim, List<Scene.Answer> answers) {
        var merchant = claim.merchant();
        var filing = claim.filing();
        var number = filing.orderNumber();
        var order = number == null ? Optional.<Order>empty() : orders.find(merchant, number);
        var trail = traces.trail(merchant, number, claim.number());
        var pictures = complaints.pictures(claim);
        var catalogue = catalogue(merchant, filing, order, trail, pictures);
        var bare = new Scene(
                claim.filedAt(),
                filing,
                order,
                catalogue,
                pictures,
                trail,
                Scale.USUAL,
                List.of(),
                List.of(),
                List.of(),
                answers,
                null);
        var question = Question.of(bare).orElse(null);
        return question == null ? bare : around(merchant, bare, question);
    }

    private Scene around(MerchantId merchant, Scene bare, Question question) {
        var parcel = bare.parcel().orElse(null);
        var scale = parcel == null || parcel.expectedWeightGrams() == null
                ? Scale.USUAL
                : traces.scale(merchant, parcel.warehouse());
        var passing = parcel == null
                ? List.<Surroundings.Passing>of()
                : surroundings.passing(merchant, bare.trail(), parcel, question.received());
        var neighbours =
                new ArrayList<>(passing.stream().map(SceneGathering::neighbour).toList());
        neighbours.addAll(named(merchant, bare, passing));
        var catalogue = bare.products();
        if (question.received() == null && !neighbours.isEmpty()) {
            catalogue = with(merchant, catalogue, neighbours);
        }
        return new Scene(
                bare.filedAt(),
                bare.filing(),
                bare.order(),
                catalogue,
                bare.pictures(),
                bare.trail(),
                scale,
                shelf(merchant, bare, question),
                neighbours,
                complaints(merchant, bare, question, neighbours),
                bare.answers(),
                question.ordered() != null && question.ordered().equals(question.received())
                        ? wanted(merchant, bare, question.ordered())
                        : null);
    }

    private Map<Sku, Product> catalogue(
            MerchantId merchant, Filing filing, Optional<Order> order, Trail trail, Pictures pictures) {
        var skus = new LinkedHashSet<Sku>();
        order.ifPresent(known -> known.lines().forEach(line -> skus.add(line.sku())));
        trail.parcels().forEach(parcel -> parcel.lines().forEach(line -> skus.add(line.sku())));
        Stream.concat(trail.events().stream(), trail.inspections().stream())
                .flatMap(event -> event.goods().stream())
                .map(TraceEvent.Goods::sku)
                .flatMap(Stream::ofNullable)
                .forEach(skus::add);
        var codes = new LinkedHashSet<>(pictures.codes());
        for (var line : filing.lines()) {
            Stream.ofNullable(line.sku()).forEach(skus::add);
            var received = line.received();
            if (received != null) {
                Stream.ofNullable(received.sku()).forEach(skus::add);
                Stream.ofNullable(received.gtin()).forEach(codes::add);
            }
        }
        var known = new LinkedHashMap<Sku, Product>(products.find(merchant, skus));
        if (!codes.isEmpty()) {
            products.byGtin(merchant, codes)
                    .values()
                    .forEach(some -> some.forEach(product -> known.putIfAbsent(product.sku(), product)));
        }
        return known;
    }

    private Map<Sku, Product> with(MerchantId merchant, Map<Sku, Product> known, List<Scene.Neighbour> neighbours) {
        var further = neighbours.stream()
                .flatMap(neighbour -> neighbour.goods().keySet().stream())
                .filter(sku -> !known.containsKey(sku))
                .collect(Collectors.toSet());
        var all = new LinkedHashMap<>(known);
        if (!further.isEmpty()) {
            all.putAll(products.find(merchant, further));
        }
        return all;
    }

    private static Scene.Neighbour neighbour(Surroundings.Passing passing) {
        return neighbour(passing.parcel(), passing.apart(), passing.sameWave());
    }

    private static Scene.Neighbour neighbour(Parcel parcel, int apart, boolean sameWave) {
        var goods = new LinkedHashMap<Sku, Integer>();
        parcel.lines().forEach(line -> goods.merge(line.sku(), line.quantity(), Integer::sum));
        return new Scene.Neighbour(
                parcel.orderNumber(),
                parcel.trackingNumber(),
                goods,
                parcel.expectedWeightGrams(),
                parcel.packWeightGrams(),
                apart,
                sameWave);
    }

    /** Parcels that label or slip name, wherever they passed. */
    private List<Scene.Neighbour> named(MerchantId merchant, Scene scene, List<Surroundings.Passing> passing) {
        var known = passing.stream().map(each -> each.parcel().trackingNumber()).collect(Collectors.toSet());
        var own = scene.trail().parcels().stream().map(Parcel::trackingNumber).collect(Collectors.toSet());
        var named = new ArrayList<Scene.Neighbour>();
        for (var label : scene.pictures().labels()) {
            if (!own.contains(label) && known.add(label)) {
                traces.parcel(merchant, label).ifPresent(parcel -> named.add(neighbour(parcel, -1, false)));
            }
        }
        for (var slip : scene.pictures().slips()) {
            if (!slip.equals(scene.filing().orderNumber())) {
                traces.parcels(merchant, slip).stream()
                        .filter(parcel -> known.add(parcel.trackingNumber()))
                        .forEach(parcel -> named.add(neighbour(parcel, -1, false)));
            }
        }
        return named;
    }

    private List<TraceEvent> shelf(MerchantId merchant, Scene scene, Question question) {
        var articles = Stream.of(question.ordered(), question.received())
                .flatMap(Stream::ofNullable)
                .distinct()
                .toList();
        var codes = articles.stream()
                .map(scene.products()::get)
                .filter(Objects::nonNull)
                .map(Product::gtin)
                .flatMap(Stream::ofNullable)
                .collect(Collectors.<Gtin>toSet());
        var moment =
                scene.trail().of(Moment.PICK).map(TraceEvent::at).findFirst().orElse(scene.filedAt());
        return articles.isEmpty() ? List.of() : surroundings.shelf(merchant, articles, codes, moment);
    }

    private List<Scene.Complaint> complaints(
            MerchantId merchant, Scene scene, Question question, List<Scene.Neighbour> neighbours) {
        var beside = neighbours.stream().map(Scene.Neighbour::orderNumber).collect(Collectors.toSet());
        var alike = complaints.alike(
                merchant,
                question.ordered(),
                question.received(),
                scene.filedAt().minus(FORTNIGHT),
                beside);
        var pairs = alike.stream()
                .map(Complaint::orderNumber)
                .filter(number -> !beside.contains(number)
                        && !number.equals(scene.filing().orderNumber()))
                .distinct()
                .limit(MOST_PAIRS)
                .toList();
        var pickers = surroundings.pickers(merchant, pairs);
        return alike.stream()
                .filter(each -> !each.orderNumber().equals(scene.filing().orderNumber()))
                .map(each -> new Scene.Complaint(
                        each.orderNumber(),
                        each.filedAt(),
                        each.lacking(),
                        each.received(),
                        pickers.getOrDefault(each.orderNumber(), Set.of())))
                .toList();
    }

    /** What the customer speaks of, where what came is what was ordered. */
    private @Nullable Sku wanted(MerchantId merchant, Scene scene, Sku ordered) {
        var reading = statements.read(merchant, scene.filing().statement(), scene.order());
        return reading.articles().stream()
                .map(Product::sku)
                .filter(sku -> !sku.equals(ordered))
                .findFirst()
                .orElseGet(() -> {
                    var came = reading.came();
                    return came == null || ordered.equals(came.sku()) ? null : came.sku();
                });
    }
}
