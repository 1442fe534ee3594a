package org.redress.settlement.model;

import org.redress.kernel.MerchantId;
import org.redress.settlement.StockCorrection;

/** The door to the books of the warehouse. The same key is one correction, however often it is told. */
public interface StockBook {
    Outcome correct(MerchantId merchant, String key, StockCorrection correction);

    Outcome status(MerchantId merchant, String key);
}
