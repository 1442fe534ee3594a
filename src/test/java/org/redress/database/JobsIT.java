package org.redress.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RedressTest
class JobsIT {
    private static final String TASK = "of-this-test";

    @Autowired
    Jobs jobs;

    @Autowired
    MerchantTransactions transactions;

    @Autowired
    JdbcClient jdbc;

    @Test
    void who_promises_what_another_transaction_promises_just_now_waits_and_goes_on() throws Exception {
        var merchant = new MerchantId(Ids.next());
        var name = UUID.randomUUID().toString();
        var later = Instant.now().plus(Duration.ofDays(300));
        var begun = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> transactions.run(merchant, () -> {
                jobs.promise(TASK, name, later);
                begun.countDown();
                await().pollInSameThread().until(this::somebodyWaits);
            }));
            begun.await();
            var second = threads.submit(() -> transactions.call(merchant, () -> {
                jobs.promise(TASK, name, later);
                return promised(name);
            }));
            first.get();
            assertThat(second.get()).isOne();
        } finally {
            jdbc.sql("DELETE FROM scheduled_tasks WHERE task_name = ?")
                    .param(TASK)
                    .update();
        }
    }

    private boolean somebodyWaits() {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM pg_locks WHERE NOT granted)")
                .query(Boolean.class)
                .single();
    }

    private int promised(String name) {
        return jdbc.sql("SELECT count(*) FROM scheduled_tasks WHERE task_instance = ?")
                .param(name)
                .query(Integer.class)
                .single();
    }
}
