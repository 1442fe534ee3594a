package org.redress.clock.app;

import com.github.kagkarlsson.scheduler.Clock;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.redress.clock.Practice;
import org.redress.clock.PracticeClock;
import org.redress.clock.store.AheadTable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The one time that everything asks for: the real one, or the one for practice. */
@Configuration
class ClockSetup {
    /** Nobody learns the time before it is known that no record lies ahead of it. */
    @Bean
    @ConditionalOnBooleanProperty(name = Practice.SWITCH, havingValue = false, matchIfMissing = true)
    static InstantSource clock(AheadTable table) {
        PracticeGuard.refuseToGoBack(table.find());
        return InstantSource.system();
    }

    @Configuration
    @ConditionalOnBooleanProperty(Practice.SWITCH)
    static class Practising {
        @Bean
        static PracticeClock clock(AheadTable table) {
            return new PracticeClock(InstantSource.system(), table.find());
        }

        @Bean
        static Clock jobClock(PracticeClock clock) {
            return clock::instant;
        }

        @Bean
        static JobGate jobGate(Environment settings) {
            return new JobGate(settings.getRequiredProperty("db-scheduler.threads", Integer.class));
        }

        @Bean
        static DbSchedulerCustomizer gatedJobs(JobGate gate) {
            return new DbSchedulerCustomizer() {
                @Override
                public Optional<ExecutorService> executorService() {
                    return Optional.of(gate.threads());
                }
            };
        }
    }
}
