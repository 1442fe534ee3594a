package org.redress.settlement.out;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.MerchantId;
import org.redress.orders.Order;
import org.redress.settlement.Work;
import org.redress.settlement.model.Listing;
import org.redress.settlement.model.Outcome;
import org.redress.settlement.model.Warehouse;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Parcels by a warehouse that speaks docs/partners.md. */
@Component
@ConditionalOnProperty(name = "redress.warehouse.adapter", havingValue = "http")
class HttpWarehouse implements Warehouse {
    private static final String JOBS = "/jobs";

    private final HttpPartner partner;

    HttpWarehouse(
            @Value("${redress.warehouse.url}") String url,
            @Value("${redress.warehouse.token:}") String token,
            @Value("${redress.warehouse.secret:}") String secret,
            InstantSource clock) {
        this.partner = new HttpPartner(url, token, secret, clock);
    }

    private enum Kind {
        RESHIP
    }

    private record Body(
            Kind kind,
            String orderNumber,
            List<Line> lines,
            Order.Address customer,
            List<String> avoid,
            Work.Guard guard) {}

    @Override
    public Outcome reship(MerchantId merchant, String key, Work.Reshipment what) {
        var lines = Line.of(what.goods());
        var body = new Body(Kind.RESHIP, what.orderNumber(), lines, what.shipTo(), what.avoid(), what.guard());
        return partner.ask(merchant, JOBS, key, body);
    }

    @Override
    public Outcome status(MerchantId merchant, String key) {
        return partner.status(merchant, JOBS, key);
    }

    @Override
    public Outcome cancel(MerchantId merchant, String key) {
        return partner.cancel(merchant, JOBS, key);
    }

    @Override
    public Listing effects(MerchantId merchant, Instant from, Instant to, @Nullable String after) {
        return partner.effects(merchant, from, to, after);
    }
}
