package org.redress.settlement.app;

import java.time.Duration;
import java.time.InstantSource;
import org.redress.access.Merchants;
import org.redress.claims.Stumbles;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.MerchantId;
import org.redress.settlement.store.CorrectionTable;
import org.redress.settlement.store.StepTable;
import org.springframework.stereotype.Component;

/** Finds labels that nobody waits for and corrections that nobody tells: what a crash may have left. */
@Component
class ReturnSweeps {
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final MerchantTransactions transactions;
    private final Merchants merchants;
    private final StepTable steps;
    private final Expecting expecting;
    private final CorrectionTable corrections;
    private final StockQueue queue;
    private final Stumbles stumbles;
    private final InstantSource clock;

    ReturnSweeps(
            MerchantTransactions transactions,
            Merchants merchants,
            StepTable steps,
            Expecting expecting,
            CorrectionTable corrections,
            StockQueue queue,
            Stumbles stumbles,
            InstantSource clock) {
        this.transactions = transactions;
        this.merchants = merchants;
        this.steps = steps;
        this.expecting = expecting;
        this.corrections = corrections;
        this.queue = queue;
        this.stumbles = stumbles;
        this.clock = clock;
    }

    void sweep() {
        merchants.all().forEach(merchant -> sweep(merchant.id()));
    }

    void sweep(MerchantId merchant) {
        var round = stumbles.round(merchant, Stumbles.Task.RETURN);
        var labels = transactions.call(merchant, () -> steps.labelsNotExpected(merchant, null));
        while (!labels.isEmpty()) {
            labels.forEach(label ->
                    round.work(label.claim(), () -> transactions.run(merchant, () -> expecting.expect(label))));
            var last = labels.getLast().id();
            labels = transactions.call(merchant, () -> steps.labelsNotExpected(merchant, last));
        }
        round.end();
        transactions.run(merchant, () -> {
            var now = clock.instant();
            corrections
                    .overdue(merchant, now.minus(GRACE), now)
                    .forEach(late -> queue.add(merchant, late.id(), late.version(), now));
        });
    }
}
