package org.redress.claims;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.evidence.EvidenceId;
import org.redress.orders.Product;
import org.redress.remedy.Remedy;
import org.redress.remedy.RemedyPlan;

/**
 * Everything that can be done to a claim. Permissions, buttons, REST affordances and the lifecycle key on these types;
 * there is no other way to change a claim.
 */
public sealed interface ClaimCommand {
    /** It is ours to make right. */
    record Accept(@Nullable String note) implements ClaimCommand {}

    /** It is not; the customer can have it looked at again. */
    record Reject(String reason, @Nullable CaseSeen seen) implements ClaimCommand {
        /** What they have before them is added by the desk. */
        public Reject(String reason) {
            this(reason, null);
        }
    }

    /** A second person looks at a rejection before the customer hears of it. */
    record ReviewRejection(boolean confirmed, @Nullable String note) implements ClaimCommand {}

    /** @param what the kinds of evidence or facts that are missing */
    record AskInformation(List<String> what, String message) implements ClaimCommand {}

    /** The answer to what was asked. */
    record ProvideInformation(String message) implements ClaimCommand {}

    /** Files that somebody added, at any time: a fact that arrives late is recorded. */
    record AddEvidence(Set<EvidenceId> files) implements ClaimCommand {}

    /**
     * A fact has come in; what we believe about the claim may have changed.
     *
     * @param file that was read; null where it is a record of orders, warehouse or carrier
     */
    record RecordReading(@Nullable EvidenceId file, Verdict verdict) implements ClaimCommand {}

    /** How much hangs on it, as far as is known now. */
    record Assess(Severity severity, Set<Product.Hazard> hazards) implements ClaimCommand {}

    /** The instant lane leaves it to a person, by chance. */
    record PickForAudit() implements ClaimCommand {}

    /** Where it went wrong, as a person judges it: one of the 21 causes of the seed (domain.md R19-R39). */
    record RecordCause(CauseCode code, @Nullable String note) implements ClaimCommand {}

    /** Where it went wrong, as the records tell. It stands beside the state and holds nothing up. */
    record RecordConclusion(Conclusion conclusion) implements ClaimCommand {}

    /**
     * Puts a remedy to the customer. The policy has already judged it.
     *
     * @param approvalNeeded whether somebody else must look first
     * @param note why this, for the customer
     */
    record MakeOffer(
            UUID offer,
            RemedyPlan plan,
            boolean approvalNeeded,
            Instant expiresAt,
            @Nullable String note) implements ClaimCommand {
        public MakeOffer(UUID offer, RemedyPlan plan, boolean approvalNeeded, Instant expiresAt) {
            this(offer, plan, approvalNeeded, expiresAt, null);
        }
    }

    /** Somebody other than the proposer looks at an offer above the limit. */
    record DecideApproval(
            UUID offer,
            boolean approved,
            @Nullable String note,
            @Nullable OfferSeen seen) implements ClaimCommand {
        /** What they have before them is added by the desk. */
        public DecideApproval(UUID offer, boolean approved, @Nullable String note) {
            this(offer, approved, note, null);
        }
    }

    /** @param consentedText what the customer saw and agreed to, frozen */
    record AcceptOffer(UUID offer, String consentedText) implements ClaimCommand {}

    record DeclineOffer(UUID offer, @Nullable String note) implements ClaimCommand {}

    /** The customer would rather have something else. */
    record CounterOffer(
            UUID offer, RemedyPlan wish, @Nullable String note) implements ClaimCommand {}

    record WithdrawOffer(UUID offer) implements ClaimCommand {}

    /** Its time is over. */
    record ExpireOffer(UUID offer) implements ClaimCommand {}

    /** The customer has let their time run out: somebody must go on without an answer. */
    record RecordSilence() implements ClaimCommand {}

    /** Settlement reports: this remedy of an agreed offer, by its position in the plan, is carried out. */
    record RecordStepDone(UUID offer, int position, String reference) implements ClaimCommand {}

    /** Settlement reports: this remedy cannot be carried out as it stands; somebody must look. */
    record RecordStepFailed(UUID offer, int position, String reason) implements ClaimCommand {}

    /** What is still owed of an agreed plan is not carried out; what can be taken back is. */
    record StopExecution(@Nullable String reason) implements ClaimCommand {}

    /** Settlement reports: this remedy was carried out and has been taken back. */
    record RecordStepReversed(UUID offer, int position, String reference) implements ClaimCommand {}

    /** Settlement reports: of this remedy the customer has that much and, as things stand, no more. */
    record RecordPartDone(UUID offer, int position, Remedy given) implements ClaimCommand {}

    /** Settlement reports: of a plan that was stopped, it is known of every step what became of it. */
    record RecordStopped(UUID offer) implements ClaimCommand {}
    /**
     * The warehouse has looked at what the customer sent back. A fact is never refused, and nothing is taken back for it.
     *
     * @param goods what came, by article; empty where nothing did
     * @param amended whether it puts right what was recorded before
     */
    record RecordReturn(List<Remedy.Goods> goods, ReturnMatch match, boolean amended) implements ClaimCommand {}

    /** 1 (very unhappy) to 5 (very satisfied). */
    record RateSatisfaction(int score, @Nullable String comment) implements ClaimCommand {}

    /** The follow-up is over, or the customer said elsewhere that all is well. */
    record Close() implements ClaimCommand {}

    /** The customer takes the claim back. */
    record Withdraw(@Nullable String reason) implements ClaimCommand {}

    record Reopen(@Nullable String reason) implements ClaimCommand {}

    /** The customer asks for a second look by somebody else (domain.md F6). */
    record Appeal(@Nullable String reason) implements ClaimCommand {}

    record Escalate(@Nullable String reason) implements ClaimCommand {}

    /** Who takes care of it; null gives it back to the queue. */
    record Assign(@Nullable UUID account) implements ClaimCommand {}

    /**
     * The same trouble is told twice: this claim goes on under the other.
     *
     * @param into the other, as it stands
     * @param holdsOthers whether others go on under this one
     */
    record Merge(Claim into, boolean holdsOthers) implements ClaimCommand {}

    /** It is another trouble after all: it stands again where it stood. */
    record Separate() implements ClaimCommand {}
}
