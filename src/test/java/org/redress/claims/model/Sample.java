package org.redress.claims.model;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Channel;
import org.redress.claims.Claim;
import org.redress.claims.ClaimCommand;
import org.redress.claims.Filing;
import org.redress.claims.Severity;
import org.redress.claims.Verdict;
import org.redress.kernel.Actor;
import org.redress.kernel.Demand;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Money;
import org.redress.kernel.Problem;
import org.redress.kernel.Sku;
import org.redress.remedy.Remedy;
import org.redress.remedy.RemedyPlan;

/** Claims that reach their state by commands, as a claim does in life. */
final class Sample {
    static final Instant MONDAY = Instant.parse("2026-11-23T09:00:00Z");
    static final UUID OFFER = new UUID(7, 7);
    static final Actor AGENT = new Actor.Staff(new UUID(1, 1), "Ann");
    static final Actor SUPERVISOR = new Actor.Staff(new UUID(1, 2), "Sue");
    static final Actor COLLEAGUE = new Actor.Staff(new UUID(1, 3), "Bo");
    static final Actor CUSTOMER = new Actor.Customer();
    static final Actor PRODUCT = new Actor.Product();
    private static final Currency POUNDS = Currency.getInstance("GBP");

    static final RemedyPlan REFUND_AND_KEEP = new RemedyPlan(List.of(
            new Remedy(Remedy.Kind.REFUND, new Money(1250, POUNDS), List.of(new Remedy.Goods(new Sku("MUG-RED"), 1))),
            new Remedy(Remedy.Kind.KEEP_ITEM, null, List.of(new Remedy.Goods(new Sku("MUG-BLU"), 1)))));

    static final RemedyPlan KEEP = new RemedyPlan(
            List.of(new Remedy(Remedy.Kind.KEEP_ITEM, null, List.of(new Remedy.Goods(new Sku("MUG-BLU"), 1)))));

    private Sample() {}

    static Filing filing() {
        return filing(null);
    }

    static Filing filing(@Nullable String phone) {
        return new Filing(
                "A-1",
                null,
                new Filing.Contact("Ada", "ada@example.com", phone),
                Channel.PORTAL,
                "A blue mug came, I ordered a red one.",
                Demand.REFUND,
                null,
                null,
                null,
                List.of(new Filing.Line(
                        new Sku("MUG-RED"),
                        1,
                        Problem.WRONG_VARIANT,
                        new Filing.Received(new Sku("MUG-BLU"), null, null, 1))),
                Locale.ENGLISH,
                Map.of());
    }

    static Claim submitted() {
        return ClaimHistory.registered(
                new MerchantId(new UUID(0, 1)),
                new UUID(0, 2),
                "K7QM-29XF",
                filing(),
                Verdict.UNCONFIRMED,
                Severity.NORMAL,
                MONDAY);
    }

    static Claim after(Claim claim, Actor actor, ClaimCommand command) {
        return after(claim, actor, command, MONDAY);
    }

    static Claim after(Claim claim, Actor actor, ClaimCommand command, Instant now) {
        return switch (ClaimLifecycle.decide(claim, command, actor, now)) {
            case ClaimLifecycle.Outcome.Moved(var next, var events) ->
                ClaimHistory.after(claim, next, events, now, Spans.USUAL);
            case ClaimLifecycle.Outcome.No(var refusal) -> throw new AssertionError(refusal.code());
        };
    }

    static Claim accepted() {
        return after(submitted(), AGENT, new ClaimCommand.Accept(null));
    }

    static ClaimCommand.MakeOffer offer(RemedyPlan plan, boolean approvalNeeded) {
        return new ClaimCommand.MakeOffer(OFFER, plan, approvalNeeded, MONDAY.plus(Clocks.OFFER));
    }

    static Claim offered() {
        return after(accepted(), AGENT, offer(REFUND_AND_KEEP, false));
    }

    static Claim awaitingApproval() {
        return after(accepted(), AGENT, offer(REFUND_AND_KEEP, true));
    }

    static Claim executing() {
        return after(offered(), CUSTOMER, new ClaimCommand.AcceptOffer(OFFER, "We refund £12.50."));
    }

    static Claim followingUp() {
        return after(executing(), PRODUCT, new ClaimCommand.RecordStepDone(OFFER, 0, "re_1"));
    }

    static Claim closed() {
        return after(followingUp(), CUSTOMER, new ClaimCommand.RateSatisfaction(5, null));
    }

    static Claim withdrawn() {
        return after(submitted(), CUSTOMER, new ClaimCommand.Withdraw(null));
    }

    /** Turned down by the agent; a second person has to look. */
    static Claim rejectionPending() {
        return after(submitted(), AGENT, new ClaimCommand.Reject("The right article came."));
    }

    static Claim rejected() {
        return after(rejectionPending(), SUPERVISOR, new ClaimCommand.ReviewRejection(true, null));
    }

    static Claim merged() {
        return after(submitted(), AGENT, new ClaimCommand.Merge(Specimens.twin(submitted()), false));
    }

    static Claim needsInformation() {
        return after(
                accepted(), AGENT, new ClaimCommand.AskInformation(List.of("ITEM_BARCODE"), "Please send a photo."));
    }
}
