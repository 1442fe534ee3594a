package org.redress.settlement.app;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
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
import org.redress.settlement.Work;
import org.redress.settlement.app.Boundary.Place;
import org.redress.settlement.model.Draft;
import org.redress.settlement.model.Steps;
import org.redress.settlement.store.EffectLedger;
import org.redress.settlement.store.StepTable;
import org.redress.traces.TraceEvent;
import org.redress.traces.Traces;
import org.springframework.stereotype.Component;

/** Makes the steps of what a customer agreed to, once. */
@Component
class Staging {
    private static final String BENCH = "urn:redress:bench:";

    private final MerchantTransactions transactions;
    private final Claims claims;
    private final Orders orders;
    private final StepTable steps;
    private final EffectLedger ledger;
    private final StepQueue queue;
    private final Traces traces;
    private final Boundary boundary;
    private final InstantSource clock;

    Staging(
            MerchantTransactions transactions,
            Claims claims,
            Orders orders,
            StepTable steps,
            EffectLedger ledger,
            StepQueue queue,
            Traces traces,
            Boundary boundary,
            InstantSource clock) {
        this.transactions = transactions;
        this.claims = claims;
        this.orders = orders;
        this.steps = steps;
        this.ledger = ledger;
        this.queue = queue;
        this.traces = traces;
        this.boundary = boundary;
        this.clock = clock;
    }

    /** However often it is called: what is staged stays, what the claim does not owe is not staged. */
    void stage(MerchantId merchant, UUID claim) {
        boundary.pass(Place.BEFORE_STAGING, merchant);
        transactions.run(
                merchant,
                () -> claims.find(merchant, claim)
                        .map(found -> Optional.ofNullable(found.filing().orderNumber())
                                .orElse(""))
                        .ifPresent(number -> {
                            steps.holdOrder(merchant, number);
                            claims.find(merchant, claim).ifPresent(found -> stage(found, number));
                        }));
    }

    private void stage(Claim claim, String number) {
        if (claim.state() instanceof ClaimState.Executing executing
                && !executing.stopping()
                && !steps.isStaged(claim.merchant(), executing.offer())) {
            drafts(claim, executing, number).forEach(draft -> add(claim, executing.offer(), draft));
            boundary.pass(Place.ALL_STAGED, claim.merchant());
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
                        avoid(claim),
                        guard(claim, number)))
                .orElseGet(() -> Steps.withoutOrder(executing.plan(), owed, number));
    }

    /** A reship from the same shelf repeats the mistake. */
    private static List<String> avoid(Claim claim) {
        var conclusion = claim.conclusion();
        return conclusion == null ? List.of() : conclusion.avoid().written();
    }

    /** Goods that were sent wrongly once are sent again with a second look, and not from the bench that packed them. */
    private Work.Guard guard(Claim claim, String number) {
        if (claim.isOtherKind()) {
            return Work.Guard.NONE;
        }
        var benches = traces.trail(claim.merchant(), number)
                .of(TraceEvent.Moment.PACK)
                .map(TraceEvent::place)
                .flatMap(Stream::ofNullable)
                .filter(place -> place.startsWith(BENCH))
                .map(place -> place.substring(BENCH.length()))
                .distinct()
                .toList();
        return new Work.Guard(true, true, benches);
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
                1,
                false,
                null,
                null);
        if (steps.insert(step)) {
            ledger.append(step, EffectLedger.What.STAGED, new Actor.Product(), now);
            queue.add(step.merchant(), step.id(), step.version(), now);
            boundary.pass(Place.STEP_STAGED, step.merchant());
        }
    }
}
