package org.redress.settlement.model;

import org.redress.kernel.MerchantId;
import org.redress.settlement.Work;

/** The door to whoever issues vouchers of a shop. The same key is one voucher. */
public interface Vouchers extends Revocable {
    Outcome issue(MerchantId merchant, String key, Work.Voucher voucher);
}
