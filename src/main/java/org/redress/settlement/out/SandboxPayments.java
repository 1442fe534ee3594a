package org.redress.settlement.out;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.MerchantId;
import org.redress.settlement.Work;
import org.redress.settlement.model.Listing;
import org.redress.settlement.model.Outcome;
import org.redress.settlement.model.Payments;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Refunds that move no money. */
@Component
@ConditionalOnProperty(name = "redress.payments.adapter", havingValue = "sandbox", matchIfMissing = true)
class SandboxPayments implements Payments {
    private final SandboxBook book;

    SandboxPayments(SandboxBook book) {
        this.book = book;
    }

    @Override
    public Outcome refund(MerchantId merchant, String key, Work.Refund what) {
        return book.once(merchant, key, what, "RF-");
    }

    @Override
    public Outcome status(MerchantId merchant, String key) {
        return book.status(merchant, key);
    }

    @Override
    public Listing effects(MerchantId merchant, Instant from, Instant to, @Nullable String after) {
        return book.effects(merchant, from, to, after, Work.Refund.class);
    }
}
