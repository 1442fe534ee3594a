package org.redress.claims.web.portal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Claim;
import org.redress.claims.ClaimClock;
import org.redress.claims.ClaimEvent;
import org.redress.claims.ClosedBy;
import org.redress.claims.Entry;
import org.redress.claims.Offer;
import org.redress.evidence.EvidenceId;
import org.redress.kernel.Actor;
import org.redress.remedy.Remedy;
import org.redress.ui.Words;

/**
 * A claim's ledger in the customer's words. What staff note among themselves is left out: who takes care of it, the
 * cause, approvals and their reasons, offers that never reached the customer.
 */
public final class Story {
    private final Claim claim;
    private final Words words;
    private final PlanWords plans;
    private final Set<EvidenceId> videos;
    private final Set<UUID> seenOffers = new HashSet<>();
    /** Whether somebody has turned it down and nobody has confirmed that yet. */
    private boolean hidden;

    private final List<Told> told = new ArrayList<>();

    private Story(Claim claim, Words words, PlanWords plans, Set<EvidenceId> videos) {
        this.claim = claim;
        this.words = words;
        this.plans = plans;
        this.videos = videos;
    }

    /**
     * One thing that happened.
     *
     * @param sequence of its entry in the ledger
     * @param more what was said with it, as it was said; or null
     */
    public record Told(
            int sequence, Instant at, String text, @Nullable String more) {}

    /** @param videos those of the claim's files that are no photos */
    static List<Told> of(Claim claim, List<Entry> entries, Words words, PlanWords plans, Set<EvidenceId> videos) {
        var story = new Story(claim, words, plans, videos);
        entries.forEach(story::tell);
        return List.copyOf(story.told);
    }

    private void tell(Entry entry) {
        var event = entry.event();
        var byCustomer = entry.actor() instanceof Actor.Customer;
        switch (event) {
            case ClaimEvent.ClaimRegistered _ -> say(entry, null);
            case ClaimEvent.ClaimAccepted _ -> say(entry, null);
            case ClaimEvent.ClaimRejected rejected -> {
                hidden = rejected.isPending();
                if (!hidden) {
                    say(entry, rejected.reason());
                }
            }
            case ClaimEvent.RejectionConfirmed(var reason, var _, var _) -> {
                hidden = false;
                say(entry, reason);
            }
            case ClaimEvent.RejectionOverruled _ -> hidden = false;
            case ClaimEvent.ClaimMerged(var _, var number) ->
                add(entry, words.say("portal.told.ClaimMerged", number), null);
            case ClaimEvent.ClaimSeparated _ -> say(entry, null);
            case ClaimEvent.InformationRequested(var _, var message) -> say(entry, message);
            case ClaimEvent.InformationProvided(var message) -> say(entry, message);
            case ClaimEvent.EvidenceAdded(var files) -> added(entry, files, byCustomer ? "" : ".ours");
            case ClaimEvent.RemedyOffered(var id, var _, var plan, var approvalNeeded, var _, var note) -> {
                if (!approvalNeeded) {
                    offered(entry, id, withNote(String.join(" ", plans.gets(plan)), note));
                }
            }
            case ClaimEvent.OfferApproved(var id, var _, var _, var _) ->
                offered(
                        entry,
                        id,
                        offer(id)
                                .map(offer -> withNote(String.join(" ", plans.gets(offer.plan())), offer.note()))
                                .orElse(null));
            case ClaimEvent.RemedyAgreed(var _, var _, var text) -> say(entry, text);
            case ClaimEvent.OfferDeclined(var _, var note) -> say(entry, note);
            case ClaimEvent.OfferCountered(var _, var wish, var note) ->
                say(entry, wish.isNothing() ? note : withNote(String.join(" ", plans.gets(wish)), note));
            case ClaimEvent.OfferWithdrawn(var id) -> sayOf(entry, id);
            case ClaimEvent.OfferExpired(var id) -> sayOf(entry, id);
            case ClaimEvent.StepDone(var id, var position, var _) ->
                remedy(id, position).ifPresent(remedy -> add(entry, plans.done(remedy), null));
            case ClaimEvent.GoodsReturned(var _, var _, var amended) -> {
                if (!amended) {
                    say(entry, null);
                }
            }
            case ClaimEvent.StepFailed _, ClaimEvent.ExecutionStopped _ -> say(entry, null);
            case ClaimEvent.SatisfactionRated(var score, var comment) ->
                add(entry, words.say("portal.told.SatisfactionRated", words.say("portal.score." + score)), comment);
            case ClaimEvent.ClaimClosed(var by) -> closed(entry, by);
            case ClaimEvent.ClaimWithdrawn(var reason) -> say(entry, reason);
            case ClaimEvent.ClaimReopened(var reason) -> {
                if (byCustomer || !hidden) {
                    say(entry, byCustomer ? reason : null);
                }
                hidden = false;
            }
            case ClaimEvent.ClaimAppealed(var reason) -> {
                hidden = false;
                say(entry, byCustomer ? reason : null);
            }
            case ClaimEvent.ClaimEscalated(var reason, var _) -> {
                if (byCustomer) {
                    say(entry, reason);
                }
            }
            case ClaimEvent.ErasureRequested(var note, var _) -> say(entry, byCustomer ? note : null);
            case ClaimEvent.ErasureAnswered(var _, var message) -> say(entry, message);
            case ClaimEvent.PromiseBroken(var promise, var _, var _) -> {
                if (promise == ClaimClock.Promise.DECISION || promise == ClaimClock.Promise.EXECUTION) {
                    say(entry, null);
                }
            }
            case ClaimEvent.PromiseWarned _,
                    ClaimEvent.CustomerSilent _,
                    ClaimEvent.CallTaken _,
                    ClaimEvent.StepReversed _,
                    ClaimEvent.PartDone _,
                    ClaimEvent.PlanEnded _,
                    ClaimEvent.VerdictReached _,
                    ClaimEvent.ClaimAssessed _,
                    ClaimEvent.AuditPicked _,
                    ClaimEvent.CauseRecorded _,
                    ClaimEvent.CauseConcluded _,
                    ClaimEvent.ApprovalRefused _,
                    ClaimEvent.ClaimAssigned _ -> {}
        }
    }

