package org.redress.claims.app;

import java.util.Set;
import org.redress.claims.ClaimMoved;
import org.redress.kernel.MerchantId;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Looks whether a claim can be answered at once, after it is registered and whenever more is known of it. */
@Component
class InstantLaneListener {
    private static final Set<String> TELLING = Set.of("ClaimRegistered", "VerdictReached");

    private final OfferDesk desk;

    InstantLaneListener(OfferDesk desk) {
        this.desk = desk;
    }

    @ApplicationModuleListener
    void on(ClaimMoved moved) {
        if (TELLING.contains(moved.event())) {
            desk.offerAtOnce(new MerchantId(moved.merchant()), moved.claim());
        }
    }
}
