package org.redress.claims.app;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.access.Account;
import org.redress.access.Accounts;
import org.redress.claims.Claim;
import org.redress.claims.ClaimEvent;
import org.redress.claims.Decision;
import org.redress.claims.Decisions;
import org.redress.claims.Evenness;
import org.redress.claims.model.ImmediateOffer;
import org.redress.claims.model.SameFacts;
import org.redress.claims.store.DecisionTable;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.Actor;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.redress.orders.Orders;
import org.redress.remedy.Area;
import org.redress.remedy.RemedyPlan;
import org.redress.remedy.Ruling;
import org.springframework.stereotype.Component;

/** Freezes first decisions as they are made, in the transaction that makes them. */
@Component
class DecisionDesk implements Decisions {
    private static final String STAFF = "staff:";

    private final MerchantTransactions transactions;
    private final DecisionTable decisions;
    private final Orders orders;
    private final Accounts accounts;

    DecisionDesk(MerchantTransactions transactions, DecisionTable decisions, Orders orders, Accounts accounts) {
        this.transactions = transactions;
        this.decisions = decisions;
        this.orders = orders;
        this.accounts = accounts;
    }

    /**
     * Keeps what was known and decided. Where we do not know the order, rules have nothing to look at, and nothing is kept.
     *
     * @param plan that is offered, or null where the claim is turned down
     * @param by {@link Actor#identity()} of who decided
     * @param name what they are called; null to look it up
     */
    void freeze(
            Claim claim,
            CaseFile.Judgement known,
            @Nullable RemedyPlan plan,
            String by,
            @Nullable String name,
            Instant now) {
        var remedyCase = known.remedyCase().orElse(null);
        var order = known.facts().order().orElse(null);
        var merchant = claim.merchant();
        if (remedyCase == null || order == null || decisions.has(merchant, claim.id())) {
            return;
        }
        var verdict = known.verification().verdict();
        var severity = claim.severity();
        var channel = claim.filing().channel();
        var country = order.shipTo().country();
        var ruled =
                Ruling.of(known.policy(), remedyCase, known.choice(), verdict.name(), severity.name(), channel.name());
        var decision = new Decision(
                claim.id(),
                claim.number(),
                claim.filedAt(),
                Area.of(country),
                channel,
                verdict,
                severity,
                ImmediateOffer.isClear(claim, known.facts(), known.verification()),
                claim.filing().language().toLanguageTag(),
                country,
                order.shipTo().region(),
                orders.isReturning(merchant, order),
                Decision.band(order.paid()),
                remedyCase,
                ruled,
                false);
        decisions.add(
                merchant,
                decision,
                plan,
                now,
                by,
                name == null ? nameOf(merchant, by) : name,
                SameFacts.facts(remedyCase, known.choice(), verdict, severity),
                SameFacts.outcome(remedyCase, plan));
    }

    private @Nullable String nameOf(MerchantId merchant, String identity) {
        return identity.startsWith(STAFF)
                ? Ids.parse(identity.substring(STAFF.length()))
                        .flatMap(id -> accounts.find(merchant, id))
                        .map(Account::name)
                        .orElse(null)
                : null;
    }

    /** What of a claim's history means that the customer was not content with the decision. */
    void hear(Claim claim, ClaimEvent event) {
        if (event instanceof ClaimEvent.OfferDeclined
                || event instanceof ClaimEvent.OfferCountered
                || event instanceof ClaimEvent.ClaimAppealed
                || event instanceof ClaimEvent.ClaimReopened) {
            decisions.contest(claim.merchant(), claim.id());
        }
    }

    @Override
    public long count(MerchantId merchant, Area area, Instant from, Instant until) {
        return transactions.call(merchant, () -> decisions.count(merchant, area, from, until));
    }

    @Override
    public List<Decision> page(
            MerchantId merchant, Area area, Instant from, Instant until, @Nullable Place after, int limit) {
        return transactions.call(merchant, () -> decisions.page(merchant, area, from, until, after, limit));
    }

    @Override
    public Evenness evenness(MerchantId merchant, Instant from, Instant until) {
        return transactions.call(merchant, () -> decisions.evenness(merchant, from, until));
    }
}
