package org.redress.settlement.app;

import org.redress.claims.ClaimEvent;
import org.redress.claims.ClaimMoved;
import org.redress.kernel.MerchantId;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Hears that a customer agreed. */
@Component
class AgreementListener {
    private static final String AGREED = ClaimEvent.RemedyAgreed.class.getSimpleName();

    private final Staging staging;

    AgreementListener(Staging staging) {
        this.staging = staging;
    }

    @ApplicationModuleListener
    void on(ClaimMoved moved) {
        if (moved.event().equals(AGREED)) {
            staging.stage(new MerchantId(moved.merchant()), moved.claim());
        }
    }
}
