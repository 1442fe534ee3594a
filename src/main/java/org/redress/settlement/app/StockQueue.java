package org.redress.settlement.app;

import java.time.Instant;
import java.util.UUID;
import org.redress.database.Jobs;
import org.redress.kernel.MerchantId;
import org.springframework.stereotype.Component;

/** Promises to tell a correction of stock, within the transaction that makes or changes it; named as steps are. */
@Component
class StockQueue {
    static final String TASK = "settlement-stock";

    private final Jobs jobs;

    StockQueue(Jobs jobs) {
        this.jobs = jobs;
    }

    void add(MerchantId merchant, UUID correction, int version, Instant at) {
        jobs.promise(TASK, merchant + ":" + correction + ":" + version, at);
    }
}
