package org.redress.correspondence.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.claims.CaseSeen;
import org.redress.claims.Claim;
import org.redress.claims.ClaimEvent;
import org.redress.claims.ClaimState;
import org.redress.claims.ClosedBy;
import org.redress.claims.Entry;
import org.redress.claims.Offer;
import org.redress.claims.Owed;
import org.redress.claims.Route;
import org.redress.claims.Severity;
import org.redress.correspondence.Message.Direction;
import org.redress.correspondence.Message.Kind;
import org.redress.kernel.Actor;
import org.redress.kernel.Demand;
import org.redress.kernel.Phrase;
import org.redress.kernel.Sku;
import org.redress.orders.Product;
import org.redress.remedy.Remedy;
import org.redress.remedy.RemedyPlan;

/**
 * What is said to the customer when something has happened, and what they said with it. Each text acknowledges, says
 * what we understood and saw, names the remedy, who owes the next step and until when, and blames nobody (domain.md
 * R63-R78).
 */
public final class Letters {
    private static final Set<String> FILES =
            Set.of("ITEM", "ITEM_BARCODE", "OUTER_LABEL", "PACKING_SLIP", "VIDEO", "OTHER");

    /** Below this, satisfaction means that somebody must ask. */
    private static final int SATISFIED_FROM = 4;

    /**
     * What is known besides the claim, where the entry needs it.
     *
     * @param routes where the customer can go outside
     * @param held whether the article was held back because of it
     */
    public record Beyond(List<Route> routes, boolean held) {
        public static final Beyond NOTHING = new Beyond(List.of(), false);
    }

    private final Claim claim;
    private final List<Entry> timeline;
    private final Entry entry;
    private final Restated restated;
    private final Beyond beyond;
    private final Instant now;

    private Letters(
            Claim claim, List<Entry> timeline, Entry entry, Function<Sku, String> names, Beyond beyond, Instant now) {
        this.claim = claim;
        this.timeline = timeline;
        this.entry = entry;
        this.restated = new Restated(claim, names);
        this.beyond = beyond;
        this.now = now;
    }

    /**
     * The letters of one entry: none, or at most one in each direction.
     *
     * @param claim as it stands now, which may be long after the entry
     * @param names how people call an article
     */
    public static List<Letter> of(
            Claim claim, List<Entry> timeline, Entry entry, Function<Sku, String> names, Beyond beyond, Instant now) {
        return new Letters(claim, timeline, entry, names, beyond, now).all();
    }

