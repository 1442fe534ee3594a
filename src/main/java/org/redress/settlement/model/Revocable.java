package org.redress.settlement.model;

import org.redress.kernel.MerchantId;

/** A partner whose work can be taken back for as long as it has not been used. */
public interface Revocable extends Partner {
    /** Confirmed means taken back; Refused that it is too late; Unknown that there is nothing under this key. */
    Outcome cancel(MerchantId merchant, String key);
}
