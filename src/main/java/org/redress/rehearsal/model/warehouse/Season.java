package org.redress.rehearsal.model.warehouse;

import java.util.List;
import java.util.Map;
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
        return new Course(plan, parameters, seed).run();
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
