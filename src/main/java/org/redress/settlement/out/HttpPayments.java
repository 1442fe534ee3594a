package org.redress.settlement.out;

import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.MerchantId;
import org.redress.settlement.Work;
import org.redress.settlement.model.Listing;
import org.redress.settlement.model.Outcome;
import org.redress.settlement.model.Payments;
import org.redress.ui.Amount;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Refunds by a payment service that speaks docs/partners.md. */
@Component
@ConditionalOnProperty(name = "redress.payments.adapter", havingValue = "http")
class HttpPayments implements Payments {
    private static final String REFUNDS = "/refunds";

    private final HttpPartner partner;

    HttpPayments(
            @Value("${redress.payments.url}") String url,
            @Value("${redress.payments.token:}") String token,
            @Value("${redress.payments.secret:}") String secret,
            InstantSource clock) {
        this.partner = new HttpPartner(url, token, secret, clock);
    }

    private record Body(String orderNumber, Work.@Nullable Source payment, Amount amount) {}

    @Override
    public Outcome refund(MerchantId merchant, String key, Work.Refund refund) {
        var amount = Amount.of(refund.amount());
        return partner.ask(merchant, REFUNDS, key, new Body(refund.orderNumber(), refund.payment(), amount), amount);
    }

    @Override
    public Outcome status(MerchantId merchant, String key) {
        return partner.status(merchant, REFUNDS, key);
    }

    @Override
    public Listing effects(MerchantId merchant, Instant from, Instant to, @Nullable String after) {
        return partner.effects(merchant, from, to, after);
    }
}
