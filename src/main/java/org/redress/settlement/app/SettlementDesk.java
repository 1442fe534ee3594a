package org.redress.settlement.app;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.Actor;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.settlement.Settlement;
import org.redress.settlement.Step;
import org.redress.settlement.model.StepMachine;
import org.redress.settlement.store.EffectLedger;
import org.redress.settlement.store.StepTable;
import org.springframework.stereotype.Component;

/** Does what {@link Settlement} promises. */
@Component
class SettlementDesk implements Settlement {
    private final MerchantTransactions transactions;
    private final StepTable steps;
    private final EffectLedger ledger;
    private final StepQueue queue;
    private final InstantSource clock;

    SettlementDesk(
            MerchantTransactions transactions,
            StepTable steps,
            EffectLedger ledger,
            StepQueue queue,
            InstantSource clock) {
        this.transactions = transactions;
        this.steps = steps;
        this.ledger = ledger;
        this.queue = queue;
        this.clock = clock;
    }

    @Override
    public List<Step> steps(MerchantId merchant, UUID claim) {
        return transactions.call(merchant, () -> steps.ofClaim(merchant, claim));
    }

    @Override
    public Step tryAgain(MerchantId merchant, UUID claim, UUID id, Actor actor) {
        return transactions.call(merchant, () -> {
            var step = steps.find(merchant, id)
                    .filter(found -> found.claim().equals(claim))
                    .orElseThrow(() -> new Refused(Refusal.absent()));
            if (step.stop() != null) {
                throw new Refused(Refusal.conflict("STEP_STOPPED", Phrase.of("settlement.refusal.stopped")));
            }
            var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            var again = StepMachine.again(step, now);
            if (step.state() != Step.State.FAILED || !steps.update(again, step.version())) {
                throw new Refused(Refusal.conflict("STEP_NOT_FAILED", Phrase.of("settlement.refusal.not-failed")));
            }
            ledger.append(again, EffectLedger.What.TRIED_AGAIN, actor, now);
            queue.add(merchant, id, again.version(), now);
            return again;
        });
    }
}
