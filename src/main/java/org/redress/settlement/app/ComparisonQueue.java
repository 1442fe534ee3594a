package org.redress.settlement.app;

import java.time.Instant;
import java.util.UUID;
import org.redress.database.Jobs;
import org.redress.kernel.MerchantId;
import org.springframework.stereotype.Component;

/** Promises to compare, within the transaction that says so. */
@Component
class ComparisonQueue {
    static final String TASK = "settlement-comparison";

    private final Jobs jobs;

    ComparisonQueue(Jobs jobs) {
        this.jobs = jobs;
    }

    /** @param tries of it so far: another try is another promise */
    void add(MerchantId merchant, UUID comparison, int tries, Instant at) {
        jobs.promise(TASK, merchant + ":" + comparison + ":" + tries, at);
    }
}
