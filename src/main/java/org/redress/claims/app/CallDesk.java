package org.redress.claims.app;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.access.Viewer;
import org.redress.claims.Calls;
import org.redress.claims.Claim;
import org.redress.claims.ClaimAct;
import org.redress.claims.ClaimCommand;
import org.redress.claims.ClaimEvent;
import org.redress.claims.Claims;
import org.redress.claims.Filed;
import org.redress.claims.Filing;
import org.redress.claims.Filings;
import org.redress.claims.Heard;
import org.redress.claims.Promises;
import org.redress.claims.Severity;
import org.redress.claims.model.ClaimHistory;
import org.redress.claims.model.FilingRules;
import org.redress.claims.model.FirstLook;
import org.redress.claims.model.VerificationChecks;
import org.redress.claims.store.ClaimLedger;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.Actor;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.remedy.PolicySet;
import org.springframework.stereotype.Component;

@Component
class CallDesk implements Calls {
    private final MerchantTransactions transactions;
    private final Claims claims;
    private final Filings filings;
    private final Promises promises;
    private final ClaimLedger ledger;
    private final CaseFile caseFile;
    private final Clockwork clockwork;
    private final Moves moves;

    CallDesk(
            MerchantTransactions transactions,
            Claims claims,
            Filings filings,
            Promises promises,
            ClaimLedger ledger,
            CaseFile caseFile,
            Clockwork clockwork,
            Moves moves) {
        this.transactions = transactions;
        this.claims = claims;
        this.filings = filings;
        this.promises = promises;
        this.ledger = ledger;
        this.caseFile = caseFile;
        this.clockwork = clockwork;
        this.moves = moves;
    }

    @Override
    public Optional<Prospect> prospect(MerchantId merchant, Filing filing) {
        return transactions.call(merchant, () -> {
            var order = caseFile.order(merchant, filing);
            if (FilingRules.check(filing, order).isPresent()) {
                return Optional.empty();
            }
            var id = Ids.next();
            var now = moves.now();
            var policy = caseFile.policy(merchant, order, now);
            var facts = caseFile.facts(merchant, id, filing, order, List.of());
            var verdict = VerificationChecks.verify(facts, policy.figures()).verdict();
            var severity = FirstLook.of(facts, policy.figures()).severity();
            var channel = filing.channel().name();
            var spans = clockwork.spans(merchant, clock -> policy.clock(channel, clock));
            var claim = ClaimHistory.registered(merchant, id, "", filing, verdict, severity, now, spans);
            return Optional.of(new Prospect(
                    spans.due(now, PolicySet.Clock.DECISION),
                    severity,
                    caseFile.judgement(claim).choice()));
        });
    }

    @Override
    public Filed file(Viewer viewer, Filings.Sent sent, Filing filing, Heard heard, @Nullable UUID into) {
        if (into != null && !ClaimAct.MERGE.isOpenTo(viewer)) {
            throw new Refused(Refusal.forbidden());
        }
        var merchant = viewer.merchant();
        return transactions.call(merchant, () -> {
            var filed = filings.once(merchant, sent, filing, viewer.actor());
            var claim = filed.claim();
            if (isTaken(claim)) {
                return filed;
            }
            moves.record(claim, new ClaimEvent.CallTaken(heard), viewer.actor(), moves.now());
            var taken = careful(claim, heard);
            promises.told(merchant, claim.id(), viewer.actor(), moves.now());
            return new Filed(
                    into == null ? taken : claims.merge(merchant, claim.id(), into, viewer.actor(), null),
                    filed.trackPath());
        });
    }

    private boolean isTaken(Claim claim) {
        return ledger.of(claim.merchant(), claim.id()).stream()
                .anyMatch(entry -> entry.event() instanceof ClaimEvent.CallTaken);
    }

    private Claim careful(Claim claim, Heard heard) {
        return heard.dangers().isEmpty() || claim.severity() == Severity.SAFETY
                ? claim
                : moves.move(
                        claim, new ClaimCommand.Assess(Severity.SAFETY, heard.hazards()), new Actor.Product(), false);
    }
}
