package org.redress.rota.model;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.redress.claims.Claim;
import org.redress.rota.Member;

/**
 * Who should get a claim. Nobody gets one who is away, has their hands full, does not speak the customer’s language, does
 * not know what is wrong, or has decided on it before (domain.md F6). Of the others it goes to who knows the customer
 * already, else to whoever carries the least of what they can.
 */
public final class Fit {
    /** @param open how many claims they have */
    public record Candidate(Member member, int open) {
        double load() {
            return (double) open / Math.max(1, member.most());
        }
    }

    private Fit() {}

    /**
     * @param known who has a claim of the same customer or order; asked only where there is a choice
     * @param deputy who stands in for somebody that had it, or null where nobody had
     */
    public static Optional<UUID> of(
            Claim claim, List<Candidate> candidates, Supplier<Set<UUID>> known, Optional<UUID> deputy, Instant now) {
        var able = candidates.stream()
                .filter(candidate -> canTake(candidate, claim, now))
                .toList();
        return deputy.filter(account ->
                        able.stream().anyMatch(each -> each.member().account().equals(account)))
                .or(() -> able.size() < 2 ? first(able, Set.of()) : first(able, known.get()));
    }

    private static Optional<UUID> first(List<Candidate> able, Set<UUID> known) {
        return able.stream()
                .min(Comparator.comparing((Candidate each) ->
                                !known.contains(each.member().account()))
                        .thenComparingDouble(Candidate::load)
                        .thenComparing(each -> each.member().account()))
                .map(each -> each.member().account());
    }

    private static boolean canTake(Candidate candidate, Claim claim, Instant now) {
        var member = candidate.member();
        var spoken = claim.filing().language().getLanguage();
        return member.takes()
                && !member.isAway(now)
                && candidate.open() < member.most()
                && (member.languages().isEmpty() || member.languages().contains(spoken))
                && (member.channels().isEmpty()
                        || member.channels().contains(claim.filing().channel()))
                && (member.matters().isEmpty()
                        || claim.filing().lines().stream()
                                .allMatch(line -> member.matters().contains(line.problem())))
                && !claim.decidedBefore().contains(new org.redress.kernel.Actor.Staff(member.account(), "").identity());
    }
}
