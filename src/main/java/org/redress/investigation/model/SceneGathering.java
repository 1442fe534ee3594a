package org.redress.investigation.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Claim;
import org.redress.claims.Complaint;
import org.redress.claims.Filing;
import org.redress.claims.Pictures;
import org.redress.kernel.Gtin;
import org.redress.kernel.Sku;
import org.redress.orders.Order;
import org.redress.orders.Product;
import org.redress.traces.Parcel;
import org.redress.traces.Scale;
import org.redress.traces.Surroundings;
import org.redress.traces.TraceEvent;
import org.redress.traces.TraceEvent.Moment;
import org.redress.traces.Trail;

/** Gathers all that is on record around a claim, in some dozen queries whatever the claim. */
public final class SceneGathering {
    private static final Duration FORTNIGHT = Duration.ofDays(14);

    /** Whose picks are asked for: a few claims tell as much as many. */
    private static final int MOST_PAIRS = 10;

    private final Sources sources;

    private SceneGathering(Sources sources) {
        this.sources = sources;
    }

    /** @param answers of people who were asked */
    public static Scene scene(Claim claim, Sources sources, List<Scene.Answer> answers) {
        return new SceneGathering(sources).scene(claim, answers);
    }

    private Scene scene(Claim claim, List<Scene.Answer> answers) {
        var filing = called(claim.filing());
        var number = filing.orderNumber();
        var order = number == null ? Optional.<Order>empty() : sources.order(number);
        var trail = sources.trail(number, claim.number());
        var pictures = sources.pictures(claim);
        var catalogue = catalogue(filing, order, trail, pictures);
        var bare = bare(claim, filing, order, catalogue, pictures, trail, answers);
        bare = bare(claim, filing, order, catalogue, pictures, named(trail, bare), answers);
        var question = Question.of(bare).orElse(null);
        return question == null ? bare : around(bare, question);
    }

