package org.redress.settlement.app;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.redress.claims.Claim;
import org.redress.claims.ClaimCommand;
import org.redress.claims.ClaimState;
import org.redress.claims.Claims;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.Actor;
import org.redress.kernel.MerchantId;
import org.redress.remedy.RemedyPlan;
import org.redress.settlement.Step;
import org.redress.settlement.app.Boundary.Place;
import org.redress.settlement.model.Account;
import org.redress.settlement.model.StepMachine;
import org.redress.settlement.store.EffectLedger;
import org.redress.settlement.store.StepTable;
import org.springframework.stereotype.Component;

/** Stops what is owed of a plan, and says what the customer has of it once that is known. */
@Component
class Stopping {
    private final MerchantTransactions transactions;
    private final Claims claims;
    private final StepTable steps;
    private final EffectLedger ledger;
    private final StepQueue queue;
    private final Boundary boundary;
    private final InstantSource clock;

    Stopping(
            MerchantTransactions transactions,
            Claims claims,
            StepTable steps,
            EffectLedger ledger,
            StepQueue queue,
            Boundary boundary,
            InstantSource clock) {
        this.transactions = transactions;
        this.claims = claims;
        this.steps = steps;
        this.ledger = ledger;
        this.queue = queue;
        this.boundary = boundary;
        this.clock = clock;
    }

    /** However often it is called: what is being stopped goes on being stopped. */
    void stop(MerchantId merchant, UUID claim) {
        boundary.pass(Place.BEFORE_STOP, merchant);
        transactions.run(
                merchant,
                () -> claims.find(merchant, claim).ifPresent(found -> {
                    // Nobody stages steps of a plan that is being stopped.
                    steps.holdOrder(
                            merchant,
                            Optional.ofNullable(found.filing().orderNumber()).orElse(""));
                    if (isStopping(found) && found.state() instanceof ClaimState.Executing executing) {
                        steps.lockOffer(merchant, executing.offer()).stream()
                                .filter(step -> step.stop() == null)
                                .forEach(this::stop);
                        boundary.pass(Place.ALL_STOPPED, merchant);
                        end(merchant, claim, steps.lockOffer(merchant, executing.offer()));
                    }
                }));
    }

    private static boolean isStopping(Claim claim) {
        return claim.state() instanceof ClaimState.Executing executing && executing.stopping();
    }

    private void stop(Step step) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var stopped = StepMachine.stopped(step, now);
        if (stopped.state() == step.state()) {
            steps.mark(stopped);
        } else {
            steps.update(stopped, step.version());
        }
        ledger.append(stopped, EffectLedger.What.STOPPED, new Actor.Product(), now);
        if (stopped.isOpen()) {
            queue.add(step.merchant(), step.id(), step.version(), now);
        }
        boundary.pass(Place.STEP_STOPPED, step.merchant());
    }

    /** Within the transaction that made the last fate known. */
    void end(MerchantId merchant, UUID claim, List<Step> all) {
        if (all.stream().anyMatch(step -> step.stop() != Step.Stop.SETTLED)) {
            return;
        }
        var found = claims.find(merchant, claim).orElseThrow();
        if (isStopping(found) && found.state() instanceof ClaimState.Executing executing) {
            boundary.pass(Place.BEFORE_END, merchant);
            account(found, executing.offer(), executing.plan(), all);
            tell(found, new ClaimCommand.RecordStopped(executing.offer()));
        }
    }

    /** Brings what the claim says was given to what was done. */
    void account(Claim claim, UUID offer, RemedyPlan plan, List<Step> all) {
        var byPosition = all.stream().collect(Collectors.groupingBy(Step::position));
        byPosition.forEach((position, parts) -> {
            var remedy = plan.remedies().get(position);
            var has = Account.of(remedy, parts);
            var says = claim.given().stream()
                    .filter(given -> given.offer().equals(offer) && given.position() == position)
                    .map(given -> given.remedy())
                    .findFirst();
            if (has.equals(says)) {
                return;
            }
            var references = parts.stream()
                    .map(Step::reference)
                    .flatMap(java.util.stream.Stream::ofNullable)
                    .toList();
            var reference = String.join(", ", references);
            if (has.isEmpty()) {
                tell(claim, new ClaimCommand.RecordStepReversed(offer, position, reference));
            } else if (Account.isWhole(parts)) {
                tell(claim, new ClaimCommand.RecordStepDone(offer, position, reference));
            } else {
                if (says.isPresent()) {
                    tell(claim, new ClaimCommand.RecordStepReversed(offer, position, reference));
                }
                tell(claim, new ClaimCommand.RecordPartDone(offer, position, has.get()));
            }
        });
    }

    /** A step that was given up was done after all: the claim says so, however far it has gone since. */
    void late(Step fact, List<Step> all) {
        var claim = claims.find(fact.merchant(), fact.claim()).orElseThrow();
        claim.offers().stream()
                .filter(offer -> offer.id().equals(fact.offer()))
                .findFirst()
                .ifPresent(offer -> account(claim, offer.id(), offer.plan(), all));
    }

    private void tell(Claim claim, ClaimCommand command) {
        claims.handle(claim.merchant(), claim.id(), command, new Actor.Product(), null);
    }
}
