package org.redress.traces.app;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.redress.kernel.MerchantId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The promise to read a large document, kept from the start after a crash; and the nightly look at what may be forgotten. */
@Configuration
class CaptureJob {
    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("traces-capture");
    private static final int MOST_ATTEMPTS = 5;

    static String name(MerchantId merchant, UUID capture) {
        return merchant + "/" + capture;
    }

    @Bean
    static Task<Void> captureTask(CaptureWork work) {
        return Tasks.oneTime(TASK)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(Duration.ofSeconds(5), 3))
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    var name = List.of(instance.getId().split("/", 2));
                    var merchant = MerchantId.of(name.getFirst());
                    var capture = UUID.fromString(name.getLast());
                    if (context.getExecution().consecutiveFailures < MOST_ATTEMPTS) {
                        work.carryOut(merchant, capture);
                    } else {
                        work.giveUp(merchant, capture);
                    }
                });
    }

    @Bean
    static Task<Void> forgetOldTraces(Forgetting forgetting) {
        return Tasks.recurring("traces-forget", Schedules.daily(LocalTime.of(3, 40)))
                .execute((instance, context) -> forgetting.forget());
    }
}
