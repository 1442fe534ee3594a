package org.redress.traces;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.gs1.Sscc;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Page;

/** What warehouse and carrier recorded about a merchant's parcels. */
public interface Traces {
    /** Writes or overwrites; the same parcel twice changes nothing, and of two with one number the later counts. */
    void put(MerchantId merchant, Collection<Parcel> parcels);

    Optional<Parcel> parcel(MerchantId merchant, String trackingNumber);

    /** Parcels whose number or order begins with the text, or that carry it as SSCC; all where it is blank. The last shipped first. */
    Page<Parcel> search(MerchantId merchant, String text, @Nullable String after, int limit);

    /** The parcels of an order, the first shipped first. */
    List<Parcel> parcels(MerchantId merchant, String orderNumber);

    /** The parcels of these orders; one query. */
    List<Parcel> parcelsOf(MerchantId merchant, Collection<String> orderNumbers);

    /** The parcels of an order and all events that name the order or one of them. */
    Trail trail(MerchantId merchant, String orderNumber);

    /** The same, with what was recorded of goods that came back under a claim's number; of these alone where there is no order. */
    Trail trail(MerchantId merchant, @Nullable String orderNumber, String claimNumber);

    /** The same of one parcel. */
    Trail trail(MerchantId merchant, Parcel parcel);

    /** Which of these texts of outer labels name a parcel of the merchant; one query. */
    Map<String, Parcel> labelled(MerchantId merchant, Collection<String> texts);

    /** What was in a parcel at a moment, in units by article as the events spell it. */
    Map<String, @Nullable Integer> contents(MerchantId merchant, Sscc parcel, Instant moment);

    /** What a warehouse's scale usually says, learned from its last parcels. */
    Scale scale(MerchantId merchant, String warehouse);
}
