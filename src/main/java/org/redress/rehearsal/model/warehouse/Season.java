package org.redress.rehearsal.model.warehouse;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.redress.kernel.Sku;
import org.redress.orders.Order;
import org.redress.orders.Product;
import org.redress.traces.Parcel;
import org.redress.traces.TraceEvent;

/**
 * What a season leaves behind: what the merchant has on record, what its customers say, and what really happened.
 *
 * @param events the oldest first
 * @param appeals the oldest first
 * @param contents what was really in each parcel when it left, by tracking number
 * @param stock what became of the goods
 */
public record Season(
        List<Product> products,
        List<Order> orders,
        List<Parcel> parcels,
        List<TraceEvent> events,
        List<Appeal> appeals,
        List<Incident> incidents,
        Map<String, List<Parcel.Line>> contents,
        List<Stock> stock) {
    /** Lets a season go by. The same arguments make the same season. */
    public static Season of(Plan plan, Parameters parameters, long seed) {
        return new Course(plan, List.of(), parameters, seed).run();
    }

    /** The same for shops that there are, each with the warehouse that sends for it. */
    public static Season of(Plan plan, List<Outlet> outlets, Parameters parameters, long seed) {
        return new Course(plan, outlets, parameters, seed).run();
    }

    /** What is on record of it by then. What customers say and what really happened stays whole. */
    public Season asKnownAt(Instant moment) {
        return new Season(
                products,
                orders.stream()
                        .filter(order -> !order.placedAt().isAfter(moment))
                        .toList(),
                parcels.stream().flatMap(parcel -> knownAt(moment, parcel)).toList(),
                events.stream().filter(event -> !event.at().isAfter(moment)).toList(),
                appeals,
                incidents,
                contents,
                stock);
    }

    private static Stream<Parcel> knownAt(Instant moment, Parcel parcel) {
        if (parcel.shippedAt().isAfter(moment)) {
            return Stream.empty();
        }
        var delivered = parcel.deliveredAt();
        return Stream.of(delivered == null || !delivered.isAfter(moment) ? parcel : onItsWay(parcel));
    }

    private static Parcel onItsWay(Parcel parcel) {
        return new Parcel(
                parcel.trackingNumber(),
                parcel.orderNumber(),
                parcel.carrier(),
                parcel.sscc(),
                parcel.warehouse(),
                parcel.shippedAt(),
                null,
                parcel.expectedWeightGrams(),
                parcel.packWeightGrams(),
                parcel.carrierWeightGrams(),
                parcel.lines());
    }

    /**
     * All units of an article that there ever were.
     *
     * @param broughtIn by suppliers and by customers who sent goods back
     * @param sent in parcels of ours
     * @param lost nobody knows where
     * @param left on shelves
     */
    public record Stock(Sku sku, int broughtIn, int sent, int lost, int left) {}
}
