package org.redress.investigation.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Filing;
import org.redress.claims.Pictures;
import org.redress.investigation.Clue;
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
     * Another parcel that passed the same people at about the same time.
     *
     * @param expectedGrams what it should weigh with its packaging
     * @param apart how many parcels of the same bench lie between; -1 where it was not packed there, as far as is known
     * @param away how long before or after it was packed, where no bench is on record; null where that is not known
     */
    public record Neighbour(
            String orderNumber,
            String trackingNumber,
            Map<Sku, Integer> goods,
            @Nullable Integer expectedGrams,
            @Nullable Integer weighedGrams,
            int apart,
            boolean sameWave,
            @Nullable Duration away) {}

    /**
     * Another claim.
     *
     * @param picks what was picked for its order
     */
    public record Complaint(
            String orderNumber, Instant at, Set<Sku> lacking, Set<Sku> received, List<TraceEvent> picks) {
        public boolean isAbout(@Nullable Sku ordered, @Nullable Sku came) {
            return ordered != null && came != null && lacking.contains(ordered) && received.contains(came);
        }

        /** Whether somebody else picked it, or may have. */
        public boolean isByAnother(@Nullable String picker) {
            return picker == null
                    || picks.stream().allMatch(pick -> pick.operator() == null)
                    || picks.stream()
                            .anyMatch(pick ->
                                    pick.operator() != null && !pick.operator().equals(picker));
        }
    }

    /** What somebody who was asked has seen. */
    public record Answer(Clue clue, boolean present, String by, Instant at) {}

    public Optional<Parcel> parcel() {
        var named = filing.trackingNumber();
        if (named != null) {
            return trail.labelled(named);
        }
        if (trail.parcels().size() == 1) {
            return Optional.of(trail.parcels().getFirst());
        }
        var holding = trail.parcels().stream()
                .filter(each -> filing.lines().stream()
                        .map(Filing.Line::sku)
                        .allMatch(sku -> sku != null && each.shipped(sku) > 0))
                .toList();
        return holding.size() == 1 ? Optional.of(holding.getFirst()) : Optional.empty();
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
