package org.redress.settlement.app;

import java.time.Duration;
import java.time.InstantSource;
import org.redress.access.Merchant;
import org.redress.access.Merchants;
import org.redress.database.MerchantTransactions;
import org.redress.settlement.store.StepTable;
import org.springframework.stereotype.Component;

/** Once a day each merchant's partners are held against our ledger. */
@Component
class ComparisonSweeps {
    /** Partners are given this long to close their day. */
    private static final Duration AFTER_MIDNIGHT = Duration.ofHours(1);

    private final MerchantTransactions transactions;
    private final Merchants merchants;
    private final StepTable steps;
    private final ReconciliationDesk desk;
    private final InstantSource clock;

    ComparisonSweeps(
            MerchantTransactions transactions,
            Merchants merchants,
            StepTable steps,
            ReconciliationDesk desk,
            InstantSource clock) {
        this.transactions = transactions;
        this.merchants = merchants;
        this.steps = steps;
        this.desk = desk;
        this.clock = clock;
    }

    void startDue() {
        merchants.all().forEach(this::startDue);
    }

    /** However often it is called: a day is taken up once. Where nothing was ever asked for, nothing can differ. */
    void startDue(Merchant merchant) {
        var now = clock.instant();
        var today = now.atZone(merchant.zone()).toLocalDate();
        var midnight = today.atStartOfDay(merchant.zone()).toInstant();
        if (!now.isBefore(midnight.plus(AFTER_MIDNIGHT))) {
            transactions.run(merchant.id(), () -> {
                if (steps.hasAny(merchant.id())) {
                    desk.startDue(merchant.id(), today, midnight);
                }
            });
        }
    }
}
