package org.redress.claims;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.evidence.EvidenceId;
import org.redress.kernel.Demand;
import org.redress.orders.Product;
import org.redress.remedy.Remedy;
import org.redress.remedy.RemedyPlan;

/** What has happened to a claim: the words of its ledger. Nothing here is ever changed or deleted. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
public sealed interface ClaimEvent {
    record ClaimRegistered(Channel channel, Demand demand) implements ClaimEvent {}

    record ClaimAccepted(@Nullable String note) implements ClaimEvent {}

    /** @param review PENDING where a second person looks first; of old entries nobody did, and the customer was told at once */
    record ClaimRejected(String reason, @Nullable CaseSeen seen, ClaimState.Review review) implements ClaimEvent {
        public ClaimRejected {
            review = Objects.requireNonNullElse(review, ClaimState.Review.CONFIRMED);
        }

        public boolean isPending() {
            return review == ClaimState.Review.PENDING;
        }
    }

    /** @param reason of whoever turned it down, and what they had seen: what the customer is told */
    record RejectionConfirmed(
            String reason,
            @Nullable CaseSeen seen,
            @Nullable String note) implements ClaimEvent {}

    record RejectionOverruled(@Nullable String note) implements ClaimEvent {}

    record InformationRequested(List<String> what, String message) implements ClaimEvent {}

    record InformationProvided(String message) implements ClaimEvent {}

    record EvidenceAdded(Set<EvidenceId> files) implements ClaimEvent {}

    /** @param file that was read; null where it is a record of orders, warehouse or carrier */
    record VerdictReached(@Nullable EvidenceId file, Verdict verdict) implements ClaimEvent {}

    /** @param hazards of what came, where the severity is SAFETY */
    record ClaimAssessed(Severity severity, Set<Product.Hazard> hazards) implements ClaimEvent {}

    record AuditPicked() implements ClaimEvent {}

    record CauseRecorded(CauseCode code, @Nullable String note) implements ClaimEvent {}

    record CauseConcluded(Conclusion conclusion) implements ClaimEvent {}

    record RemedyOffered(
            UUID offer,
            int version,
            RemedyPlan plan,
            boolean approvalNeeded,
            Instant expiresAt,
            @Nullable String note) implements ClaimEvent {}

    /** @param expiresAt until when the customer can answer */
    record OfferApproved(
            UUID offer,
            @Nullable String note,
            Instant expiresAt,
            @Nullable OfferSeen seen) implements ClaimEvent {}

    record ApprovalRefused(
            UUID offer, @Nullable String note, @Nullable OfferSeen seen) implements ClaimEvent {}

    record RemedyAgreed(UUID offer, RemedyPlan plan, String consentedText) implements ClaimEvent {}

    record OfferDeclined(UUID offer, @Nullable String note) implements ClaimEvent {}

    record OfferCountered(
            UUID offer, RemedyPlan wish, @Nullable String note) implements ClaimEvent {}

    record OfferWithdrawn(UUID offer) implements ClaimEvent {}

    record OfferExpired(UUID offer) implements ClaimEvent {}

    record CustomerSilent() implements ClaimEvent {}

    record StepDone(UUID offer, int position, String reference) implements ClaimEvent {}

    record StepFailed(UUID offer, int position, String reason) implements ClaimEvent {}

    record ExecutionStopped(UUID offer, @Nullable String reason) implements ClaimEvent {}

    record StepReversed(UUID offer, int position, String reference) implements ClaimEvent {}

    /** @param given what the customer has of the remedy */
    record PartDone(UUID offer, int position, Remedy given) implements ClaimEvent {}

    record PlanEnded(UUID offer) implements ClaimEvent {}

    /**
     * @param goods what came back, by article; empty where nothing did
     * @param amended whether it puts right what was recorded before
     */
    record GoodsReturned(List<Remedy.Goods> goods, ReturnMatch match, boolean amended) implements ClaimEvent {}

    record SatisfactionRated(int score, @Nullable String comment) implements ClaimEvent {}

    record ClaimClosed(ClosedBy by) implements ClaimEvent {}

    record ClaimWithdrawn(@Nullable String reason) implements ClaimEvent {}

    record ClaimReopened(@Nullable String reason) implements ClaimEvent {}

    record ClaimAppealed(@Nullable String reason) implements ClaimEvent {}

    /**
     * @param late whether the product passed it on because a promise was broken: nobody is distrusted then, whoever has it keeps it
     *     and may go on deciding
     */
    record ClaimEscalated(@Nullable String reason, boolean late) implements ClaimEvent {}

    record ClaimAssigned(@Nullable UUID account) implements ClaimEvent {}

    /** The time for it runs out before long. */
    record PromiseWarned(ClaimClock.Promise promise, ClaimClock.Party party, Instant due) implements ClaimEvent {}

    /** It was not done in time; it is owed all the same. */
    record PromiseBroken(ClaimClock.Promise promise, ClaimClock.Party party, Instant due) implements ClaimEvent {}

    /** @param number of the claim it goes on under */
    record ClaimMerged(UUID into, String number) implements ClaimEvent {}

    record ClaimSeparated(UUID from, String number) implements ClaimEvent {}

    /** The customer wants their data deleted; the case goes on as it is. */
    record ErasureRequested(@Nullable String note, Instant answerBy) implements ClaimEvent {}

    /** @param keptUntil the first day on which the law no longer asks us to keep it */
    record ErasureAnswered(LocalDate keptUntil, String message) implements ClaimEvent {}

    /** It was told by voice; for staff. */
    record CallTaken(Heard heard) implements ClaimEvent {}
}
