package org.redress.claims.app;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.access.InstantLane;
import org.redress.access.Merchants;
import org.redress.claims.Claim;
import org.redress.claims.ClaimAct;
import org.redress.claims.ClaimCommand;
import org.redress.claims.ClaimEvent;
import org.redress.claims.ClaimState;
import org.redress.claims.Offer;
import org.redress.claims.OfferSeen;
import org.redress.claims.model.ClaimLifecycle;
import org.redress.claims.model.ImmediateOffer;
import org.redress.claims.store.ClaimLedger;
import org.redress.claims.store.ClaimTable;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.Actor;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.remedy.PolicySet;
import org.redress.remedy.RemedyCase;
import org.redress.remedy.RemedyOption;
import org.redress.remedy.RemedyPlan;
import org.redress.remedy.RemedyVerdict;
import org.redress.remedy.Rule;
import org.springframework.stereotype.Component;

/** Puts remedies to the customer: judged by the policy, within what the order holds, and frozen as the decision they are. */
@Component
class OfferDesk {
    private final MerchantTransactions transactions;
    private final ClaimTable claims;
    private final ClaimLedger ledger;
    private final CaseFile caseFile;
    private final Merchants merchants;
    private final DecisionDesk decisions;
    private final Moves moves;

    OfferDesk(
            MerchantTransactions transactions,
            ClaimTable claims,
            ClaimLedger ledger,
            CaseFile caseFile,
            Merchants merchants,
            DecisionDesk decisions,
            Moves moves) {
        this.transactions = transactions;
        this.claims = claims;
        this.ledger = ledger;
        this.caseFile = caseFile;
        this.merchants = merchants;
        this.decisions = decisions;
        this.moves = moves;
    }

    /** Does what {@link org.redress.claims.Claims#offer} promises. */
    Claim offer(
            MerchantId merchant, UUID id, RemedyPlan plan, @Nullable String note, Actor actor, @Nullable Integer seen) {
        return transactions.call(merchant, () -> {
            var claim = moves.seen(merchant, id, seen);
            if (!ClaimLifecycle.possible(claim, actor, moves.now()).contains(ClaimAct.MAKE_OFFER)) {
                return moves.move(claim, new ClaimCommand.MakeOffer(Ids.next(), plan, false, moves.now()), actor, true);
            }
            var held = heldAsSeen(claim, seen);
            var known = caseFile.judgement(held);
            var approvalNeeded = switch (known.policy().judge(remedyCase(known), plan)) {
                case RemedyVerdict.Allowed allowed -> allowed.approvalNeeded();
                case RemedyVerdict.Denied denied -> throw new Refused(denied.refusal());
            };
            var expiresAt = moves.now().plus(moves.spans(held).of(PolicySet.Clock.OFFER));
            var offer = new ClaimCommand.MakeOffer(Ids.next(), plan, approvalNeeded, expiresAt, note);
            var offered = moves.move(held, offer, actor, true);
            if (!approvalNeeded) {
                freeze(held, known, plan, actor);
            }
            return offered;
        });
    }

    /** What was written down meanwhile is judged too; where somebody else has decided or taken over, the actor looks again. */
    private Claim heldAsSeen(Claim claim, @Nullable Integer seen) {
        var held = heldWithItsOrder(claim).orElseThrow(() -> new Refused(Refusal.absent()));
        Moves.requireSeen(held, seen);
        Moves.requireUntouched(claim, held);
        return held;
    }

    /** What two claims on one order promise together stays within what was paid. */
    private void holdOrder(Claim claim) {
        var number = claim.filing().orderNumber();
        if (number != null) {
            claims.holdOrder(claim.merchant(), number);
        }
    }

    private static RemedyCase remedyCase(CaseFile.Judgement known) {
        return known.remedyCase()
                .orElseThrow(() ->
                        new Refused(Refusal.conflict("ORDER_UNKNOWN", Phrase.of("claims.refusal.order-unknown"))));
    }

    /** Whether a claim is offered a remedy without an agent, or why not: for staff. */
    Phrase atOnce(Claim claim, CaseFile.Judgement known) {
        return decide(claim, known, merchants.find(claim.merchant()).instantLane())
                .reason();
    }

