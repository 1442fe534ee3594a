package org.redress.settlement.out;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.MerchantId;
import org.redress.settlement.Work;
import org.redress.settlement.model.Listing;
import org.redress.settlement.model.Outcome;
import org.redress.settlement.model.Vouchers;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Vouchers that buy nothing. */
@Component
@ConditionalOnProperty(name = "redress.vouchers.adapter", havingValue = "sandbox", matchIfMissing = true)
class SandboxVouchers implements Vouchers {
    private final SandboxBook book;

    SandboxVouchers(SandboxBook book) {
        this.book = book;
    }

    @Override
    public Outcome issue(MerchantId merchant, String key, Work.Voucher what) {
        return book.once(merchant, key, what, "VC-");
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
        return book.effects(merchant, from, to, after, Work.Voucher.class);
    }
}
