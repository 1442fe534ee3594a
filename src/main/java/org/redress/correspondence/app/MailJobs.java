package org.redress.correspondence.app;

import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The module's jobs. */
@Configuration
class MailJobs {
    @Bean
    static Task<Void> askWhetherAllIsRight(FollowUps followUps) {
        return Tasks.oneTime(FollowUps.ASK)
                .onFailureRetryLater()
                .execute((job, _) -> followUps.keep(FollowUps.Ask.of(job.getId())));
    }

    @Bean
    static RecurringTask<Void> forgetMail(PostSweep sweep) {
        return Tasks.recurring("correspondence-forgetting", FixedDelay.ofHours(24))
                .execute((_, _) -> sweep.sweep());
    }

    /** Each mail is a job of its own: it goes on until the mail has left or was given up. */
    @Bean
    static Task<Void> sendMail(Postman postman) {
        return Tasks.custom(MailTask.SEND)
                .onDeadExecutionRevive()
                .onFailureReschedule(FixedDelay.ofMinutes(1))
                .execute((job, _) -> {
                    var task = MailTask.of(job.getId());
                    var next = postman.send(task.merchant(), task.mail());
                    return next.isEmpty()
                            ? new OnCompleteRemove<>()
                            : (complete, later) -> later.reschedule(complete, next.get());
                });
    }
}
