package org.redress.traces;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Gtin;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Sku;

/** What happened around a parcel: on the shelves that its goods came from, and to the parcels beside it. */
public interface Surroundings {
    /** Who passes the same people within this time may have been mixed up (domain.md section 3, E7). */
    Duration QUARTER = Duration.ofMinutes(15);

    /**
     * What was put away, labelled and counted of these articles in the two months before a moment and since, of their lots
     * as well, and their last picks before it; the oldest first. Three queries.
     */
    List<TraceEvent> shelf(MerchantId merchant, Collection<Sku> articles, Collection<Gtin> codes, Instant moment);

    /**
     * The other parcels that were packed at the same bench within a {@link #QUARTER}, or picked in the same wave with this
     * article. Where neither is on record, those that the same warehouse packed within it, the nearest and all with this
     * article; or else those that it sent within it with this article or a weight that is off by as much the other way. Two
     * queries.
     */
    List<Passing> passing(MerchantId merchant, Trail trail, Parcel parcel, @Nullable Sku received);

    /**
     * @param at when it was packed, or sent where that is all that is known
     * @param apart how many parcels of the same bench lie between; -1 where it was not packed there
     * @param away how long before or after it was packed, where no bench is on record; null where that is not known
     */
    record Passing(
            Parcel parcel,
            Instant at,
            int apart,
            boolean sameWave,
            @Nullable Duration away) {}

    /** Picks from these slots between two moments, the oldest first, at most 5000. */
    List<TraceEvent> picksFrom(MerchantId merchant, Collection<String> slots, Instant from, Instant until);

    /**
     * What the hands of a pick took shortly before and after it, the nearest sixteen, and the last putting away into
     * these slots and into those that the picks name: where they lie. One query.
     */
    List<TraceEvent> around(MerchantId merchant, TraceEvent pick, Collection<String> slots);

    /** Picks of an article, by its SKU or its code, between two moments, the oldest first; of more than 5000 the last. */
    List<TraceEvent> picksOf(MerchantId merchant, Sku article, @Nullable Gtin code, Instant from, Instant until);

    /** Of the last few hundred picks of a merchant the share whose article was scanned; empty where too few are on record. */
    OptionalDouble scanShare(MerchantId merchant);

    /** What was picked for these orders, by order number. */
    Map<String, List<TraceEvent>> picked(MerchantId merchant, Collection<String> orders);
}
