package org.redress.access.app;

import java.time.Duration;
import java.time.InstantSource;
import org.redress.access.store.FirstAnswerTable;
import org.redress.access.store.LinkTable;
import org.redress.access.store.MerchantTable;
import org.redress.database.MerchantTransactions;
import org.springframework.stereotype.Component;

/** Forgets what has served: first answers after a week, one-time links and those to orders a month
 * after they expired. */
@Component
class AccessSweep {
    private static final Duration ANSWERS_STAY = Duration.ofDays(7);
    private static final Duration LINKS_STAY = Duration.ofDays(30);

    private final MerchantTable merchants;
    private final FirstAnswerTable answers;
    private final LinkTable links;
    private final MerchantTransactions transactions;
    private final InstantSource clock;

    AccessSweep(
            MerchantTable merchants,
            FirstAnswerTable answers,
            LinkTable links,
            MerchantTransactions transactions,
            InstantSource clock) {
        this.merchants = merchants;
        this.answers = answers;
        this.links = links;
        this.transactions = transactions;
        this.clock = clock;
    }

    void sweep() {
        var now = clock.instant();
        for (var merchant : merchants.all()) {
            transactions.run(merchant.id(), () -> {
                answers.forget(merchant.id(), now.minus(ANSWERS_STAY));
                links.forgetOneTime(merchant.id(), now.minus(LINKS_STAY));
                links.forgetOrderLinks(merchant.id(), now.minus(LINKS_STAY));
            });
        }
    }
}
