package org.redress.rota.app;

import java.time.InstantSource;
import java.util.UUID;
import org.redress.claims.ClaimMoved;
import org.redress.claims.WordsSaid;
import org.redress.database.Jobs;
import org.redress.kernel.MerchantId;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** A claim that comes, or comes back, finds somebody. */
@Component
class RotaListener {
    private final RotaDesk desk;
    private final Jobs jobs;
    private final InstantSource clock;

    RotaListener(RotaDesk desk, Jobs jobs, InstantSource clock) {
        this.desk = desk;
        this.jobs = jobs;
        this.clock = clock;
    }

    @ApplicationModuleListener(
            condition =
                    "#moved.is('ClaimRegistered', 'ClaimReopened', 'ClaimAppealed', 'ClaimEscalated', 'RejectionOverruled')")
    void on(ClaimMoved moved) {
        give(new MerchantId(moved.merchant()), moved.claim());
    }

    /** Whoever writes is answered by somebody. */
    @ApplicationModuleListener(condition = "#said.byCustomer")
    void on(WordsSaid said) {
        give(new MerchantId(said.merchant()), said.claim());
    }

    private void give(MerchantId merchant, UUID claim) {
        if (desk.isByItself(merchant)) {
            jobs.promise(RotaJobs.GIVE.getTaskName(), RotaJobs.name(merchant, claim), clock.instant());
        }
    }
}
