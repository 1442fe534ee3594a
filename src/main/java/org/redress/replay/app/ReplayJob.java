package org.redress.replay.app;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.redress.kernel.MerchantId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The promise to try rules to the end. After a crash it is kept from the last page on. */
@Configuration
class ReplayJob {
    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("policy-replay");
    private static final int MOST_ATTEMPTS = 5;

    static String name(MerchantId merchant, UUID run) {
        return merchant + "/" + run;
    }

    @Bean
    static CustomTask<Void> replayTask(ReplayWork work) {
        return Tasks.custom(TASK)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(Duration.ofSeconds(2), 3))
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    var name = List.of(instance.getId().split("/", 2));
                    var merchant = MerchantId.of(name.getFirst());
                    var run = UUID.fromString(name.getLast());
                    if (context.getExecution().consecutiveFailures >= MOST_ATTEMPTS) {
                        work.giveUp(merchant, run);
                        return (complete, execution) -> execution.remove();
                    }
                    var next = work.carryOn(merchant, run);
                    return (complete, execution) ->
                            next.ifPresentOrElse(at -> execution.reschedule(complete, at), execution::remove);
                });
    }
}
