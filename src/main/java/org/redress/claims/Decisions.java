package org.redress.claims;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.MerchantId;
import org.redress.remedy.Area;

/** What was decided, for whoever wants to know what other rules would have done, or whether all were treated alike. */
public interface Decisions {
    /** Where a page ended: claims are read in the order of their filing. */
    record Place(Instant filedAt, UUID claim) {}

    /** How many claims that were filed between two moments were offered something. */
    long count(MerchantId merchant, Area area, Instant from, Instant until);

    /** These claims, the oldest first. */
    List<Decision> page(MerchantId merchant, Area area, Instant from, Instant until, @Nullable Place after, int limit);

    /** How far decisions between two moments were the same where the facts were. */
    Evenness evenness(MerchantId merchant, Instant from, Instant until);
}
