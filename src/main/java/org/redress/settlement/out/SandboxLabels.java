package org.redress.settlement.out;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.MerchantId;
import org.redress.settlement.Work;
import org.redress.settlement.model.Labels;
import org.redress.settlement.model.Listing;
import org.redress.settlement.model.Outcome;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Labels that no carrier knows. */
@Component
@ConditionalOnProperty(name = "redress.labels.adapter", havingValue = "sandbox", matchIfMissing = true)
class SandboxLabels implements Labels {
    private final SandboxBook book;

    SandboxLabels(SandboxBook book) {
        this.book = book;
    }

    @Override
    public Outcome returnLabel(MerchantId merchant, String key, Work.ReturnLabel what) {
        return book.once(merchant, key, what, "RL-");
    }

    @Override
    public Outcome pickUp(MerchantId merchant, String key, Work.Pickup what) {
        return book.once(merchant, key, what, "PU-");
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
        return book.effects(merchant, from, to, after, Work.ReturnLabel.class, Work.Pickup.class);
    }
}
