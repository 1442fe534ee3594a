package org.redress.investigation.model;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Claim;
import org.redress.claims.Complaint;
import org.redress.claims.Pictures;
import org.redress.claims.StatementReading;
import org.redress.kernel.Gtin;
import org.redress.kernel.Sku;
import org.redress.orders.Order;
import org.redress.orders.Product;
import org.redress.traces.Parcel;
import org.redress.traces.Scale;
import org.redress.traces.Surroundings;
import org.redress.traces.TraceEvent;
import org.redress.traces.Trail;

/** What is on record of one merchant, as far as a cause may show in it. Each is one question to the records. */
public interface Sources {
    Optional<Order> order(String number);

    Map<Sku, Product> products(Collection<Sku> skus);

    Map<Gtin, List<Product>> byGtin(Collection<Gtin> codes);

    /** See {@link org.redress.traces.Traces#trail(org.redress.kernel.MerchantId, String, String)}. */
    Trail trail(@Nullable String orderNumber, String claimNumber);

    Optional<Parcel> parcel(String trackingNumber);

    List<Parcel> parcels(String orderNumber);

    Scale scale(String warehouse);

    /** See {@link Surroundings#shelf}. */
    List<TraceEvent> shelf(Collection<Sku> articles, Collection<Gtin> codes, Instant moment);

    /** See {@link Surroundings#passing}. */
    List<Surroundings.Passing> passing(Trail trail, Parcel parcel, @Nullable Sku received);

    /** The one article of the catalogue with exactly this name, whatever its case. */
    Optional<Sku> called(String name);

    /** See {@link Surroundings#picked}. */
    Map<String, List<TraceEvent>> picked(Collection<String> orders);

    Pictures pictures(Claim claim);

    /** See {@link org.redress.claims.Complaints#alike}. */
    List<Complaint> alike(@Nullable Sku ordered, @Nullable Sku received, Instant since, Collection<String> orders);

    /** What the customer's words name. */
    StatementReading read(String statement, Optional<Order> order);
}
