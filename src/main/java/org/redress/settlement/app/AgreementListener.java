package org.redress.settlement.app;

import org.redress.claims.ClaimEvent;
import org.redress.claims.ClaimMoved;
import org.redress.kernel.MerchantId;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Hears that a customer agreed, or that somebody stopped what was agreed. */
@Component
class AgreementListener {
    private static final String AGREED = ClaimEvent.RemedyAgreed.class.getSimpleName();

    private static final String STOPPED = ClaimEvent.ExecutionStopped.class.getSimpleName();

    private final Staging staging;
    private final Stopping stopping;

    AgreementListener(Staging staging, Stopping stopping) {
        this.staging = staging;
        this.stopping = stopping;
    }

    @ApplicationModuleListener
    void on(ClaimMoved moved) {
        if (moved.event().equals(AGREED)) {
            staging.stage(new MerchantId(moved.merchant()), moved.claim());
        } else if (moved.event().equals(STOPPED)) {
            stopping.stop(new MerchantId(moved.merchant()), moved.claim());
        }
    }
}
