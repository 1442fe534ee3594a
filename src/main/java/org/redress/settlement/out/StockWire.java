package org.redress.settlement.out;

import org.redress.settlement.StockCorrection;

/**
 * A correction of stock as a warehouse is told it (docs/partners.md).
 *
 * @param units to add; negative to take off
 * @param rma the claim's number
 */
record StockWire(String sku, int units, StockCorrection.Stock stock, StockCorrection.Reason reason, String rma) {
    static StockWire of(StockCorrection correction) {
        return new StockWire(
                correction.sku().value(),
                correction.units(),
                correction.stock(),
                correction.reason(),
                correction.claimNumber());
    }
}
