package org.redress.settlement.model;

import org.redress.kernel.MerchantId;
import org.redress.settlement.Work;

/**
 * The door to whoever moves money back to customers. The same key is one refund, however often it is asked for. What has
 * gone back is never fetched again.
 */
public interface Payments extends Partner {
    Outcome refund(MerchantId merchant, String key, Work.Refund refund);
}
