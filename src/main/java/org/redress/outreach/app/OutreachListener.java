package org.redress.outreach.app;

import org.redress.claims.ClaimMoved;
import org.redress.investigation.InvestigationConcluded;
import org.redress.kernel.MerchantId;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Hears of swaps whose other side is known, and of customers who have come themselves. */
@Component
class OutreachListener {
    private final OutreachDesk desk;

    OutreachListener(OutreachDesk desk) {
        this.desk = desk;
    }

    @ApplicationModuleListener(condition = "#concluded.counterpart != null")
    void on(InvestigationConcluded concluded) {
        desk.swapped(new MerchantId(concluded.merchant()), concluded.claim());
    }

    @ApplicationModuleListener(condition = "#moved.is('ClaimRegistered')")
    void on(ClaimMoved moved) {
        desk.claimed(new MerchantId(moved.merchant()), moved.claim());
    }
}
