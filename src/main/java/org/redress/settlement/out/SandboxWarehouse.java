package org.redress.settlement.out;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.MerchantId;
import org.redress.settlement.Work;
import org.redress.settlement.model.Listing;
import org.redress.settlement.model.Outcome;
import org.redress.settlement.model.Warehouse;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Parcels that nobody packs. */
@Component
@ConditionalOnProperty(name = "redress.warehouse.adapter", havingValue = "sandbox", matchIfMissing = true)
class SandboxWarehouse implements Warehouse {
    private final SandboxBook book;

    SandboxWarehouse(SandboxBook book) {
        this.book = book;
    }

    @Override
    public Outcome reship(MerchantId merchant, String key, Work.Reshipment what) {
        return book.once(merchant, key, what, "SH-");
    }

    @Override
    public Outcome status(MerchantId merchant, String key) {
        return book.status(merchant, key);
    }

    @Override
    public Outcome cancel(MerchantId merchant, String key) {
        return book.cancel(merchant, key);
    }

    @Override
    public Listing effects(MerchantId merchant, Instant from, Instant to, @Nullable String after) {
        return book.effects(merchant, from, to, after, Work.Reshipment.class);
    }
}
