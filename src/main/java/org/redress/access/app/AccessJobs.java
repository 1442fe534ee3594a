package org.redress.access.app;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class AccessJobs {
    @Bean
    static RecurringTask<Void> accessSweepTask(AccessSweep sweep) {
        return Tasks.recurring("access-sweep", Schedules.fixedDelay(Duration.ofHours(1)))
                .execute((_, _) -> sweep.sweep());
    }
}
