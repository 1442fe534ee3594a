package org.redress.claims;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
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

    record Rejected(String reason) implements ClaimState {}

    /** The outside name, as in contract.md. */
    default Name name() {
        return switch (this) {
            case Submitted() -> Name.SUBMITTED;
            case NeedsInformation _ -> Name.NEEDS_INFORMATION;
            case Accepted() -> Name.ACCEPTED;
            case Offered _ -> Name.OFFERED;
            case Executing _ -> Name.EXECUTING;
            case FollowingUp _ -> Name.FOLLOW_UP;
            case Closed _ -> Name.CLOSED;
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