    private static String withNote(String what, @Nullable String note) {
        return note == null || note.isBlank() ? what : what + "\n" + note;
    }

    private void added(Entry entry, Set<EvidenceId> files, String whose) {
        long filmed = files.stream().filter(videos::contains).count();
        long photographed = files.size() - filmed;
        var kind = filmed == 0 ? "" : photographed == 0 ? ".video" : ".both";
        add(entry, words.say("portal.told.EvidenceAdded" + whose + kind, photographed, filmed), null);
    }

    private void offered(Entry entry, UUID id, @Nullable String what) {
        seenOffers.add(id);
        add(entry, words.say("portal.told.RemedyOffered"), what);
    }

    /** An offer that ends before it was shown never was. */
    private void sayOf(Entry entry, UUID id) {
        if (seenOffers.contains(id)) {
            say(entry, null);
        }
    }

    private void closed(Entry entry, ClosedBy by) {
        add(entry, words.say("portal.told.ClaimClosed." + by), null);
    }

    private Optional<Offer> offer(UUID id) {
        return claim.offers().stream().filter(offer -> offer.id().equals(id)).findFirst();
    }

    private Optional<Remedy> remedy(UUID id, int position) {
        return offer(id)
                .map(offer -> offer.plan().remedies())
                .filter(remedies -> position >= 0 && position < remedies.size())
                .map(remedies -> remedies.get(position));
    }

    private void say(Entry entry, @Nullable String more) {
        add(entry, words.say("portal.told." + entry.event().getClass().getSimpleName()), more);
    }

    private void add(Entry entry, String text, @Nullable String more) {
        told.add(new Told(entry.sequence(), entry.at(), text, more == null || more.isBlank() ? null : more));
    }
}
