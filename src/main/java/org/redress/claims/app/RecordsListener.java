package org.redress.claims.app;

import java.util.List;
import java.util.Set;
import org.redress.claims.ClaimMoved;
import org.redress.claims.Complaints;
import org.redress.kernel.MerchantId;
import org.redress.orders.OrdersChanged;
import org.redress.traces.TracesChanged;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Looks at claims again when a record about their order has come in, or more is believed of its cause: a fact that arrives late
 * counts all the same.
 */
@Component
class RecordsListener {
    private final ClaimDesk desk;
    private final Complaints complaints;

    RecordsListener(ClaimDesk desk, Complaints complaints) {
        this.desk = desk;
        this.complaints = complaints;
    }

    @ApplicationModuleListener
    void on(OrdersChanged changed) {
        judgeAgain(new MerchantId(changed.merchant()), changed.orders(), Set.of());
    }

    @ApplicationModuleListener
    void on(TracesChanged changed) {
        judgeAgain(new MerchantId(changed.merchant()), changed.orders(), changed.returns());
    }

    @ApplicationModuleListener(condition = "#moved.is('CauseConcluded')")
    void on(ClaimMoved moved) {
        desk.judgeAgain(new MerchantId(moved.merchant()), List.of(moved.claim()));
    }

    private void judgeAgain(MerchantId merchant, Set<String> orders, Set<String> numbers) {
        desk.judgeAgain(merchant, complaints.open(merchant, orders, numbers, Set.of()));
    }
}