    private static Scene bare(
            Claim claim,
            Filing filing,
            Optional<Order> order,
            Map<Sku, Product> catalogue,
            Pictures pictures,
            Trail trail,
            List<Scene.Answer> answers) {
        return new Scene(
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
    }

    /** Whoever types the name of an article means it. */
    private Filing called(Filing filing) {
        boolean isDescribed = filing.lines().stream()
                .map(Filing.Line::received)
                .anyMatch(received -> received != null && isOnlyDescribed(received));
        return isDescribed
                ? filing.withLines(filing.lines().stream().map(this::called).toList())
                : filing;
    }

    private Filing.Line called(Filing.Line line) {
        var received = line.received();
        if (received == null || !isOnlyDescribed(received)) {
            return line;
        }
        var description = Objects.requireNonNull(received.description()).strip();
        return sources.called(description)
                .map(sku -> new Filing.Line(
                        line.sku(),
                        line.quantity(),
                        line.problem(),
                        new Filing.Received(sku, null, description, received.quantity())))
                .orElse(line);
    }

    private static boolean isOnlyDescribed(Filing.Received received) {
        return received.sku() == null
                && received.gtin() == null
                && received.description() != null
                && !received.description().isBlank();
    }

    private static Trail named(Trail trail, Scene scene) {
        return new Trail(trail.parcels(), named(trail.events(), scene), named(trail.inspections(), scene));
    }

    /** A record that names goods by GTIN means the article of the order that bears it, if any does. */
    private static List<TraceEvent> named(List<TraceEvent> events, Scene scene) {
        return events.stream()
                .map(event -> event.named(code -> Question.article(scene, code)))
                .toList();
    }

    private Scene around(Scene bare, Question question) {
        var parcel = bare.parcel().orElse(null);
        var scale = parcel == null || parcel.expectedWeightGrams() == null
                ? Scale.USUAL
                : sources.scale(parcel.warehouse());
        var passing = parcel == null
                ? List.<Surroundings.Passing>of()
                : sources.passing(bare.trail(), parcel, question.received());
        var neighbours =
                new ArrayList<>(passing.stream().map(SceneGathering::neighbour).toList());
        neighbours.addAll(named(bare, passing));
        var catalogue = bare.products();
        if (question.received() == null && !neighbours.isEmpty()) {
            catalogue = with(catalogue, neighbours);
        }
        return new Scene(
                bare.filedAt(),
                bare.filing(),
                bare.order(),
                catalogue,
                bare.pictures(),
                bare.trail(),
                scale,
                shelf(bare, question),
                neighbours,
                complaints(bare, question, neighbours),
                bare.answers(),
                question.ordered() != null && question.ordered().equals(question.received())
                        ? wanted(bare, question.ordered())
                        : null);
    }

    private Map<Sku, Product> catalogue(Filing filing, Optional<Order> order, Trail trail, Pictures pictures) {
        var skus = new LinkedHashSet<Sku>();
        order.ifPresent(known -> known.lines().forEach(line -> skus.add(line.sku())));
        trail.parcels().forEach(parcel -> parcel.lines().forEach(line -> skus.add(line.sku())));
        Stream.concat(trail.events().stream(), trail.inspections().stream())
                .flatMap(event -> event.goods().stream())
                .map(TraceEvent.Goods::sku)
                .flatMap(Stream::ofNullable)
                .forEach(skus::add);
        var codes = new LinkedHashSet<>(pictures.codes());
        Stream.concat(trail.events().stream(), trail.inspections().stream())
                .flatMap(event -> event.goods().stream())
                .filter(goods -> goods.sku() == null)
                .map(TraceEvent.Goods::gtin)
                .flatMap(Stream::ofNullable)
                .forEach(codes::add);
        for (var line : filing.lines()) {
            Stream.ofNullable(line.sku()).forEach(skus::add);
            var received = line.received();
            if (received != null) {
                Stream.ofNullable(received.sku()).forEach(skus::add);
                Stream.ofNullable(received.gtin()).forEach(codes::add);
            }
        }
        var known = new LinkedHashMap<Sku, Product>(sources.products(skus));
        if (!codes.isEmpty()) {
            sources.byGtin(codes)
                    .values()
                    .forEach(some -> some.forEach(product -> known.putIfAbsent(product.sku(), product)));
        }
        return known;
    }

    private Map<Sku, Product> with(Map<Sku, Product> known, List<Scene.Neighbour> neighbours) {
        var further = neighbours.stream()
                .flatMap(neighbour -> neighbour.goods().keySet().stream())
                .filter(sku -> !known.containsKey(sku))
                .collect(Collectors.toSet());
        var all = new LinkedHashMap<>(known);
        if (!further.isEmpty()) {
            all.putAll(sources.products(further));
        }
        return all;
    }

    private static Scene.Neighbour neighbour(Surroundings.Passing passing) {
        return neighbour(passing.parcel(), passing.apart(), passing.sameWave(), passing.away());
    }

    private static Scene.Neighbour neighbour(Parcel parcel, int apart, boolean sameWave, @Nullable Duration away) {
        var goods = new LinkedHashMap<Sku, Integer>();
        parcel.lines().forEach(line -> goods.merge(line.sku(), line.quantity(), Integer::sum));
        return new Scene.Neighbour(
                parcel.orderNumber(),
                parcel.trackingNumber(),
                goods,
                parcel.expectedWeightGrams(),
                parcel.packWeightGrams(),
                apart,
                sameWave,
                away);
    }

    /** Parcels that label or slip name, wherever they passed. */
    private List<Scene.Neighbour> named(Scene scene, List<Surroundings.Passing> passing) {
        var known = passing.stream().map(each -> each.parcel().trackingNumber()).collect(Collectors.toSet());
        var own = scene.trail().parcels().stream().map(Parcel::trackingNumber).collect(Collectors.toSet());
        var named = new ArrayList<Scene.Neighbour>();
        for (var label : scene.pictures().labels()) {
            if (!own.contains(label) && known.add(label)) {
                sources.parcel(label).ifPresent(parcel -> named.add(neighbour(parcel, -1, false, null)));
            }
        }
        for (var slip : scene.pictures().slips()) {
            if (!slip.equals(scene.filing().orderNumber())) {
                sources.parcels(slip).stream()
                        .filter(parcel -> known.add(parcel.trackingNumber()))
                        .forEach(parcel -> named.add(neighbour(parcel, -1, false, null)));
            }
        }
        return named;
    }

    private List<TraceEvent> shelf(Scene scene, Question question) {
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
        return articles.isEmpty() ? List.of() : named(sources.shelf(articles, codes, moment), scene);
    }

    private List<Scene.Complaint> complaints(Scene scene, Question question, List<Scene.Neighbour> neighbours) {
        var beside = neighbours.stream().map(Scene.Neighbour::orderNumber).collect(Collectors.toSet());
        var alike = sources.alike(
                question.ordered(), question.received(), scene.filedAt().minus(FORTNIGHT), beside);
        var pairs = alike.stream()
                .map(Complaint::orderNumber)
                .filter(number -> !beside.contains(number)
                        && !number.equals(scene.filing().orderNumber()))
                .distinct()
                .limit(MOST_PAIRS)
                .toList();
        var picked = sources.picked(pairs);
        return alike.stream()
                .filter(each -> !each.orderNumber().equals(scene.filing().orderNumber()))
                .map(each -> new Scene.Complaint(
                        each.orderNumber(),
                        each.filedAt(),
                        each.lacking(),
                        each.received(),
                        named(picked.getOrDefault(each.orderNumber(), List.of()), scene)))
                .toList();
    }

    /** What the customer speaks of, where what came is what was ordered. */
    private @Nullable Sku wanted(Scene scene, Sku ordered) {
        var reading = sources.read(scene.filing().statement(), scene.order());
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
