package org.redress.settlement.out;

import java.time.InstantSource;
import org.redress.kernel.MerchantId;
import org.redress.settlement.StockCorrection;
import org.redress.settlement.model.Outcome;
import org.redress.settlement.model.StockBook;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Corrections of stock to a warehouse that speaks docs/partners.md. */
@Component
@ConditionalOnProperty(name = "redress.warehouse.adapter", havingValue = "http")
class HttpStockBook implements StockBook {
    private static final String CORRECTIONS = "/stock-corrections";

    private final HttpPartner partner;

    HttpStockBook(
            @Value("${redress.warehouse.url}") String url,
            @Value("${redress.warehouse.token:}") String token,
            @Value("${redress.warehouse.secret:}") String secret,
            InstantSource clock) {
        this.partner = new HttpPartner(url, token, secret, clock);
    }

    @Override
    public Outcome correct(MerchantId merchant, String key, StockCorrection correction) {
        return partner.ask(merchant, CORRECTIONS, key, StockWire.of(correction));
    }

    @Override
    public Outcome status(MerchantId merchant, String key) {
        return partner.status(merchant, CORRECTIONS, key);
    }
}
