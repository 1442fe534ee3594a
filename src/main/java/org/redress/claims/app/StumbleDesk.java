package org.redress.claims.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.redress.claims.Stumbles;
import org.redress.claims.store.StumbleTable;
import org.redress.database.MerchantTransactions;
import org.redress.database.Outage;
import org.redress.kernel.MerchantId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

@Component
class StumbleDesk implements Stumbles {
    private static final Logger log = LoggerFactory.getLogger(StumbleDesk.class);

    /** What nobody came to try again was done otherwise. */
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    private final MerchantTransactions transactions;
    private final StumbleTable table;
    private final InstantSource clock;

    StumbleDesk(MerchantTransactions transactions, StumbleTable table, InstantSource clock) {
        this.transactions = transactions;
        this.table = table;
        this.clock = clock;
    }

    @Override
    public Round round(MerchantId merchant, Task task) {
        var now = clock.instant();
        var aside = transactions.call(merchant, () -> table.of(merchant, task));
        if (aside.values().stream().anyMatch(again -> again.isBefore(now.minus(FORGOTTEN)))) {
            transactions.run(merchant, () -> table.removeTriedBefore(merchant, task, now.minus(FORGOTTEN)));
        }
        return (claim, work) -> {
            var again = aside.get(claim);
            if (again != null && again.isAfter(now)) {
                return false;
            }
            if (!attempt(merchant, task, claim, now, work)) {
                return false;
            }
            if (again != null) {
                transactions.run(merchant, () -> table.remove(merchant, claim, task));
            }
            return true;
        };
    }

    private boolean attempt(MerchantId merchant, Task task, UUID claim, Instant now, Runnable work) {
        try {
            work.run();
            return true;
        } catch (RuntimeException failed) {
            if (Outage.isBehind(failed)) {
                throw failed;
            }
            log.error("{} failed at claim {} and is put aside", task, claim, nameless(failed));
            transactions.run(merchant, () -> table.put(merchant, claim, task, now));
            return false;
        }
    }

    /** Where it happened. What it says is left out: a database quotes whole rows. */
    private static Throwable nameless(Throwable failed) {
        var cause = failed.getCause();
        var bare = new IllegalStateException(failed.getClass().getName(), cause == null ? null : nameless(cause));
        bare.setStackTrace(failed.getStackTrace());
        return bare;
    }
}
