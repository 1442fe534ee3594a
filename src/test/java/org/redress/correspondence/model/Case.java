package org.redress.correspondence.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.redress.claims.Channel;
import org.redress.claims.Claim;
import org.redress.claims.ClaimCommand;
import org.redress.claims.ClaimEvent;
import org.redress.claims.Entry;
import org.redress.claims.Filing;
import org.redress.claims.Route;
import org.redress.claims.Severity;
import org.redress.claims.Verdict;
import org.redress.claims.model.ClaimHistory;
import org.redress.claims.model.ClaimLifecycle;
import org.redress.claims.model.Spans;
import org.redress.correspondence.TemplateGap;
import org.redress.kernel.Actor;
import org.redress.kernel.Demand;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Money;
import org.redress.kernel.Problem;
import org.redress.kernel.Sku;
import org.redress.remedy.Remedy;
import org.redress.remedy.RemedyPlan;

/** A claim that really moves, with the ledger that it leaves behind. */
final class Case {
    static final Instant MONDAY = Instant.parse("2026-11-23T09:00:00Z");
    static final List<Route> ROUTES = List.of(new Route("court", null, "any"));
    static final UUID OFFER = new UUID(7, 7);
    static final Actor AGENT = new Actor.Staff(new UUID(1, 1), "Ann");
    static final Actor SUPERVISOR = new Actor.Staff(new UUID(1, 2), "Sue");
    static final Actor CUSTOMER = new Actor.Customer();
    static final Actor PRODUCT = new Actor.Product();
    static final Remedy REFUND = new Remedy(
            Remedy.Kind.REFUND,
            new Money(1250, Currency.getInstance("GBP")),
            List.of(new Remedy.Goods(new Sku("MUG-RED"), 1)));
    static final Remedy KEEP =
            new Remedy(Remedy.Kind.KEEP_ITEM, null, List.of(new Remedy.Goods(new Sku("MUG-BLU"), 1)));
    static final Remedy LABEL =
            new Remedy(Remedy.Kind.RETURN_LABEL, null, List.of(new Remedy.Goods(new Sku("MUG-BLU"), 1)));

    private final List<Entry> timeline = new ArrayList<>();
    private Claim claim;
    private boolean held;

    Case() {
        this(List.of(new Filing.Line(
                new Sku("MUG-RED"), 2, Problem.WRONG_ITEM, new Filing.Received(new Sku("MUG-BLU"), null, null, 1))));
    }

    Case(List<Filing.Line> lines) {
        var filing = new Filing(
                "A-1",
                null,
                new Filing.Contact("Ada", "ada@example.com", null),
                Channel.PORTAL,
                "A blue mug came,\nI ordered a red one.",
                Demand.REFUND,
                null,
                null,
                null,
                lines,
                Locale.ENGLISH,
                Map.of());
        claim = ClaimHistory.registered(
                new MerchantId(new UUID(0, 1)),
                new UUID(0, 2),
                "K7QM-29XF",
                filing,
                Verdict.LIKELY,
                Severity.NORMAL,
                MONDAY);
        record(CUSTOMER, new ClaimEvent.ClaimRegistered(Channel.PORTAL, Demand.REFUND));
    }

    Case then(Actor actor, ClaimCommand command) {
        return then(actor, command, MONDAY);
    }

    Case then(Actor actor, ClaimCommand command, Instant now) {
        switch (ClaimLifecycle.decide(claim, command, actor, now)) {
            case ClaimLifecycle.Outcome.Moved(var next, var events) -> {
                claim = ClaimHistory.after(claim, next, events, now, Spans.USUAL);
                events.forEach(event -> record(actor, event));
            }
            case ClaimLifecycle.Outcome.No(var refusal) -> throw new AssertionError(refusal.code());
        }
        return this;
    }

    private void record(Actor actor, ClaimEvent event) {
        timeline.add(new Entry(timeline.size() + 1, MONDAY, actor, event));
    }

    /** The article is held back because of it. */
    Case held() {
        held = true;
        return this;
    }

    Case accepted() {
        return then(AGENT, new ClaimCommand.Accept("internal: second case this week"));
    }

    Case offered(Remedy... remedies) {
        return accepted().then(AGENT, offer(false, remedies));
    }

    static ClaimCommand offer(boolean approvalNeeded, Remedy... remedies) {
        return new ClaimCommand.MakeOffer(
                OFFER, new RemedyPlan(List.of(remedies)), approvalNeeded, MONDAY.plus(Duration.ofDays(7)));
    }

    /** The letters of what happened last, heard at once. */
    List<Letter> last() {
        return of(timeline.size());
    }

    /** The letters of the entry at this place, heard as the claim stands now. */
    List<Letter> of(int sequence) {
        return of(sequence, MONDAY.plusSeconds(1));
    }

    /** The same, heard at this moment. */
    List<Letter> of(int sequence, Instant now) {
        return Letters.of(
                claim, timeline, timeline.get(sequence - 1), Case::name, new Letters.Beyond(ROUTES, held), now);
    }

    Claim claim() {
        return claim;
    }

    Map<TemplateGap, List<Letter.Part>> facts(TemplateFacts.Known known, Instant now) {
        return TemplateFacts.of(claim, known, now);
    }

    int length() {
        return timeline.size();
    }

    private static String name(Sku sku) {
        return sku.equals(new Sku("MUG-RED")) ? "Red mug" : "Blue mug";
    }
}