    private List<Letter> all() {
        return switch (entry.event()) {
            case ClaimEvent.ClaimRegistered _ -> List.of(acknowledgement());
            case ClaimEvent.ClaimAccepted _ -> List.of(accepted());
            case ClaimEvent.ClaimRejected rejected ->
                rejected.isPending() ? List.of() : List.of(rejected(rejected.reason(), rejected.seen()));
            case ClaimEvent.RejectionConfirmed(var reason, var seen, var _) -> List.of(rejected(reason, seen));
            case ClaimEvent.ClaimMerged(var _, var number) -> List.of(joined("merged", number));
            case ClaimEvent.ClaimSeparated(var _, var number) -> List.of(joined("separated", number));
            case ClaimEvent.InformationRequested(var what, var message) -> List.of(request(what, message));
            case ClaimEvent.InformationProvided(var message) -> from(message);
            case ClaimEvent.RemedyOffered(var offer, var _, var plan, var approvalNeeded, var expiresAt, var note) ->
                approvalNeeded ? List.of() : List.of(offer(offer, plan, note, expiresAt));
            case ClaimEvent.OfferApproved(var id, var _, var expiresAt, var _) ->
                offered(id)
                        .map(offer -> offer(id, offer.plan(), offer.note(), expiresAt))
                        .toList();
            case ClaimEvent.RemedyAgreed(var _, var plan, var _) -> List.of(agreed(plan));
            case ClaimEvent.OfferDeclined(var _, var note) -> with(from(note), declined());
            case ClaimEvent.OfferCountered(var _, var wish, var note) -> with(from(note), countered(wish));
            case ClaimEvent.OfferWithdrawn(var id) -> wasShown(id) ? List.of(withdrawn("withdrawn")) : List.of();
            case ClaimEvent.OfferExpired(var id) -> wasShown(id) ? List.of(withdrawn("expired")) : List.of();
            case ClaimEvent.StepDone done -> stepDone(done);
            case ClaimEvent.PlanEnded _ ->
                claim.state() instanceof ClaimState.FollowingUp ? List.of() : List.of(stopped());
            case ClaimEvent.StepFailed failed -> isFirst(failed) ? List.of(stepFailed()) : List.of();
            case ClaimEvent.SatisfactionRated(var score, var comment) ->
                score < SATISFIED_FROM ? with(from(comment), unsatisfied()) : from(comment);
            case ClaimEvent.ClaimClosed(var by) -> List.of(closed(by));
            case ClaimEvent.ClaimWithdrawn(var reason) -> with(from(reason), takenBack());
            case ClaimEvent.ClaimReopened(var reason) ->
                !isCustomers() && isUntold()
                        ? List.of()
                        : isCustomers() ? with(from(reason), again("reopened")) : List.of(again("reopened"));
            case ClaimEvent.ClaimAppealed(var reason) -> with(from(reason), again("appealed"));
            // A program that calls for somebody senior may speak for the shop's own people: its reason is no letter.
            case ClaimEvent.ClaimEscalated(var reason, var _) ->
                entry.actor() instanceof Actor.Customer ? with(from(reason), escalated()) : List.of();
            case ClaimEvent.ErasureRequested(var note, var answerBy) ->
                isCustomers() ? with(from(note), erasureAsked(answerBy)) : List.of(erasureAsked(answerBy));
            case ClaimEvent.ErasureAnswered(var keptUntil, var message) -> List.of(erasureAnswered(keptUntil, message));
            case ClaimEvent.ClaimAssessed(var severity, var hazards) ->
                severity == Severity.SAFETY ? List.of(warning(hazards)) : List.of();
            case ClaimEvent.ApprovalRefused _,
                    ClaimEvent.ExecutionStopped _,
                    ClaimEvent.StepReversed _,
                    ClaimEvent.PartDone _,
                    ClaimEvent.GoodsReturned _,
                    ClaimEvent.RejectionOverruled _,
                    ClaimEvent.CustomerSilent _,
                    ClaimEvent.CallTaken _,
                    ClaimEvent.EvidenceAdded _,
                    ClaimEvent.VerdictReached _,
                    ClaimEvent.AuditPicked _,
                    ClaimEvent.CauseRecorded _,
                    ClaimEvent.CauseConcluded _,
                    ClaimEvent.ClaimAssigned _,
                    ClaimEvent.PromiseWarned _,
                    ClaimEvent.PromiseBroken _ -> List.of();
        };
    }

    private Letter acknowledgement() {
        var parts = said("correspondence.acknowledgement.thanks", claim.number());
        parts.addAll(restated.parts());
        parts.addAll(said("correspondence.acknowledgement.sorry"));
        if (claim.filing().demand() != Demand.UNDECIDED) {
            parts.addAll(said(
                    "correspondence.acknowledgement.demand",
                    Phrase.of("claims.demand." + claim.filing().demand().name())));
        }
        var files = filesFiled();
        parts.addAll(
                files > 0
                        ? said("correspondence.acknowledgement.files", files)
                        : said("correspondence.acknowledgement.no-files"));
        parts.addAll(promise("correspondence.acknowledgement.next", Owed.Party.AGENT, ClaimState.Name.SUBMITTED));
        return mailed(Kind.ACKNOWLEDGEMENT, "correspondence.acknowledgement.subject", parts);
    }

    /** What came can harm: how to keep it, before anything else is talked about. */
    private Letter warning(Set<Product.Hazard> hazards) {
        var parts = said("correspondence.warning.stop");
        hazards.stream().sorted().forEach(hazard -> parts.addAll(said("claims.keep." + hazard)));
        parts.addAll(said("correspondence.warning.next"));
        return mailed(Kind.WARNING, "correspondence.warning.subject", parts);
    }

    /** Files that came with the claim are the next thing that happened to it. */
    private int filesFiled() {
        return timeline.stream()
                .filter(next -> next.sequence() == entry.sequence() + 1)
                .map(Entry::event)
                .mapToInt(event -> event instanceof ClaimEvent.EvidenceAdded(var files) ? files.size() : 0)
                .sum();
    }

    private Letter accepted() {
        var parts = said("correspondence.accepted.ours");
        parts.addAll(seen());
        parts.addAll(promise("correspondence.accepted.next", Owed.Party.AGENT, ClaimState.Name.ACCEPTED));
        return posted(Kind.DECISION, parts);
    }

    /** Whether somebody has turned the claim down and nobody has confirmed it: the customer knows nothing of that. */
    private boolean isUntold() {
        return before().reduce(
                        false,
                        (untold, event) -> switch (event) {
                            case ClaimEvent.ClaimRejected rejected -> rejected.isPending();
                            case ClaimEvent.RejectionConfirmed _,
                                    ClaimEvent.RejectionOverruled _,
                                    ClaimEvent.ClaimReopened _,
                                    ClaimEvent.ClaimAppealed _ -> false;
                            default -> untold;
                        },
                        (_, last) -> last);
    }

