package org.redress.claims.app;

import java.time.Instant;
import java.util.Optional;
import org.redress.claims.store.ClockTable;
import org.redress.clock.Upcoming;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.MerchantId;
import org.springframework.stereotype.Component;

/** When a claim moves by time alone: a promise warns or breaks, an offer expires, a customer has not answered. */
@Component
class ClaimsAhead implements Upcoming {
    private final ClockTable clocks;
    private final MerchantTransactions transactions;

    ClaimsAhead(ClockTable clocks, MerchantTransactions transactions) {
        this.clocks = clocks;
        this.transactions = transactions;
    }

    @Override
    public Optional<Instant> next(MerchantId merchant, Instant now) {
        return transactions.call(merchant, () -> clocks.next(merchant, now));
    }
}
