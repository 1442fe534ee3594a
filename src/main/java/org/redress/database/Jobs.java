package org.redress.database;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Promises to act later, made within the transaction they belong to and kept after a crash. The scheduler is asked for
 * when a promise is made: tasks need desks, and desks make promises.
 */
@Component
public class Jobs {
    private final ObjectProvider<Scheduler> scheduler;

    Jobs(ObjectProvider<Scheduler> scheduler) {
        this.scheduler = scheduler;
    }

    /**
     * Promises to run a task once.
     *
     * @param instance names this promise: a second one under the same name, while the first is open, is none
     * @param at when; what is due at once starts right after the transaction commits, without waiting to be polled
     */
    public void promise(String task, String instance, Instant at) {
        var jobs = scheduler.getObject();
        jobs.scheduleIfNotExists(new TaskInstance<Void>(task, instance), at);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    jobs.triggerCheckForDueExecutions();
                }
            });
        } else {
            jobs.triggerCheckForDueExecutions();
        }
    }
}
