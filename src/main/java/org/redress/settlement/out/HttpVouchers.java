package org.redress.settlement.out;

import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.MerchantId;
import org.redress.settlement.Work;
import org.redress.settlement.model.Listing;
import org.redress.settlement.model.Outcome;
import org.redress.settlement.model.Vouchers;
import org.redress.ui.Amount;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Vouchers by a service that speaks docs/partners.md. */
@Component
@ConditionalOnProperty(name = "redress.vouchers.adapter", havingValue = "http")
class HttpVouchers implements Vouchers {
    private static final String VOUCHERS = "/vouchers";

    private final HttpPartner partner;

    HttpVouchers(
            @Value("${redress.vouchers.url}") String url,
            @Value("${redress.vouchers.token:}") String token,
            @Value("${redress.vouchers.secret:}") String secret,
            InstantSource clock) {
        this.partner = new HttpPartner(url, token, secret, clock);
    }

    private record Body(String orderNumber, String shop, Amount amount) {}

    @Override
    public Outcome issue(MerchantId merchant, String key, Work.Voucher what) {
        var amount = Amount.of(what.amount());
        return partner.ask(merchant, VOUCHERS, key, new Body(what.orderNumber(), what.shop(), amount), amount);
    }

    @Override
    public Outcome status(MerchantId merchant, String key) {
        return partner.status(merchant, VOUCHERS, key);
    }

    @Override
    public Outcome cancel(MerchantId merchant, String key) {
        return partner.cancel(merchant, VOUCHERS, key);
    }

    @Override
    public Listing effects(MerchantId merchant, Instant from, Instant to, @Nullable String after) {
        return partner.effects(merchant, from, to, after);
    }
}
