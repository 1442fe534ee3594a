package org.redress.settlement.model;

import org.redress.kernel.MerchantId;
import org.redress.settlement.Work;

/** The door to whoever sends parcels and issues return labels. The same key is one parcel or one label. */
public interface Warehouse {
    /** Confirmed means released to the warehouse and taken on by it, not delivered. */
    Outcome reship(MerchantId merchant, String key, Work.Reshipment reshipment);

    /** A prepaid label, so that the customer sends something back at our cost. */
    Outcome returnLabel(MerchantId merchant, String key, Work.ReturnLabel label);

    Outcome status(MerchantId merchant, String key);
}