    private Letter joined(String how, String number) {
        return mailed(
                Kind.ACKNOWLEDGEMENT,
                "correspondence." + how + ".subject",
                said("correspondence." + how + ".what", number));
    }

    private Letter rejected(String reason, @Nullable CaseSeen seen) {
        var parts = said("correspondence.rejected.looked", claim.number());
        parts.addAll(restated.parts());
        parts.addAll(said("correspondence.rejected.result"));
        parts.addAll(typed(reason));
        var lookedAt = seen == null
                ? List.<Phrase>of()
                : seen.lookedAt().stream().distinct().toList();
        if (!lookedAt.isEmpty()) {
            parts.addAll(said("correspondence.rejected.seen"));
            lookedAt.forEach(one -> parts.add(new Letter.Part.Row(one)));
        }
        parts.addAll(said("correspondence.rejected.sorry"));
        parts.addAll(said("correspondence.rejected.appeal"));
        parts.addAll(said("correspondence.rejected.elsewhere"));
        beyond.routes().forEach(route -> parts.add(new Letter.Part.Row(route.line())));
        return mailed(Kind.DECISION, "correspondence.rejected.subject", parts);
    }

    /** The agent's own words stand in it, so it is the agent's letter. */
    private Letter request(List<String> what, String message) {
        var parts = said("correspondence.request.thanks");
        parts.addAll(asked(what, message));
        parts.addAll(promise("correspondence.request.until", Owed.Party.CUSTOMER, ClaimState.Name.NEEDS_INFORMATION));
        parts.addAll(said("correspondence.request.open"));
        var waits = claim.state() instanceof ClaimState.NeedsInformation;
        return new Letter(
                Direction.OUTBOUND,
                Kind.INFORMATION_REQUEST,
                entry.actor(),
                waits ? Phrase.of("correspondence.request.subject", claim.number()) : null,
                parts);
    }

    /** What the customer is asked for, a row each, and the words it was asked with. */
    static List<Letter.Part> asked(List<String> what, String message) {
        var parts = new ArrayList<Letter.Part>();
        what.forEach(one -> parts.add(new Letter.Part.Row(named(one))));
        parts.addAll(typed(message));
        return parts;
    }

    private static Phrase named(String what) {
        return FILES.contains(what) ? Phrase.of("claims.evidence." + what) : Phrase.of("correspondence.verbatim", what);
    }

    /** It is mailed while it can be answered: late mail about an offer that is over would mislead. */
    private Letter offer(UUID id, RemedyPlan plan, @Nullable String note, Instant expiresAt) {
        var parts = said("correspondence.offer.sorry");
        parts.addAll(restated.parts());
        parts.addAll(seen());
        Explanation.of(claim, beyond.held())
                .sentences()
                .map(Letter.Part.Said::new)
                .forEach(parts::add);
        parts.addAll(said("correspondence.offer.plan"));
        parts.add(new Letter.Part.Plan(plan));
        parts.addAll(doing(plan));
        if (note != null) {
            parts.addAll(typed(note));
        }
        parts.addAll(said("correspondence.offer.until", expiresAt));
        parts.addAll(said("claims.on-silence"));
        parts.addAll(said("correspondence.offer.free"));
        var open = offered(id).anyMatch(offer -> offer.state() == Offer.State.OPEN && !offer.isOver(now));
        return open ? mailed(Kind.OFFER, "correspondence.offer.subject", parts) : posted(Kind.OFFER, parts);
    }

    /** What the customer has to do, or need not. */
    private static List<Letter.Part> doing(RemedyPlan plan) {
        if (plan.has(Remedy.Kind.RETURN_LABEL) || plan.has(Remedy.Kind.EXCHANGE)) {
            return said("correspondence.offer.send-back");
        }
        return said(
                plan.has(Remedy.Kind.KEEP_ITEM) ? "correspondence.offer.keep" : "correspondence.offer.nothing-to-do");
    }

    private List<Letter.Part> seen() {
        return switch (claim.verdict()) {
            case CONFIRMED -> said("correspondence.seen.CONFIRMED");
            case LIKELY -> said("correspondence.seen.LIKELY");
            case UNCONFIRMED -> said("correspondence.seen.UNCONFIRMED");
            case CONTRADICTED, UNKNOWN_ORDER -> List.of();
        };
    }

