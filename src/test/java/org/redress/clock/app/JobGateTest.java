package org.redress.clock.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JobGateTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final JobGate gate = new JobGate(2);

    @AfterEach
    void stop() {
        gate.threads().shutdownNow();
    }

    @Test
    void while_a_job_runs_nothing_is_done_between_jobs() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var may = new CountDownLatch(1);
        gate.threads().execute(() -> {
            begun.countDown();
            waitFor(may);
        });
        begun.await();
        var acted = new AtomicBoolean();
        assertThat(gate.between(Duration.ZERO, () -> acted.set(true))).isFalse();
        assertThat(acted).isFalse();
        may.countDown();
        assertThat(gate.between(LONG, () -> acted.set(true))).isTrue();
        assertThat(acted).isTrue();
    }

    @Test
    void a_job_that_comes_meanwhile_finds_it_done() {
        var done = new AtomicBoolean();
        var found = new CompletableFuture<Boolean>();
        assertThat(gate.between(LONG, () -> {
                    gate.threads().execute(() -> found.complete(done.get()));
                    // It stands before the gate: without one it would have been done by now, and never waits.
                    await().until(() -> gate.waiting() == 1);
                    assertThat(found).isNotDone();
                    done.set(true);
                }))
                .isTrue();
        assertThat(found.join()).isTrue();
    }

    @Test
    void after_a_job_that_failed_time_can_be_moved_too() {
        // One after the other: where the next is done, the one that failed has been.
        var single = new JobGate(1);
        single.threads().execute(() -> {
            throw new IllegalStateException("as it happens");
        });
        var next = new CompletableFuture<Void>();
        single.threads().execute(() -> next.complete(null));
        next.join();
        assertThat(single.between(LONG, () -> {})).isTrue();
        single.threads().shutdownNow();
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
