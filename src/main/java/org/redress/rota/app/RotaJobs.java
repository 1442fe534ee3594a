package org.redress.rota.app;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.redress.access.Merchants;
import org.redress.kernel.MerchantId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The promises to find somebody for a claim, and for those of somebody who goes away; and each minute who is away has no
 * claims any more, and what waits is given.
 */
@Configuration
class RotaJobs {
    static final TaskDescriptor<Void> GIVE = TaskDescriptor.of("rota-give");

    static final TaskDescriptor<Void> HAND_OVER = TaskDescriptor.of("rota-hand-over");

    /** @param what the claim that is given, or who hands theirs over */
    static String name(MerchantId merchant, UUID what) {
        return merchant + "/" + what;
    }

    @Bean
    static Task<Void> giveClaim(RotaDesk desk) {
        return Tasks.oneTime(GIVE)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(Duration.ofSeconds(5), 3))
                .onDeadExecutionRevive()
                .execute((instance, _) -> {
                    var name = List.of(instance.getId().split("/", 2));
                    desk.give(MerchantId.of(name.getFirst()), UUID.fromString(name.getLast()));
                });
    }

    @Bean
    static Task<Void> handOver(RotaDesk desk) {
        return Tasks.oneTime(HAND_OVER)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(Duration.ofSeconds(5), 3))
                .onDeadExecutionRevive()
                .execute((instance, _) -> {
                    var name = List.of(instance.getId().split("/", 2));
                    desk.handOver(MerchantId.of(name.getFirst()), UUID.fromString(name.getLast()));
                });
    }

    @Bean
    static RecurringTask<Void> handOverClaims(RotaDesk desk, Merchants merchants) {
        return Tasks.recurring("rota-away", FixedDelay.ofMinutes(1))
                .execute((_, _) -> merchants.all().forEach(merchant -> {
                    desk.handOver(merchant.id());
                    desk.giveWaiting(merchant.id());
                }));
    }
}
