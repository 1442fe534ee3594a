package org.redress.investigation.app;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.redress.claims.Complaint;
import org.redress.claims.Complaints;
import org.redress.investigation.model.RiskList;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Sku;
import org.redress.orders.Orders;
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
    private final Traces traces;
    private final Scales scales;
    private final Surroundings surroundings;
    private final Complaints complaints;

    RiskRecords(Orders orders, Traces traces, Scales scales, Surroundings surroundings, Complaints complaints) {
        this.orders = orders;
        this.traces = traces;
        this.scales = scales;
        this.surroundings = surroundings;
        this.complaints = complaints;
    }

    RiskList.Records of(MerchantId merchant) {
        return new RiskList.Records() {
            @Override
            public List<TraceEvent> picks(Set<String> slots, Instant from, Instant until) {
                return surroundings.picksFrom(merchant, slots, from, until);
            }

            @Override
            public List<TraceEvent> picks(Sku article, Instant from, Instant until) {
                return surroundings.picksOf(merchant, article, from, until);
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
