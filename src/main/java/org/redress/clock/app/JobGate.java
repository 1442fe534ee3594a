package org.redress.clock.app;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * The threads on which jobs are picked, done and put away, and a moment in which none of that goes on. The scheduler takes
 * a job for dead whose last sign of life is too long ago by its clock, and does it again. So the clock is moved between
 * jobs: what runs has all its signs of life in one time. This holds within one server, and a database of its own has one.
 */
final class JobGate {
    private final ReentrantReadWriteLock gate = new ReentrantReadWriteLock(true);
    private final ExecutorService threads;

    JobGate(int threads) {
        this.threads =
                new ThreadPoolExecutor(
                        threads,
                        threads,
                        0,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(),
                        Thread.ofPlatform().name("db-scheduler-", 0).factory()) {
                    @Override
                    public void execute(Runnable job) {
                        super.execute(() -> inTurn(job));
                    }
                };
    }

    private void inTurn(Runnable job) {
        gate.readLock().lock();
        try {
            job.run();
        } finally {
            gate.readLock().unlock();
        }
    }

    /** For the scheduler. No bean: it would become the executor of everything. */
    ExecutorService threads() {
        return threads;
    }

    /** How many jobs, and acts between them, wait for their turn. */
    int waiting() {
        return gate.getQueueLength();
    }

    /** Waits until no job runs and acts before another begins; false where that did not come about. */
    boolean between(Duration patience, Runnable act) {
        try {
            if (!gate.writeLock().tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return false;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
        try {
            act.run();
            return true;
        } finally {
            gate.writeLock().unlock();
        }
    }
}
