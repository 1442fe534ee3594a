package org.redress.claims.app;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The jobs of this module: each body is one call. */
@Configuration
class ClaimJobs {
    @Bean
    RecurringTask<Void> sweepClaims(ClaimSweeps sweeps) {
        return Tasks.recurring("claims-due", FixedDelay.ofMinutes(1)).execute((_, _) -> sweeps.sweep());
    }

    @Bean
    RecurringTask<Void> findOldClaims(WordSweep sweep) {
        return Tasks.recurring("claims-words", FixedDelay.ofHours(24)).execute((_, _) -> sweep.sweep());
    }
}
