package org.redress.claims;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.remedy.RemedyPlan;

/** Where a claim stands (contract.md, States). The whole vocabulary. Waiting for somebody is another axis: {@link Owed}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
public sealed interface ClaimState {
    /** Registered and acknowledged at once; nobody has decided yet. */
    record Submitted() implements ClaimState {}

    /** The customer was asked for something; the answer leads back to where the claim came from. */
    record NeedsInformation(ClaimState from, List<String> what, String message) implements ClaimState {}

    /** It is ours to make right. */
    record Accepted() implements ClaimState {}

    /** A remedy lies before the customer, or before an approver. */
    record Offered(Offer offer) implements ClaimState {}

    /**
     * The customer agreed.
     *
     * @param owed the remedies of the plan, by position, that are not carried out yet
     * @param failed those of them that could not be carried out and that somebody must look at
     * @param stopping whether somebody has stopped it; it ends when the fate of every step is known
     */
    record Executing(UUID offer, RemedyPlan plan, Set<Integer> owed, Set<Integer> failed, boolean stopping)
            implements ClaimState {
        public Executing {
            failed = Objects.requireNonNullElse(failed, Set.of());
        }

        public Executing(UUID offer, RemedyPlan plan, Set<Integer> owed, Set<Integer> failed) {
            this(offer, plan, owed, failed, false);
        }
    }

    /**
     * Carried out; we ask whether the customer is satisfied.
     *
     * @param over whether the time to say so has passed
     */
    record FollowingUp(boolean over) implements ClaimState {}

    record Closed(ClosedBy by) implements ClaimState {}

    /**
     * Somebody turned it down.
     *
     * @param seen what they had before them; null for one of the time before this was kept
     * @param review the customer hears of it only once a second person has confirmed it (domain.md F6)
     * @param by {@link org.redress.kernel.Actor#identity()} of whoever turned it down; null where not kept
     * @param reviewer the same of the second person
     * @param from where it goes back to when it is overruled
     */
    record Rejected(
            String reason,
            @Nullable CaseSeen seen,
            Review review,
            @Nullable String by,
            @Nullable String reviewer,
            ClaimState from)
            implements ClaimState {
        public Rejected {
            review = Objects.requireNonNullElse(review, Review.CONFIRMED);
            from = Objects.requireNonNullElse(from, new Submitted());
        }

        public boolean isPending() {
            return review == Review.PENDING;
        }
    }

    /**
     * The same trouble is told twice: it goes on under another number.
     *
     * @param number of the claim it goes on under
     * @param before where it goes back to when it turns out to be another trouble
     * @param owed whose turn it was then
     */
    record Merged(UUID into, String number, ClaimState before, Owed owed) implements ClaimState {}

    /** Whether a second person has looked at a rejection. */
    enum Review {
        PENDING,
        CONFIRMED
    }

    /** The outside name, as in contract.md. */
    default Name name() {
        return switch (this) {
            case Submitted() -> Name.SUBMITTED;
            case NeedsInformation _ -> Name.NEEDS_INFORMATION;
            case Accepted() -> Name.ACCEPTED;
            case Offered _ -> Name.OFFERED;
            case Executing _ -> Name.EXECUTING;
            case FollowingUp _ -> Name.FOLLOW_UP;
            case Closed _, Merged _ -> Name.CLOSED;
            case Rejected _ -> Name.REJECTED;
        };
    }

    /** What outside clients see, and what a list is filtered by. */
    enum Name {
        SUBMITTED,
        NEEDS_INFORMATION,
        ACCEPTED,
        OFFERED,
        EXECUTING,
        FOLLOW_UP,
        CLOSED,
        REJECTED
    }
}
