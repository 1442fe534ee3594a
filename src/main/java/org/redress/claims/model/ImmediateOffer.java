package org.redress.claims.model;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.redress.access.InstantLane;
import org.redress.claims.Claim;
import org.redress.claims.ClaimState;
import org.redress.claims.Severity;
import org.redress.claims.Verdict;
import org.redress.claims.Verification;
import org.redress.claims.Verification.Code;
import org.redress.claims.Verification.Outcome;
import org.redress.evidence.EvidenceItem.ReadState;
import org.redress.kernel.Phrase;
import org.redress.remedy.Figures;
import org.redress.remedy.PolicySet;
import org.redress.remedy.RemedyChoice;
import org.redress.remedy.RemedyOption;

/**
 * Whether a claim may be offered a remedy at once, without an agent (domain.md F10, contract.md "instant lane"). The same
 * rule for everybody: proven, cheap and without a doubt. What falls through is no refusal; a person looks at it as ever.
 */
public final class ImmediateOffer {
    /** A doubt in any of these is a person's to weigh (domain.md F5). */
    private static final Set<Code> DOUBTS = EnumSet.of(
            Code.ORDER_IS_CUSTOMERS,
            Code.ARTICLE_ON_ORDER,
            Code.PHOTO_REUSE,
            Code.PHOTO_TIME,
            Code.QUANTITY_LEFT,
            Code.NOT_REMEDIED);

    private ImmediateOffer() {}

    public sealed interface Decision {
        /** Said to staff. */
        Phrase reason();

        record AtOnce(RemedyOption option) implements Decision {
            @Override
            public Phrase reason() {
                return Phrase.of("claims.lane.at-once");
            }
        }

        /** It could be, but was picked at random for a person to look at. */
        record Audit() implements Decision {
            @Override
            public Phrase reason() {
                return Phrase.of("claims.lane.audit");
            }
        }

        record ByPerson(Phrase reason) implements Decision {}
    }

    public static Decision decide(
            Claim claim,
            Facts facts,
            Verification verification,
            RemedyChoice choice,
            InstantLane lane,
            PolicySet policy) {
        var obstacle = obstacle(claim, facts, verification, lane);
        if (obstacle.isPresent()) {
            return new Decision.ByPerson(obstacle.get());
        }
        var wanted = wanted(choice);
        if (wanted.isEmpty()) {
            return new Decision.ByPerson(Phrase.of("claims.lane.no-option"));
        }
        var option = wanted.get();
        var cap = Figures.like(lane.cap(), option.costToUs().currency());
        if (option.approvalNeeded() || option.costToUs().compareTo(cap) > 0) {
            return new Decision.ByPerson(Phrase.of("claims.lane.above-cap", option.costToUs(), cap));
        }
        var ruled =
                policy.atOnce(verification.verdict().name(), claim.severity().name(), option.costToUs());
        if (!ruled.value()) {
            return new Decision.ByPerson(ruled.rule().sentence());
        }
        return isAudited(claim.id(), lane.auditPercent()) ? new Decision.Audit() : new Decision.AtOnce(option);
    }

    /** What stands in the way. */
    private static Optional<Phrase> obstacle(Claim claim, Facts facts, Verification verification, InstantLane lane) {
        var state = stands(claim, lane);
        return state.isEmpty() ? unclear(claim, facts, verification) : Optional.of(Phrase.of("claims.lane." + state));
    }

    /** Whether rules alone may decide on what is offered, wherever the claim stands: nothing in it is a person's to weigh. */
    public static boolean isClear(Claim claim, Facts facts, Verification verification) {
        return unclear(claim, facts, verification).isEmpty();
    }

    private static Optional<Phrase> unclear(Claim claim, Facts facts, Verification verification) {
        var why = whatIsUnclear(claim, facts, verification);
        return why.isEmpty() ? doubt(verification) : Optional.of(Phrase.of("claims.lane." + why));
    }

    private static String stands(Claim claim, InstantLane lane) {
        if (!lane.on()) {
            return "off";
        }
        if (!(claim.state() instanceof ClaimState.Submitted) || !claim.offers().isEmpty() || claim.escalated()) {
            return "under-way";
        }
        return "";
    }

    private static String whatIsUnclear(Claim claim, Facts facts, Verification verification) {
        if (claim.follows() != null) {
            return "second-time";
        }
        if (facts.evidence().stream().anyMatch(item -> item.readState() == ReadState.PENDING)) {
            return "reading";
        }
        if (verification.verdict() != Verdict.CONFIRMED) {
            return "not-confirmed";
        }
        return claim.severity() == Severity.SAFETY ? "safety" : "";
    }

    /** The first check that does not hold; that the order is the customer's has to be known. */
    private static Optional<Phrase> doubt(Verification verification) {
        return verification.checks().stream()
                .filter(check -> check.code() == Code.ORDER_IS_CUSTOMERS
                        ? check.outcome() != Outcome.PASS
                        : DOUBTS.contains(check.code()) && check.outcome() == Outcome.FAIL)
                .findFirst()
                .map(check -> Phrase.of("claims.lane.doubt", Phrase.of("claims.check." + check.code())));
    }

    /** What the customer asked for; the least costly where they left it open. What cannot be had is talked about. */
    private static Optional<RemedyOption> wanted(RemedyChoice choice) {
        return switch (choice.wish()) {
            case RemedyChoice.Wish.Granted(var id) -> choice.option(id);
            case RemedyChoice.Wish.None() -> choice.options().stream().findFirst();
            case RemedyChoice.Wish.NotPossible _ -> Optional.empty();
        };
    }

    /** By the random part of the claim's id: asked twice, the answer is the same. */
    private static boolean isAudited(UUID claim, int percent) {
        return Math.floorMod(claim.getLeastSignificantBits(), 100L) < percent;
    }
}
