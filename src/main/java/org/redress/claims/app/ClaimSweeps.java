package org.redress.claims.app;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.InstantSource;
import org.redress.access.Merchants;
import org.redress.claims.ClaimCommand;
import org.redress.claims.Claims;
import org.redress.claims.store.ClaimTable;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.Actor;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Refused;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What becomes due by itself: everything that is, each time, merchant by merchant. A task asks for its desk when it runs:
 * desks stage jobs, so the scheduler must be there before them.
 */
@Configuration
class ClaimSweeps {
    @Bean
    RecurringTask<Void> expireOffers(
            Merchants merchants,
            MerchantTransactions transactions,
            ClaimTable table,
            ObjectProvider<Claims> claims,
            InstantSource clock) {
        return Tasks.recurring("claims-expire-offers", FixedDelay.ofMinutes(1)).execute((_, _) -> {
            for (var merchant : merchants.all()) {
                var expired =
                        transactions.call(merchant.id(), () -> table.expiredOffers(merchant.id(), clock.instant()));
                expired.forEach((offer, claim) -> expire(claims.getObject(), merchant.id(), claim, offer));
            }
        });
    }

    private static void expire(Claims claims, MerchantId merchant, java.util.UUID claim, java.util.UUID offer) {
        try {
            claims.handle(merchant, claim, new ClaimCommand.ExpireOffer(offer), new Actor.Product(), null);
        } catch (Refused answeredMeanwhile) {
            // The customer was quicker: their answer stands.
        }
    }
}
