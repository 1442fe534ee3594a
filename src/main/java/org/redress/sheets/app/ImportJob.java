package org.redress.sheets.app;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.redress.kernel.MerchantId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The promise to import a file that was taken in. After a crash it is kept from the start. It bears the name of the module
 * that once imported, so that promises made then are kept too.
 */
@Configuration
class ImportJob {
    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("orders-import");
    private static final int MOST_ATTEMPTS = 5;

    static String name(MerchantId merchant, UUID run) {
        return merchant + "/" + run;
    }

    @Bean
    static Task<Void> importTask(ImportWork work) {
        return Tasks.oneTime(TASK)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(Duration.ofSeconds(5), 3))
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    var name = List.of(instance.getId().split("/", 2));
                    var merchant = MerchantId.of(name.getFirst());
                    var run = UUID.fromString(name.getLast());
                    if (context.getExecution().consecutiveFailures < MOST_ATTEMPTS) {
                        work.carryOut(merchant, run);
                    } else {
                        work.giveUp(merchant, run);
                    }
                });
    }
}
