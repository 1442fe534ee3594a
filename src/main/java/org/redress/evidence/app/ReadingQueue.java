package org.redress.evidence.app;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.InstantSource;
import org.redress.database.Jobs;
import org.redress.evidence.EvidenceId;
import org.redress.kernel.MerchantId;
import org.springframework.stereotype.Component;

/** The promise to read a file, made in the transaction that keeps it. */
@Component
class ReadingQueue {
    static final TaskDescriptor<Void> READ = TaskDescriptor.of("evidence-read");

    private final Jobs jobs;
    private final InstantSource clock;

    ReadingQueue(Jobs jobs, InstantSource clock) {
        this.jobs = jobs;
        this.clock = clock;
    }

    void add(MerchantId merchant, EvidenceId id) {
        jobs.promise(READ.getTaskName(), new FileToRead(merchant, id).toString(), clock.instant());
    }
}
