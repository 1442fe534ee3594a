package org.redress.claims.app;

import java.util.Set;
import org.redress.kernel.MerchantId;
import org.redress.orders.OrdersChanged;
import org.redress.traces.TracesChanged;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Looks at claims again when a record about their order has come in: a fact that arrives late counts all the same. */
@Component
class RecordsListener {
    private final ClaimDesk desk;

    RecordsListener(ClaimDesk desk) {
        this.desk = desk;
    }

    @ApplicationModuleListener
    void on(OrdersChanged changed) {
        desk.judgeAgain(new MerchantId(changed.merchant()), changed.orders(), Set.of());
    }

    @ApplicationModuleListener
    void on(TracesChanged changed) {
        desk.judgeAgain(new MerchantId(changed.merchant()), changed.orders(), changed.returns());
    }
}
