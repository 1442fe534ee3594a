package org.redress.settlement.app;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.access.Merchants;
import org.redress.claims.Claim;
import org.redress.claims.ClaimSearch;
import org.redress.claims.ClaimState;
import org.redress.claims.Claims;
import org.redress.claims.Stumbles;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Page;
import org.redress.settlement.store.StepTable;
import org.springframework.stereotype.Component;

/** Finds what fell through: steps left by a server that died, and agreements that nobody heard. */
@Component
class SettlementSweeps {
    /** A job that is merely busy is given this long. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final MerchantTransactions transactions;
    private final Merchants merchants;
    private final Claims claims;
    private final StepTable steps;
    private final Staging staging;
    private final Stopping stopping;
    private final StepQueue queue;
    private final Stumbles stumbles;
    private final InstantSource clock;

    SettlementSweeps(
            MerchantTransactions transactions,
            Merchants merchants,
            Claims claims,
            StepTable steps,
            Staging staging,
            Stopping stopping,
            StepQueue queue,
            Stumbles stumbles,
            InstantSource clock) {
        this.transactions = transactions;
        this.merchants = merchants;
        this.claims = claims;
        this.steps = steps;
        this.staging = staging;
        this.stopping = stopping;
        this.queue = queue;
        this.stumbles = stumbles;
        this.clock = clock;
    }

    void requeueOverdueSteps() {
        merchants.all().forEach(merchant -> requeueOverdueSteps(merchant.id()));
    }

    void requeueOverdueSteps(MerchantId merchant) {
        transactions.run(merchant, () -> {
            var now = clock.instant();
            steps.overdue(merchant, now.minus(GRACE), now)
                    .forEach(step -> queue.add(merchant, step.id(), step.version(), now));
        });
    }

    void stageUnheardAgreements() {
        merchants.all().forEach(merchant -> stageUnheardAgreements(merchant.id()));
    }

    void stageUnheardAgreements(MerchantId merchant) {
        var round = stumbles.round(merchant, Stumbles.Task.AGREEMENT);
        String after = null;
        do {
            var page = executing(merchant, after);
            page.items().forEach(claim -> round.work(claim.id(), () -> hear(claim)));
            after = page.next();
        } while (after != null);
        round.end();
    }

    private void hear(Claim claim) {
        if (isUnheard(claim)) {
            staging.stage(claim.merchant(), claim.id());
        } else if (isStopUnheard(claim)) {
            stopping.stop(claim.merchant(), claim.id());
        }
    }

    private Page<Claim> executing(MerchantId merchant, @Nullable String after) {
        return claims.search(
                merchant,
                new ClaimSearch(
                        ClaimState.Name.EXECUTING,
                        null,
                        Set.of(),
                        null,
                        null,
                        ClaimSearch.Sort.FILED,
                        after,
                        Page.LARGEST));
    }

    private boolean isStopUnheard(Claim claim) {
        return claim.state() instanceof ClaimState.Executing executing
                && executing.stopping()
                && transactions.call(claim.merchant(), () -> steps.isStopUnheard(claim.merchant(), executing.offer()));
    }

    private boolean isUnheard(Claim claim) {
        return claim.state() instanceof ClaimState.Executing executing
                && !executing.stopping()
                && !transactions.call(claim.merchant(), () -> steps.isStaged(claim.merchant(), executing.offer()));
    }
}
