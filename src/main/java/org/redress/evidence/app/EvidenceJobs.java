package org.redress.evidence.app;

import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The module's jobs. */
@Configuration
class EvidenceJobs {
    /** Pictures are large and decoding them is hard work: so many at once, however many come. */
    private static final int AT_ONCE = Math.clamp(Runtime.getRuntime().availableProcessors() / 2, 1, 2);

    private static final Duration WHEN_BUSY = Duration.ofMillis(500);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
    private static final int RETRIES = 6;

    /** A reading that finds no place steps back, so that other jobs keep their threads. */
    @Bean
    static Task<Void> evidenceRead(FileReading reading, InstantSource clock) {
        var places = new Semaphore(AT_ONCE);
        return Tasks.custom(ReadingQueue.READ)
                .onDeadExecutionRevive()
                .onFailure(FailureHandler.<Void>maxRetries(RETRIES)
                        .withBackoff(FIRST_RETRY)
                        .thenRemove(complete -> reading.giveUp(
                                FileToRead.of(complete.getExecution().getId()))))
                .execute((job, _) -> {
                    if (!places.tryAcquire()) {
                        return (complete, later) ->
                                later.reschedule(complete, clock.instant().plus(WHEN_BUSY));
                    }
                    try {
                        reading.read(FileToRead.of(job.getId()));
                        return new OnCompleteRemove<>();
                    } finally {
                        places.release();
                    }
                });
    }

    @Bean
    static Task<Void> evidenceSweep(UploadSweep sweep) {
        return Tasks.recurring("evidence-sweep", FixedDelay.ofHours(1)).execute((_, _) -> sweep.run());
    }
}
