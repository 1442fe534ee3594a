package org.redress.investigation.app;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Claim;
import org.redress.claims.Filing;
import org.redress.investigation.Task.Part;
import org.redress.investigation.Task.Subject;
import org.redress.investigation.TaskQuestion;
import org.redress.investigation.Tasks.Opening;
import org.redress.investigation.model.TaskRules;
import org.redress.kernel.Sku;
import org.redress.orders.Product;
import org.redress.orders.Products;
import org.redress.traces.Parcel;
import org.redress.traces.TraceEvent;
import org.redress.traces.TraceEvent.Moment;
import org.redress.traces.Traces;
import org.redress.traces.Trail;
import org.springframework.stereotype.Component;

/** Reads from a claim and its parcel's records what a question is about and nobody has said. */
@Component
class TaskSubjects {
    private final Traces traces;
    private final Products products;

    TaskSubjects(Traces traces, Products products) {
        this.traces = traces;
        this.products = products;
    }

    /** What a question is about, and who outside of the house would know. */
    record About(Subject subject, @Nullable String partner) {}

    About of(Claim claim, Opening opening) {
        var filing = claim.filing();
        var takes = opening.question().takes();
        var trail = traces.trail(claim.merchant(), filing.orderNumber(), claim.number());
        var parcel = parcel(filing, opening, trail);
        var number = opening.parcel() != null ? opening.parcel() : named(filing, parcel);
        var pack = parcel.flatMap(sent -> pack(trail.of(sent)));
        var sku = takes.contains(Part.SKU) ? sku(filing, opening) : null;
        var subject = new Subject(
                slot(opening, sku, trail, pack),
                sku,
                takes.contains(Part.OTHER_SKU) ? other(filing, opening) : null,
                opening.lot(),
                takes.contains(Part.PARCEL) ? number : null,
                takes.contains(Part.ORDER) ? filing.orderNumber() : null,
                opening.question() == TaskQuestion.BENCH_VIDEO ? at(pack) : null,
                opening.question() == TaskQuestion.CARRIER_WEIGHT ? grams(parcel, pack) : null);
        return new About(subject, opening.partner() != null ? opening.partner() : partner(claim, opening, parcel, sku));
    }

    private Optional<Parcel> parcel(Filing filing, Opening opening, Trail trail) {
        var told = opening.parcel() != null ? opening.parcel() : filing.trackingNumber();
        if (told != null) {
            return trail.labelled(told);
        }
        return trail.parcels().size() == 1 ? Optional.of(trail.parcels().getFirst()) : Optional.empty();
    }

    private static @Nullable String named(Filing filing, Optional<Parcel> parcel) {
        return parcel.map(Parcel::trackingNumber).orElse(filing.trackingNumber());
    }

    private static Optional<TraceEvent> pack(Trail trail) {
        return trail.of(Moment.PACK).reduce((_, last) -> last);
    }

    private static @Nullable Sku sku(Filing filing, Opening opening) {
        if (opening.sku() != null) {
            return new Sku(opening.sku());
        }
        return switch (opening.question()) {
            case RECOUNT -> only(filing, line -> Stream.ofNullable(line.sku()));
            case COUNT -> only(filing, TaskSubjects::received);
            case LOT_CHECK,
                    ORDER_LINES,
                    CARRIER_PROOF,
                    CARRIER_WEIGHT,
                    BENCH_VIDEO,
                    QUARANTINE_LOT,
                    HOLD_ORDER,
                    RELEASE_ORDER -> null;
        };
    }

    private static @Nullable Sku other(Filing filing, Opening opening) {
        return opening.otherSku() != null ? new Sku(opening.otherSku()) : only(filing, TaskSubjects::received);
    }

    private static Stream<Sku> received(Filing.Line line) {
        var came = line.received();
        return came == null ? Stream.empty() : Stream.ofNullable(came.sku());
    }

    /** The article that all lines speak of; null where there are several. */
    private static @Nullable Sku only(Filing filing, Function<Filing.Line, Stream<Sku>> articles) {
        var found = filing.lines().stream().flatMap(articles).distinct().toList();
        return found.size() == 1 ? found.getFirst() : null;
    }

    private static @Nullable String slot(Opening opening, @Nullable Sku sku, Trail trail, Optional<TraceEvent> pack) {
        if (opening.slot() != null) {
            return TaskRules.slot(opening.slot()).orElseThrow();
        }
        return switch (opening.question()) {
            case RECOUNT ->
                trail.of(Moment.PICK)
                        .filter(pick -> pick.goods().stream().anyMatch(goods -> sku != null && sku.equals(goods.sku())))
                        .reduce((_, last) -> last)
                        .map(TraceEvent::place)
                        .orElse(null);
            case BENCH_VIDEO -> pack.map(TraceEvent::place).orElse(null);
            case COUNT,
                    LOT_CHECK,
                    ORDER_LINES,
                    CARRIER_PROOF,
                    CARRIER_WEIGHT,
                    QUARANTINE_LOT,
                    HOLD_ORDER,
                    RELEASE_ORDER -> null;
        };
    }

    private static @Nullable Instant at(Optional<TraceEvent> pack) {
        return pack.map(TraceEvent::at).orElse(null);
    }

    private static @Nullable Integer grams(Optional<Parcel> parcel, Optional<TraceEvent> pack) {
        return parcel.map(Parcel::packWeightGrams)
                .or(() -> pack.map(TraceEvent::weightGrams))
                .orElse(null);
    }

    private @Nullable String partner(Claim claim, Opening opening, Optional<Parcel> parcel, @Nullable Sku sku) {
        return switch (opening.question()) {
            case CARRIER_PROOF, CARRIER_WEIGHT -> parcel.map(Parcel::carrier).orElse(null);
            case RECOUNT, COUNT, LOT_CHECK, QUARANTINE_LOT ->
                sku == null
                        ? null
                        : find(claim, List.of(sku)).map(Product::supplier).orElse(null);
            case ORDER_LINES, BENCH_VIDEO, HOLD_ORDER, RELEASE_ORDER -> null;
        };
    }

    private Optional<Product> find(Claim claim, Collection<Sku> skus) {
        return products.find(claim.merchant(), skus).values().stream().findFirst();
    }
}
