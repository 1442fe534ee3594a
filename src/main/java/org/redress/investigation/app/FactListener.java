package org.redress.investigation.app;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.redress.claims.ClaimMoved;
import org.redress.claims.Claims;
import org.redress.claims.Complaints;
import org.redress.database.MerchantTransactions;
import org.redress.evidence.EvidenceRead;
import org.redress.investigation.ShelfSuspected;
import org.redress.investigation.TaskAnswered;
import org.redress.investigation.store.ConclusionTable;
import org.redress.kernel.MerchantId;
import org.redress.orders.OrdersChanged;
import org.redress.traces.TracesChanged;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Looks at a cause again when a fact has come in: about the claim itself, its swap's other side, or its articles. Each claim
 * in a transaction of its own, so that many alike that come at once do not wait for each other.
 */
@Component
class FactListener {
    private static final Logger log = LoggerFactory.getLogger(FactListener.class);

    private final InvestigationDesk desk;
    private final Claims claims;
    private final Complaints complaints;
    private final ConclusionTable conclusions;
    private final MerchantTransactions transactions;

    FactListener(
            InvestigationDesk desk,
            Claims claims,
            Complaints complaints,
            ConclusionTable conclusions,
            MerchantTransactions transactions) {
        this.desk = desk;
        this.claims = claims;
        this.complaints = complaints;
        this.conclusions = conclusions;
        this.transactions = transactions;
    }

    @Async
    @TransactionalEventListener(
            condition = "#moved.is('ClaimRegistered', 'EvidenceAdded', 'VerdictReached', 'CauseRecorded')")
    void on(ClaimMoved moved) {
        var merchant = new MerchantId(moved.merchant());
        var touched = moved.is("ClaimRegistered") ? others(merchant, moved.claim()) : new LinkedHashSet<UUID>();
        touched.add(moved.claim());
        conclude(merchant, touched);
    }

    /** One claim that cannot be concluded does not stop the others. */
    private void conclude(MerchantId merchant, Collection<UUID> touched) {
        RuntimeException failed = null;
        for (var id : touched) {
            try {
                desk.conclude(merchant, id);
            } catch (RuntimeException broken) {
                log.warn("No cause was concluded for claim {}", id, broken);
                failed = broken;
            }
        }
        if (failed != null) {
            // So the fact is brought again; whoever it was told of already is concluded the same.
            throw failed;
        }
    }

    /** A second claim tells about the first: the same mix-up again, or the other side of a swap. */
    private Set<UUID> others(MerchantId merchant, UUID id) {
        var others = new LinkedHashSet<UUID>();
        claims.find(merchant, id).ifPresent(claim -> {
            others.addAll(complaints.alikeTo(claim));
            var number = claim.filing().orderNumber();
            if (number != null) {
                others.addAll(withCounterpart(merchant, Set.of(number)));
            }
        });
        return others;
    }

    private Collection<UUID> withCounterpart(MerchantId merchant, Set<String> orders) {
        return transactions.call(merchant, () -> conclusions.withCounterpart(merchant, orders));
    }

    @Async
    @TransactionalEventListener(condition = "#read.claim != null")
    void on(EvidenceRead read) {
        desk.conclude(new MerchantId(read.merchant()), Objects.requireNonNull(read.claim()));
    }

    @Async
    @TransactionalEventListener
    void on(TaskAnswered answered) {
        desk.conclude(new MerchantId(answered.merchant()), answered.claim());
    }

    @Async
    @TransactionalEventListener
    void on(ShelfSuspected suspected) {
        var merchant = new MerchantId(suspected.merchant());
        var touched = new LinkedHashSet<>(complaints.open(merchant, Set.of(), Set.of(), Set.of(suspected.article())));
        touched.remove(suspected.claim());
        conclude(merchant, touched);
    }

    @Async
    @TransactionalEventListener
    void on(OrdersChanged changed) {
        var merchant = new MerchantId(changed.merchant());
        conclude(merchant, complaints.open(merchant, changed.orders(), Set.of(), Set.of()));
    }

    @Async
    @TransactionalEventListener
    void on(TracesChanged changed) {
        var merchant = new MerchantId(changed.merchant());
        var touched =
                new LinkedHashSet<>(complaints.open(merchant, changed.orders(), changed.returns(), changed.articles()));
        touched.addAll(withCounterpart(merchant, changed.orders()));
        conclude(merchant, touched);
    }
}
