package org.redress.claims.app;

import org.redress.claims.ClaimMoved;
import org.redress.kernel.MerchantId;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Looks whether a claim can be answered at once, after it is registered and whenever more is known of it. */
@Component
class InstantLaneListener {
    private final OfferDesk desk;

    InstantLaneListener(OfferDesk desk) {
        this.desk = desk;
    }

    @ApplicationModuleListener(condition = "#moved.is('ClaimRegistered', 'VerdictReached')")
    void on(ClaimMoved moved) {
        desk.offerAtOnce(new MerchantId(moved.merchant()), moved.claim());
    }
}
