package org.redress.settlement.app;

import java.time.Instant;
import java.util.UUID;
import org.redress.database.Jobs;
import org.redress.kernel.MerchantId;
import org.springframework.stereotype.Component;

/** Promises to run a step, within the transaction that makes or changes it. */
@Component
class StepQueue {
    static final String TASK = "settlement-step";

    private final Jobs jobs;

    StepQueue(Jobs jobs) {
        this.jobs = jobs;
    }

    /** Which step an execution is for. */
    record Ticket(MerchantId merchant, UUID step) {
        static Ticket of(String instance) {
            var parts = instance.split(":", -1);
            return new Ticket(MerchantId.of(parts[0]), UUID.fromString(parts[1]));
        }
    }

    /**
     * The version is part of the name, so that a promise that died with its server does not stand in the way of the next;
     * a second promise for the same version is none.
     */
    void add(MerchantId merchant, UUID step, int version, Instant at) {
        jobs.promise(TASK, merchant + ":" + step + ":" + version, at);
    }
}
