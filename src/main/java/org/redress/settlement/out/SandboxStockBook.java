package org.redress.settlement.out;

import org.redress.kernel.MerchantId;
import org.redress.settlement.StockCorrection;
import org.redress.settlement.model.Outcome;
import org.redress.settlement.model.StockBook;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Books of goods that lie nowhere: what they were told stands in the sandbox's own table. */
@Component
@ConditionalOnProperty(name = "redress.warehouse.adapter", havingValue = "sandbox", matchIfMissing = true)
class SandboxStockBook implements StockBook {
    private final SandboxBook book;

    SandboxStockBook(SandboxBook book) {
        this.book = book;
    }

    @Override
    public Outcome correct(MerchantId merchant, String key, StockCorrection correction) {
        return book.once(merchant, key, StockWire.of(correction), "SC-");
    }

    @Override
    public Outcome status(MerchantId merchant, String key) {
        return book.status(merchant, key);
    }
}
