package org.redress.settlement.app;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The jobs of goods that come back: each body is one call. */
@Configuration
class ReturnJobs {
    @Bean
    CustomTask<Void> settlementStock(StockRunner runner) {
        return Tasks.custom(StockQueue.TASK, Void.class)
                .onDeadExecutionRevive()
                .onFailure(new FailureHandler.OnFailureRetryLater<>(Duration.ofSeconds(2)))
                .execute((instance, _) -> {
                    var ticket = StepQueue.Ticket.of(instance.getId());
                    var next = runner.run(ticket.merchant(), ticket.step());
                    return (complete, execution) ->
                            next.ifPresentOrElse(at -> execution.reschedule(complete, at), execution::remove);
                });
    }

    @Bean
    RecurringTask<Void> sweepReturns(ReturnSweeps sweeps) {
        return Tasks.recurring("settlement-returns", FixedDelay.ofSeconds(15)).execute((_, _) -> sweeps.sweep());
    }
}