    private Letter agreed(RemedyPlan plan) {
        var parts = said("correspondence.agreed.thanks");
        parts.add(new Letter.Part.Plan(plan));
        parts.addAll(promise("correspondence.agreed.next", Owed.Party.SYSTEM, ClaimState.Name.EXECUTING));
        return mailed(Kind.AGREEMENT, "correspondence.agreed.subject", parts);
    }

    private Letter declined() {
        var parts = said("correspondence.declined.thanks");
        parts.addAll(promise("correspondence.declined.next", Owed.Party.AGENT, ClaimState.Name.ACCEPTED));
        return posted(Kind.ACKNOWLEDGEMENT, parts);
    }

    private Letter countered(RemedyPlan wish) {
        var parts = said("correspondence.countered.thanks");
        parts.add(new Letter.Part.Plan(wish));
        parts.addAll(promise("correspondence.countered.next", Owed.Party.AGENT, ClaimState.Name.ACCEPTED));
        return posted(Kind.ACKNOWLEDGEMENT, parts);
    }

    private Letter withdrawn(String how) {
        return withdrawn(how, List.of());
    }

    private Letter stopped() {
        return withdrawn("stopped", claim.given().isEmpty() ? List.of() : said("correspondence.stopped.kept"));
    }

    /** @param kept what of it stays with the customer */
    private Letter withdrawn(String how, List<Letter.Part> kept) {
        var parts = said("correspondence." + how + ".what");
        parts.addAll(kept);
        parts.addAll(promise("correspondence." + how + ".next", Owed.Party.AGENT, ClaimState.Name.ACCEPTED));
        return mailed(Kind.OFFER, "correspondence." + how + ".subject", parts);
    }

    private List<Letter> stepDone(ClaimEvent.StepDone done) {
        var offer = offered(done.offer()).findFirst();
        if (offer.isEmpty() || done.position() >= offer.get().plan().remedies().size()) {
            return List.of();
        }
        var plan = offer.get().plan();
        var remedy = plan.remedies().get(done.position());
        var parts = said("correspondence.done.what");
        parts.add(new Letter.Part.Plan(new RemedyPlan(List.of(remedy))));
        parts.addAll(said("correspondence.done." + remedy.kind().name(), done.reference()));
        if (!isLast(done, plan)) {
            return List.of(posted(Kind.EXECUTION, parts));
        }
        boolean onItsWay = plan.remedies().stream().map(Remedy::kind).anyMatch(FollowUp::isSent);
        var how = onItsWay ? "correspondence.sent" : "correspondence.follow-up";
        var all = said(how + ".done");
        all.add(new Letter.Part.Plan(plan));
        all.addAll(said("correspondence.done." + remedy.kind().name(), done.reference()));
        all.addAll(promise(how + ".ask", Owed.Party.CUSTOMER, ClaimState.Name.FOLLOW_UP));
        all.addAll(said("correspondence.follow-up.not-right"));
        return List.of(mailed(Kind.FOLLOW_UP, how + ".subject", all));
    }

    /** Whether with this step, and not before, all of the plan is carried out. */
    private boolean isLast(ClaimEvent.StepDone done, RemedyPlan plan) {
        var owed = new ArrayList<Integer>();
        for (int position = 0; position < plan.remedies().size(); position++) {
            if (plan.remedies().get(position).kind() != Remedy.Kind.KEEP_ITEM) {
                owed.add(position);
            }
        }
        var before = before().flatMap(event -> event instanceof ClaimEvent.StepDone(var offer, var position, var _)
                                && offer.equals(done.offer())
                        ? Stream.of(position)
                        : Stream.empty())
                .collect(Collectors.toSet());
        owed.removeAll(before);
        return owed.equals(List.of(done.position()));
    }

    private boolean isFirst(ClaimEvent.StepFailed failed) {
        return before().noneMatch(event -> event instanceof ClaimEvent.StepFailed(var offer, var position, var _)
                && offer.equals(failed.offer())
                && position == failed.position());
    }

    private Letter stepFailed() {
        var parts = said("correspondence.failed.what");
        parts.addAll(promise("correspondence.failed.next", Owed.Party.AGENT, ClaimState.Name.EXECUTING));
        return posted(Kind.EXECUTION, parts);
    }

    private Letter unsatisfied() {
        var parts = said("correspondence.unsatisfied.sorry");
        parts.addAll(
                claim.state() instanceof ClaimState.Closed
                        ? said("correspondence.unsatisfied.closed")
                        : promise("correspondence.unsatisfied.next", Owed.Party.AGENT, ClaimState.Name.FOLLOW_UP));
        return posted(Kind.FOLLOW_UP, parts);
    }

