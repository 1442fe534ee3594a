package org.redress.claims.app;

import java.time.InstantSource;
import java.util.UUID;
import org.redress.access.Merchants;
import org.redress.claims.ClaimCommand;
import org.redress.claims.Claims;
import org.redress.claims.Stumbles;
import org.redress.claims.store.ClaimTable;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.Actor;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Refused;
import org.springframework.stereotype.Component;

/** What becomes due by itself: everything that is, each time, merchant by merchant. */
@Component
class ClaimSweeps {
    private final Merchants merchants;
    private final MerchantTransactions transactions;
    private final ClaimTable table;
    private final Claims claims;
    private final PromiseSweep promises;
    private final Stumbles stumbles;
    private final InstantSource clock;

    ClaimSweeps(
            Merchants merchants,
            MerchantTransactions transactions,
            ClaimTable table,
            Claims claims,
            PromiseSweep promises,
            Stumbles stumbles,
            InstantSource clock) {
        this.merchants = merchants;
        this.transactions = transactions;
        this.table = table;
        this.claims = claims;
        this.promises = promises;
        this.stumbles = stumbles;
        this.clock = clock;
    }

    void sweep() {
        merchants.all().forEach(merchant -> sweep(merchant.id()));
    }

    private void sweep(MerchantId merchant) {
        var now = clock.instant();
        var expiry = stumbles.round(merchant, Stumbles.Task.EXPIRY);
        transactions
                .call(merchant, () -> table.expiredOffers(merchant, now))
                .forEach((offer, claim) ->
                        expiry.work(claim, () -> hand(merchant, claim, new ClaimCommand.ExpireOffer(offer))));
        var silence = stumbles.round(merchant, Stumbles.Task.SILENCE);
        transactions
                .call(merchant, () -> table.silentCustomers(merchant, now))
                .forEach(claim -> silence.work(claim, () -> hand(merchant, claim, new ClaimCommand.RecordSilence())));
        promises.sweep(merchant, now);
    }

    private void hand(MerchantId merchant, UUID claim, ClaimCommand command) {
        try {
            claims.handle(merchant, claim, command, new Actor.Product(), null);
        } catch (Refused answeredMeanwhile) {
            // The customer was quicker: their answer stands.
        }
    }
}
