package org.redress.investigation.app;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Claim;
import org.redress.claims.Complaint;
import org.redress.claims.Complaints;
import org.redress.claims.Pictures;
import org.redress.claims.StatementReading;
import org.redress.claims.Statements;
import org.redress.investigation.model.Sources;
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
import org.redress.traces.Traces;
import org.redress.traces.Trail;
import org.springframework.stereotype.Component;

/** What the modules below have on record. */
@Component
class Recorded {
    private final Orders orders;
    private final Products products;
    private final Traces traces;
    private final Scales scales;
    private final Surroundings surroundings;
    private final Complaints complaints;
    private final Statements statements;

    Recorded(
            Orders orders,
            Products products,
            Traces traces,
            Scales scales,
            Surroundings surroundings,
            Complaints complaints,
            Statements statements) {
        this.orders = orders;
        this.products = products;
        this.traces = traces;
        this.scales = scales;
        this.surroundings = surroundings;
        this.complaints = complaints;
        this.statements = statements;
    }

    /** See {@link Surroundings#around}. */
    List<TraceEvent> around(MerchantId merchant, TraceEvent pick, Collection<String> slots) {
        return surroundings.around(merchant, pick, slots);
    }

    Sources of(MerchantId merchant) {
        return new Sources() {
            @Override
            public Optional<Order> order(String number) {
                return orders.find(merchant, number);
            }

            @Override
            public Map<Sku, Product> products(Collection<Sku> skus) {
                return products.find(merchant, skus);
            }

            @Override
            public Optional<Sku> called(String name) {
                var found = products.called(merchant, name);
                return found.size() == 1 ? Optional.of(found.getFirst().sku()) : Optional.empty();
            }

            @Override
            public Map<Gtin, List<Product>> byGtin(Collection<Gtin> codes) {
                return products.byGtin(merchant, codes);
            }

            @Override
            public Trail trail(@Nullable String orderNumber, String claimNumber) {
                return traces.trail(merchant, orderNumber, claimNumber);
            }

            @Override
            public Optional<Parcel> parcel(String trackingNumber) {
                return traces.parcel(merchant, trackingNumber);
            }

            @Override
            public List<Parcel> parcels(String orderNumber) {
                return traces.parcels(merchant, orderNumber);
            }

            @Override
            public Scale scale(String warehouse) {
                return scales.of(merchant, warehouse);
            }

            @Override
            public List<TraceEvent> shelf(Collection<Sku> articles, Collection<Gtin> codes, Instant moment) {
                return surroundings.shelf(merchant, articles, codes, moment);
            }

            @Override
            public List<Surroundings.Passing> passing(Trail trail, Parcel parcel, @Nullable Sku received) {
                return surroundings.passing(merchant, trail, parcel, received);
            }

            @Override
            public Map<String, List<TraceEvent>> picked(Collection<String> some) {
                return surroundings.picked(merchant, some);
            }

            @Override
            public Pictures pictures(Claim claim) {
                return complaints.pictures(claim);
            }

            @Override
            public List<Complaint> alike(
                    @Nullable Sku ordered, @Nullable Sku received, Instant since, Collection<String> some) {
                return complaints.alike(merchant, ordered, received, since, some);
            }

            @Override
            public StatementReading read(String statement, Optional<Order> order) {
                return statements.read(merchant, statement, order);
            }
        };
    }
}
