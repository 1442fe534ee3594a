package org.redress.investigation.app;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.claims.Complaint;
import org.redress.claims.Complaints;
import org.redress.investigation.model.RiskList;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Sku;
import org.redress.orders.Orders;
import org.redress.orders.Product;
import org.redress.orders.Products;
import org.redress.traces.Parcel;
import org.redress.traces.Scale;
import org.redress.traces.Surroundings;
import org.redress.traces.TraceEvent;
import org.redress.traces.Traces;
import org.springframework.stereotype.Component;

/** What the modules below have on record of the orders in a scope. */
@Component
class RiskRecords {
    private final Orders orders;
    private final Products products;
    private final Traces traces;
    private final Scales scales;
    private final Surroundings surroundings;
    private final Complaints complaints;

    RiskRecords(
            Orders orders,
            Products products,
            Traces traces,
            Scales scales,
            Surroundings surroundings,
            Complaints complaints) {
        this.orders = orders;
        this.products = products;
        this.traces = traces;
        this.scales = scales;
        this.surroundings = surroundings;
        this.complaints = complaints;
    }

    /** Picks that name their goods by GTIN only, with the article that bears it. */
    private List<TraceEvent> named(MerchantId merchant, List<TraceEvent> picks) {
        var codes = picks.stream()
                .flatMap(event -> event.goods().stream())
                .filter(goods -> goods.sku() == null)
                .map(TraceEvent.Goods::gtin)
                .flatMap(Stream::ofNullable)
                .collect(Collectors.toSet());
        if (codes.isEmpty()) {
            return picks;
        }
        var known = products.byGtin(merchant, codes);
        return picks.stream()
                .map(event -> event.named(code -> known.getOrDefault(code, List.of()).stream()
                        .map(Product::sku)
                        .findFirst()))
                .toList();
    }

    RiskList.Records of(MerchantId merchant) {
        return new RiskList.Records() {
            @Override
            public List<TraceEvent> picks(Set<String> slots, Instant from, Instant until) {
                return named(merchant, surroundings.picksFrom(merchant, slots, from, until));
            }

            @Override
            public List<TraceEvent> picks(Sku article, Instant from, Instant until) {
                var product = products.find(merchant, List.of(article)).get(article);
                var code = product == null ? null : product.gtin();
                return named(merchant, surroundings.picksOf(merchant, article, code, from, until));
            }

            @Override
            public List<String> holding(Sku article, Instant from, Instant until) {
                return orders.holding(merchant, article, from, until);
            }

            @Override
            public Map<String, List<Parcel>> parcels(Collection<String> numbers) {
                return traces.parcelsOf(merchant, numbers).stream().collect(Collectors.groupingBy(Parcel::orderNumber));
            }

            @Override
            public List<Complaint> complaints(Collection<String> numbers, Instant since) {
                return complaints.alike(merchant, null, null, since, numbers);
            }

            @Override
            public Scale scale(String warehouse) {
                return scales.of(merchant, warehouse);
            }
        };
    }
}
