package org.redress.claims;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.redress.kernel.MerchantId;
import org.redress.manners.Mood;

/** How customers feel, by their own words: for whoever answers them, and for nothing else (domain.md R4, R65). */
public interface Feelings {
    /** The customer said this. */
    void heard(MerchantId merchant, UUID claim, String words, Instant at);

    /** What was heard on these claims, the gravest first; one query. A claim whose customer is calm is absent. */
    Map<UUID, List<Feeling>> of(MerchantId merchant, Collection<UUID> claims);

    /** @param words that it was heard in, in small letters */
    record Feeling(Mood mood, String words, Instant at) {}
}
