package org.redress.settlement.model;

import org.redress.kernel.MerchantId;
import org.redress.settlement.Work;

/** The door to the carrier that brings goods back at our cost. The same key is one label or one collection. */
public interface Labels extends Revocable {
    /** A prepaid label, with which the customer sends something back. */
    Outcome returnLabel(MerchantId merchant, String key, Work.ReturnLabel label);

    /** The carrier comes to the door. */
    Outcome pickUp(MerchantId merchant, String key, Work.Pickup pickup);
}
