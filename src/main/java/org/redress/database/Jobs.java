package org.redress.database;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
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
    private final JdbcClient jdbc;

    Jobs(ObjectProvider<Scheduler> scheduler, JdbcClient jdbc) {
        this.scheduler = scheduler;
        this.jdbc = jdbc;
    }

    /** Two that promise the same at the same moment: the second looks once the first is done, for it would break its transaction. */
    private void alone(String task, String instance) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("job:" + task + ":" + instance)
                .query((_, _) -> true)
                .single();
    }

    /**
     * Promises to run a task once.
     *
     * @param instance names this promise: a second one under the same name, while the first is open, is none
     * @param at when; what is due at once starts right after the transaction commits, without waiting to be polled
     */
    public void promise(String task, String instance, Instant at) {
        var jobs = scheduler.getObject();
        alone(task, instance);
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