    /** What needs a second person counts as decided once that person has agreed, and as the first person's decision. */
    void secondPersonAgreed(Claim claim, Claim moved, ClaimCommand command) {
        if (command instanceof ClaimCommand.ReviewRejection
                && moved.state() instanceof ClaimState.Rejected rejected
                && rejected.by() != null) {
            decisions.freeze(claim, caseFile.judgement(claim), null, rejected.by(), null, moves.now());
        }
        if (command instanceof ClaimCommand.DecideApproval
                && moved.state() instanceof ClaimState.Offered(var offer)
                && offer.state() == Offer.State.OPEN) {
            decisions.freeze(claim, caseFile.judgement(claim), offer.plan(), offer.proposer(), null, moves.now());
        }
    }

    private void freeze(Claim claim, CaseFile.Judgement known, RemedyPlan plan, Actor actor) {
        var name = switch (actor) {
            case Actor.Staff(var _, var said) -> said;
            case Actor.Program(var _, var said) -> said;
            case Actor.Customer _, Actor.Product _ -> null;
        };
        decisions.freeze(claim, known, plan, actor.identity(), name, moves.now());
    }

    /** Offers a remedy without an agent where the merchant's instant lane says so (domain.md F10). */
    void offerAtOnce(MerchantId merchant, UUID id) {
        var lane = merchants.find(merchant).instantLane();
        if (!lane.on()) {
            return;
        }
        transactions.run(
                merchant,
                () -> claims.find(merchant, id).flatMap(this::heldWithItsOrder).ifPresent(claim -> {
                    var known = caseFile.judgement(claim);
                    switch (decide(claim, known, lane)) {
                        case ImmediateOffer.Decision.AtOnce(var option) -> {
                            offerAtOnce(claim, option);
                            freeze(claim, known, option.plan(), new Actor.Product());
                        }
                        case ImmediateOffer.Decision.Audit() -> pickForAudit(claim);
                        case ImmediateOffer.Decision.ByPerson _ -> {}
                    }
                }));
    }

    /** The order first, as everybody does who offers something: else two wait for each other for ever. */
    private Optional<Claim> heldWithItsOrder(Claim claim) {
        holdOrder(claim);
        return claims.hold(claim.merchant(), claim.id());
    }

    private static ImmediateOffer.Decision decide(Claim claim, CaseFile.Judgement known, InstantLane lane) {
        return ImmediateOffer.decide(claim, known.facts(), known.verification(), known.choice(), lane, known.policy());
    }

    private void offerAtOnce(Claim claim, RemedyOption option) {
        var accepted = moves.move(claim, new ClaimCommand.Accept(null), new Actor.Product(), false);
        var expiresAt = moves.now().plus(moves.spans(claim).of(PolicySet.Clock.OFFER));
        var offer = new ClaimCommand.MakeOffer(Ids.next(), option.plan(), false, expiresAt);
        moves.move(accepted, offer, new Actor.Product(), false);
    }

    private void pickForAudit(Claim claim) {
        boolean known = ledger.of(claim.merchant(), claim.id()).stream()
                .anyMatch(entry -> entry.event() instanceof ClaimEvent.AuditPicked);
        if (!known) {
            moves.move(claim, new ClaimCommand.PickForAudit(), new Actor.Product(), false);
        }
    }

    /** What an approver has before them. */
    @Nullable
    OfferSeen seen(Claim claim, UUID id) {
        var offer = claim.currentOffer();
        if (offer == null || !offer.id().equals(id)) {
            return null;
        }
        var judgement = caseFile.judgement(claim);
        var policy = judgement.policy();
        var judged = judgement
                .remedyCase()
                .map(known -> policy.judge(known, offer.plan()))
                .orElse(null);
        var allowed = judged instanceof RemedyVerdict.Allowed known ? known : null;
        return new OfferSeen(
                allowed == null ? null : allowed.cost().total(),
                offer.plan(),
                policy.area().code(),
                policy.version(),
                allowed == null
                        ? List.of()
                        : allowed.rules().stream().map(Rule::id).toList(),
                claim.verdict(),
                claim.version());
    }
}