    private Letter closed(ClosedBy by) {
        var parts = said("correspondence.closed." + by.name());
        parts.addAll(said("correspondence.closed.reopen"));
        return by == ClosedBy.SATISFIED
                ? posted(Kind.CLOSING, parts)
                : mailed(Kind.CLOSING, "correspondence.closed.subject", parts);
    }

    private Letter takenBack() {
        var parts = said("correspondence.closed.WITHDRAWN");
        parts.addAll(said("correspondence.closed.reopen"));
        return mailed(Kind.CLOSING, "correspondence.closed.subject", parts);
    }

    private Letter again(String how) {
        var parts = said("correspondence." + how + ".what");
        parts.addAll(promise(
                "correspondence." + how + ".next",
                Owed.Party.AGENT,
                ClaimState.Name.SUBMITTED,
                ClaimState.Name.ACCEPTED));
        return mailed(Kind.ACKNOWLEDGEMENT, "correspondence." + how + ".subject", parts);
    }

    private Letter escalated() {
        return posted(Kind.ACKNOWLEDGEMENT, said("correspondence.escalated.what"));
    }

    private Letter erasureAsked(Instant answerBy) {
        return mailed(
                Kind.ACKNOWLEDGEMENT,
                "correspondence.erasure.asked.subject",
                said("correspondence.erasure.asked", answerBy));
    }

    /** The words are those of whoever answers, so it is their letter. */
    private Letter erasureAnswered(LocalDate keptUntil, String message) {
        var parts = new ArrayList<>(typed(message));
        parts.addAll(said("correspondence.erasure.kept", keptUntil));
        parts.addAll(said("correspondence.erasure.elsewhere"));
        return new Letter(
                Direction.OUTBOUND,
                Kind.NOTE,
                entry.actor(),
                Phrase.of("correspondence.erasure.answered.subject", claim.number()),
                parts);
    }

    /** Whether a program or the customer acted: an agent's reason is for colleagues. */
    private boolean isCustomers() {
        return switch (entry.actor()) {
            case Actor.Customer(), Actor.Program _ -> true;
            case Actor.Staff _, Actor.Product() -> false;
        };
    }

    /** Nobody takes back in public what they never said. */
    private boolean wasShown(UUID id) {
        return before().anyMatch(event -> (event instanceof ClaimEvent.OfferApproved approved
                        && approved.offer().equals(id))
                || (event instanceof ClaimEvent.RemedyOffered offered
                        && offered.offer().equals(id)
                        && !offered.approvalNeeded()));
    }

    private Stream<ClaimEvent> before() {
        return timeline.stream()
                .filter(earlier -> earlier.sequence() < entry.sequence())
                .map(Entry::event);
    }

    private Stream<Offer> offered(UUID id) {
        return claim.offers().stream().filter(offer -> offer.id().equals(id));
    }

    /**
     * Who owes the next step, until when. A date is named only while the claim still stands where this entry left it;
     * later, another clock runs.
     */
    private List<Letter.Part> promise(String key, Owed.Party party, ClaimState.Name first, ClaimState.Name... others) {
        var owed = claim.owed();
        var due = owed.due();
        var standsThere = EnumSet.of(first, others).contains(claim.state().name()) && owed.by() == party;
        return standsThere && due != null && due.isAfter(now) ? said(key, due) : said(key + ".undated");
    }

    /** What the customer wrote with what they did. */
    private List<Letter> from(@Nullable String text) {
        return text == null || text.isBlank()
                ? List.of()
                : List.of(new Letter(Direction.INBOUND, Kind.NOTE, entry.actor(), null, typed(text)));
    }

    private static List<Letter> with(List<Letter> inbound, Letter answer) {
        var both = new ArrayList<>(inbound);
        both.add(answer);
        return both;
    }

    private Letter mailed(Kind kind, String subject, List<Letter.Part> parts) {
        return new Letter(Direction.OUTBOUND, kind, new Actor.Product(), Phrase.of(subject, claim.number()), parts);
    }

    private static Letter posted(Kind kind, List<Letter.Part> parts) {
        return new Letter(Direction.OUTBOUND, kind, new Actor.Product(), null, parts);
    }

    private static List<Letter.Part> typed(String text) {
        return text.isBlank() ? List.of() : List.of(new Letter.Part.Typed(text.strip()));
    }

    private static List<Letter.Part> said(String key, Object... gaps) {
        return new ArrayList<>(List.of(new Letter.Part.Said(new Phrase(key, Arrays.asList(gaps)))));
    }
}
