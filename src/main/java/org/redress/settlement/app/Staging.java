package org.redress.settlement.app;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.redress.claims.Claim;
import org.redress.claims.ClaimState;
import org.redress.claims.Claims;
import org.redress.claims.Filing;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.Actor;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Problem;
import org.redress.kernel.Sku;
import org.redress.orders.Orders;
import org.redress.remedy.Remedy;
import org.redress.settlement.Step;
import org.redress.settlement.model.Draft;
import org.redress.settlement.model.Steps;
import org.redress.settlement.store.EffectLedger;
import org.redress.settlement.store.StepTable;
import org.springframework.stereotype.Component;

/** Makes the steps of what a customer agreed to, once. */
@Component
class Staging {
    private final MerchantTransactions transactions;
    private final Claims claims;
    private final Orders orders;
    private final StepTable steps;
    private final EffectLedger ledger;
    private final StepQueue queue;
    private final InstantSource clock;

    Staging(
            MerchantTransactions transactions,
            Claims claims,
            Orders orders,
            StepTable steps,
            EffectLedger ledger,
            StepQueue queue,
            InstantSource clock) {
        this.transactions = transactions;
        this.claims = claims;
        this.orders = orders;
        this.steps = steps;
        this.ledger = ledger;
        this.queue = queue;
        this.clock = clock;
    }

    /** However often it is called: what is staged stays, what the claim does not owe is not staged. */
    void stage(MerchantId merchant, UUID claim) {
        transactions.run(merchant, () -> claims.find(merchant, claim).ifPresent(this::stage));
    }

    private void stage(Claim claim) {
        if (claim.state() instanceof ClaimState.Executing executing) {
            var number = Optional.ofNullable(claim.filing().orderNumber()).orElse("");
            steps.holdOrder(claim.merchant(), number);
            if (!steps.isStaged(claim.merchant(), executing.offer())) {
                drafts(claim, executing, number).forEach(draft -> add(claim, executing.offer(), draft));
            }
        }
    }

    private List<Draft> drafts(Claim claim, ClaimState.Executing executing, String number) {
        Collection<Integer> owed = executing.owed();
        return orders.find(claim.merchant(), number)
                .map(order -> Steps.of(
                        executing.plan(),
                        owed,
                        order,
                        steps.refunds(claim.merchant(), number),
                        came(claim.filing()),
                        avoid(claim)))
                .orElseGet(() -> Steps.withoutOrder(executing.plan(), owed, number));
    }

    /** A reship from the same shelf repeats the mistake. */
    private static List<String> avoid(Claim claim) {
        var conclusion = claim.conclusion();
        return conclusion == null ? List.of() : conclusion.avoid().written();
    }

    /** What the customer holds instead, as far as it has an article number. */
    private static List<Remedy.Goods> came(Filing filing) {
        var units = new LinkedHashMap<Sku, Integer>();
        for (var line : filing.lines()) {
            var received = line.received();
            if (received != null && received.sku() != null && received.quantity() > 0) {
                units.merge(received.sku(), received.quantity(), Math::addExact);
            } else if (line.problem() == Problem.DAMAGED && line.sku() != null) {
                units.merge(line.sku(), line.quantity(), Math::addExact);
            }
        }
        return units.entrySet().stream()
                .map(entry -> new Remedy.Goods(entry.getKey(), entry.getValue()))
                .toList();
    }

    private void add(Claim claim, UUID offer, Draft draft) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var step = new Step(
                claim.merchant(),
                Ids.next(),
                claim.id(),
                offer,
                draft.position(),
                draft.part(),
                draft.kind(),
                Step.State.PENDING,
                draft.work(),
                null,
                0,
                0,
                null,
                now,
                now,
                null,
                1);
        if (steps.insert(step)) {
            ledger.append(step, EffectLedger.What.STAGED, new Actor.Product(), now);
            queue.add(step.merchant(), step.id(), step.version(), now);
        }
    }
}
