package org.redress.correspondence.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.IntSupplier;
import org.redress.access.Merchants;
import org.redress.correspondence.store.PostTable;
import org.redress.correspondence.store.ReplyTable;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.MerchantId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Forgets what nobody needs: the source of mail from programs and of mail that was set aside, some time after, and the addresses
 * for answers, together with the links in the same mails. What stands on a claim stays with it, and what waits to be sorted waits.
 */
@Component
class PostSweep {
    /** Mails, or addresses, of one transaction. */
    static final int BATCH = 100;

    private final Merchants merchants;
    private final PostTable posts;
    private final ReplyTable replies;
    private final MerchantTransactions transactions;
    private final InstantSource clock;
    private final Duration stays;

    /** @param days how long the source of such mail stays */
    PostSweep(
            Merchants merchants,
            PostTable posts,
            ReplyTable replies,
            MerchantTransactions transactions,
            InstantSource clock,
            @Value("${redress.mail.keep-days:90}") int days) {
        this.merchants = merchants;
        this.posts = posts;
        this.replies = replies;
        this.transactions = transactions;
        this.clock = clock;
        this.stays = Duration.ofDays(days);
    }

    void sweep() {
        var now = clock.instant();
        merchants.all().forEach(merchant -> sweep(merchant.id(), now));
    }

    private void sweep(MerchantId merchant, Instant now) {
        inBatches(merchant, () -> posts.letGo(merchant, now.minus(stays), now, BATCH));
        inBatches(merchant, () -> replies.forget(merchant, now.minus(Postman.LINK_LASTS), BATCH));
    }

    private void inBatches(MerchantId merchant, IntSupplier batch) {
        while (transactions.call(merchant, batch::getAsInt) == BATCH) {
            // Until one is not full.
        }
    }
}
