package org.redress.claims;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Sku;

/** What claims tell of a mistake beyond one claim: for whoever looks for its cause. */
public interface Complaints {
    Pictures pictures(Claim claim);

    /**
     * The claims since a moment that had this article come in place of that one, and all on these orders; the latest
     * first, at most 500. One query.
     */
    List<Complaint> alike(
            MerchantId merchant,
            @Nullable Sku ordered,
            @Nullable Sku received,
            Instant since,
            Collection<String> orders);

    /** The other claims of a fortnight that had the same article come in place of the same: the latest twenty, these first. */
    List<UUID> alikeTo(Claim claim);

    /**
     * The claims that are not closed about these orders, with these numbers, or about these articles, ordered or
     * received; the oldest first.
     */
    List<UUID> open(
            MerchantId merchant, Collection<String> orders, Collection<String> numbers, Collection<String> articles);
}
