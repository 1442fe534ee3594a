package org.redress.settlement.model;

import org.redress.kernel.MerchantId;
import org.redress.settlement.Work;

/** The door to whoever packs and sends parcels. The same key is one parcel. */
public interface Warehouse extends Revocable {
    /** Confirmed means released to the warehouse and taken on by it, not delivered. */
    Outcome reship(MerchantId merchant, String key, Work.Reshipment reshipment);
}
