package org.redress.claims.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
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
        return new Through(merchant, task, now, aside);
    }

    private final class Through implements Round {
        private final MerchantId merchant;
        private final Task task;
        private final Instant now;
        private final Map<UUID, Instant> aside;
        private final Set<UUID> met = new HashSet<>();

        Through(MerchantId merchant, Task task, Instant now, Map<UUID, Instant> aside) {
            this.merchant = merchant;
            this.task = task;
            this.now = now;
            this.aside = aside;
        }

        @Override
        public boolean work(UUID claim, Runnable work) {
            met.add(claim);
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
        }

        @Override
        public void end() {
            if (!met.containsAll(aside.keySet())) {
                transactions.run(
                        merchant,
                        () -> aside.keySet().stream()
                                .filter(claim -> !met.contains(claim))
                                .forEach(claim -> table.remove(merchant, claim, task)));
            }
        }
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
