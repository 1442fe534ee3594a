package org.redress.settlement.app;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The jobs of comparing books: each body is one call. */
@Configuration
class ComparisonJobs {
    @Bean
    CustomTask<Void> settlementComparison(Comparing comparing) {
        return Tasks.custom(ComparisonQueue.TASK, Void.class)
                .onDeadExecutionRevive()
                .onFailure(new FailureHandler.OnFailureRetryLater<>(Duration.ofMinutes(1)))
                .execute((instance, _) -> {
                    var ticket = StepQueue.Ticket.of(instance.getId());
                    var next = comparing.run(ticket.merchant(), ticket.step());
                    return (complete, execution) ->
                            next.ifPresentOrElse(at -> execution.reschedule(complete, at), execution::remove);
                });
    }

    @Bean
    RecurringTask<Void> startDueComparisons(ComparisonSweeps sweeps) {
        return Tasks.recurring("settlement-comparisons", FixedDelay.ofMinutes(20))
                .execute((_, _) -> sweeps.startDue());
    }
}
