package org.redress.investigation.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Filing;
import org.redress.investigation.Clue;
import org.redress.kernel.Gtin;
import org.redress.kernel.Sku;
import org.redress.orders.Order;
import org.redress.orders.Product;
import org.redress.traces.Parcel;
import org.redress.traces.Scale;
import org.redress.traces.TraceEvent;
import org.redress.traces.Trail;

/**
 * All that is on record around one claim, as far as its cause may show in it.
 *
 * @param order empty where we do not know it
 * @param products the articles of order, claim and neighbours that stand in the catalogue
 * @param scale of the warehouse that sent the parcel
 * @param shelf what was put away, labelled, picked and counted of the ordered and the received articles, the oldest first
 * @param neighbours the orders that passed the same bench or wave within a quarter of an hour
 * @param complaints other claims of the last fortnight about the same articles, and those of the neighbours
 * @param answers of people who were asked one question each
 * @param wanted the article that the customer's words name beside the ordered one
 */
public record Scene(
        Instant filedAt,
        Filing filing,
        Optional<Order> order,
        Map<Sku, Product> products,
        Pictures pictures,
        Trail trail,
        Scale scale,
        List<TraceEvent> shelf,
        List<Neighbour> neighbours,
        List<Complaint> complaints,
        List<Answer> answers,
        @Nullable Sku wanted) {

    /**
     * What the photos of the claim say.
     *
     * @param codes of the goods
     * @param slips the merchant's orders that packing slips name
     * @param labels the merchant's parcels that outer labels name, by tracking number
     * @param takenAt by the cameras' clocks
     * @param seenBefore whether an earlier claim of somebody else holds the same picture
     */
    public record Pictures(
            Set<Gtin> codes, Set<String> slips, Set<String> labels, List<Instant> takenAt, boolean seenBefore) {
        public static final Pictures NONE = new Pictures(Set.of(), Set.of(), Set.of(), List.of(), false);
    }

    /**
     * Another parcel that passed the same people at about the same time.
     *
     * @param at when it was packed, or sent where that is all that is known
     * @param apart how many parcels of the same bench lie between; -1 where the bench is not known
     * @param expectedGrams what it should weigh with its packaging
     */
    public record Neighbour(
            String orderNumber,
            String trackingNumber,
            Map<Sku, Integer> goods,
            @Nullable Integer expectedGrams,
            @Nullable Integer weighedGrams,
            Instant at,
            int apart,
            boolean sameWave) {}

    /**
     * Another claim.
     *
     * @param pickers who picked its order
     */
    public record Complaint(String orderNumber, Instant at, Set<Sku> lacking, Set<Sku> received, Set<String> pickers) {}

    /** What somebody who was asked has seen. */
    public record Answer(Clue clue, boolean present, String by, Instant at) {}

    Optional<Parcel> parcel() {
        var named = filing.trackingNumber();
        if (named != null) {
            return trail.labelled(named);
        }
        return trail.parcels().size() == 1 ? Optional.of(trail.parcels().getFirst()) : Optional.empty();
    }

    @Nullable
    Product product(@Nullable Sku sku) {
        return sku == null ? null : products.get(sku);
    }

    /** How people call an article. */
    String name(@Nullable Sku sku) {
        var product = product(sku);
        return product != null ? product.name() : sku == null ? "?" : sku.value();
    }
}
