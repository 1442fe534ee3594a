package org.redress.settlement.model;

import org.redress.kernel.MerchantId;
import org.redress.settlement.Work;

/** The door to whoever moves money back to customers. The same key is one refund, however often it is asked for. */
public interface Payments {
    Outcome refund(MerchantId merchant, String key, Work.Refund refund);

    /** How far a refund is that was taken on. */
    Outcome status(MerchantId merchant, String key);
}
