package org.redress.settlement.app;

import org.redress.claims.ClaimMoved;
import org.redress.kernel.MerchantId;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Hears that a customer agreed, or that somebody stopped what was agreed. */
@Component
class AgreementListener {
    private final Staging staging;
    private final Stopping stopping;

    AgreementListener(Staging staging, Stopping stopping) {
        this.staging = staging;
        this.stopping = stopping;
    }

    @ApplicationModuleListener(condition = "#moved.is('RemedyAgreed', 'ExecutionStopped')")
    void on(ClaimMoved moved) {
        var merchant = new MerchantId(moved.merchant());
        if (moved.is("RemedyAgreed")) {
            staging.stage(merchant, moved.claim());
        } else {
            stopping.stop(merchant, moved.claim());
        }
    }
}
