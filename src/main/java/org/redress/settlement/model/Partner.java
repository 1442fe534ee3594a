package org.redress.settlement.model;

import org.redress.kernel.MerchantId;

/** Whoever does something for us, once for each key. */
public interface Partner {
    /** How far it is. Unknown where the partner has never heard of the key. */
    Outcome status(MerchantId merchant, String key);
}
