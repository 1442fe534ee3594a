package org.redress.traces.app;

import java.time.Instant;
import java.util.Collection;
import org.redress.traces.store.EventTable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes room for the months of events, in a transaction of its own: what locks the table must be over at once. */
@Component
class Room {
    private final EventTable events;
    private final TransactionTemplate apart;

    Room(EventTable events, PlatformTransactionManager transactions) {
        this.events = events;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    void make(Collection<Instant> times) {
        if (!events.hasRoom(times)) {
            apart.executeWithoutResult(_ -> events.makeRoom(times));
            events.roomIsMade(times);
        }
    }
}
