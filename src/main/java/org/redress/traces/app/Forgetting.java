package org.redress.traces.app;

import java.time.InstantSource;
import java.time.ZoneOffset;
import org.redress.traces.store.EventTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whole months of events go when they are older than they must be kept; never within three years (domain.md S29). */
@Component
class Forgetting {
    private static final Logger log = LoggerFactory.getLogger(Forgetting.class);

    private final EventTable events;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final int months;

    /** @param months how many months of events stay */
    Forgetting(
            EventTable events,
            PlatformTransactionManager transactions,
            InstantSource clock,
            @Value("${redress.traces.keep-months:60}") int months) {
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.months = months;
    }

    void forget() {
        var day = clock.instant().atOffset(ZoneOffset.UTC).minusMonths(months).toInstant();
        Integer gone = transaction.execute(_ -> events.forgetBefore(day));
        if (gone != null && gone > 0) {
            log.info("Forgot the events of {} months that ended before {}", gone / 2, day);
        }
    }
}
