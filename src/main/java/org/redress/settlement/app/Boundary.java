package org.redress.settlement.app;

import org.redress.kernel.MerchantId;
import org.springframework.stereotype.Component;

/**
 * The places between two things that happen one after the other. A server may die at each of them, and what it leaves must
 * be such that another one can go on. Passing one does nothing.
 */
@Component
class Boundary {
    /** In the order in which they are passed. */
    enum Place {
        BEFORE_STAGING,
        STEP_STAGED,
        ALL_STAGED,
        BEFORE_HOLD,
        HELD,
        ANSWERED,
        ROW_WRITTEN,
        LEDGER_WRITTEN,
        REPORTED,
        COMMITTED,
        BEFORE_STOP,
        STEP_STOPPED,
        ALL_STOPPED,
        BEFORE_END
    }

    void pass(Place place, MerchantId merchant) {}
}
