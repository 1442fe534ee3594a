package org.redress.settlement.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.MerchantId;

/** Whoever does something for us, once for each key. */
public interface Partner {
    /** How far it is. Unknown where the partner has never heard of the key. */
    Outcome status(MerchantId merchant, String key);

    /**
     * What it did from one instant to before another, part by part: everything with an effect, also what was taken back.
     *
     * @param after what the part before said; null for the first
     */
    default Listing effects(MerchantId merchant, Instant from, Instant to, @Nullable String after) {
        return new Listing.NotKept();
    }
}
