package org.redress.outreach.app;

import org.redress.claims.ClaimEvent;
import org.redress.claims.ClaimMoved;
import org.redress.investigation.InvestigationConcluded;
import org.redress.kernel.MerchantId;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Hears of swaps whose other side is known, and of customers who have come themselves. */
@Component
class OutreachListener {
    private static final String NEW_CLAIM = ClaimEvent.ClaimRegistered.class.getSimpleName();

    private final OutreachDesk desk;

    OutreachListener(OutreachDesk desk) {
        this.desk = desk;
    }

    @ApplicationModuleListener
    void on(InvestigationConcluded concluded) {
        if (concluded.counterpart() != null) {
            desk.swapped(new MerchantId(concluded.merchant()), concluded.claim());
        }
    }

    @ApplicationModuleListener
    void on(ClaimMoved moved) {
        if (NEW_CLAIM.equals(moved.event())) {
            desk.claimed(new MerchantId(moved.merchant()), moved.claim());
        }
    }
}
