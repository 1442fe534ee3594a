package org.redress.settlement.out;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.MerchantId;
import org.redress.orders.Order;
import org.redress.settlement.Work;
import org.redress.settlement.model.Labels;
import org.redress.settlement.model.Listing;
import org.redress.settlement.model.Outcome;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Labels and collections by a carrier that speaks docs/partners.md. */
@Component
@ConditionalOnProperty(name = "redress.labels.adapter", havingValue = "http")
class HttpLabels implements Labels {
    private static final String LABELS = "/labels";

    private final HttpPartner partner;

    HttpLabels(
            @Value("${redress.labels.url}") String url,
            @Value("${redress.labels.token:}") String token,
            @Value("${redress.labels.secret:}") String secret,
            InstantSource clock) {
        this.partner = new HttpPartner(url, token, secret, clock);
    }

    private enum Kind {
        RETURN_LABEL,
        PICK_UP
    }

    private record Body(Kind kind, String orderNumber, List<Line> lines, Order.Address customer) {}

    @Override
    public Outcome returnLabel(MerchantId merchant, String key, Work.ReturnLabel what) {
        var body = new Body(Kind.RETURN_LABEL, what.orderNumber(), Line.of(what.goods()), what.from());
        return partner.ask(merchant, LABELS, key, body);
    }

    @Override
    public Outcome pickUp(MerchantId merchant, String key, Work.Pickup what) {
        var body = new Body(Kind.PICK_UP, what.orderNumber(), Line.of(what.goods()), what.from());
        return partner.ask(merchant, LABELS, key, body);
    }

    @Override
    public Outcome status(MerchantId merchant, String key) {
        return partner.status(merchant, LABELS, key);
    }

    @Override
    public Outcome cancel(MerchantId merchant, String key) {
        return partner.cancel(merchant, LABELS, key);
    }

    @Override
    public Listing effects(MerchantId merchant, Instant from, Instant to, @Nullable String after) {
        return partner.effects(merchant, from, to, after);
    }
}
