package org.redress.claims.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.redress.claims.Claim;
import org.redress.claims.Owed;
import org.redress.claims.Severity;

/**
 * Which claim somebody should open next: the one with the least time left, where much at risk counts as less time. What is
 * dangerous comes first, always; what one has already begun comes a little before what nobody has.
 */
public final class NextBest {
    /** A grave claim is treated as if it were due so much sooner, a light one later. */
    static final Duration WEIGHT = Duration.ofHours(4);

    /** Somebody's own. */
    static final Duration BEGUN = Duration.ofHours(1);

    private NextBest() {}

    /** @param taken claims that somebody else looks at right now */
    public static Optional<Claim> of(Collection<Claim> some, UUID account, Set<UUID> taken) {
        return some.stream()
                .filter(claim -> claim.owed().by() != Owed.Party.NOBODY)
                .filter(claim -> claim.assignee() == null || claim.assignee().equals(account))
                .filter(claim -> !taken.contains(claim.id()))
                .min(Comparator.comparing((Claim claim) -> claim.severity() != Severity.SAFETY)
                        .thenComparing(claim -> asIfDue(claim, account))
                        .thenComparing(Claim::id));
    }

    private static Instant asIfDue(Claim claim, UUID account) {
        var due = claim.owed().due() == null
                ? Instant.MAX.minus(WEIGHT)
                : claim.owed().due();
        var weighed = switch (claim.severity()) {
            case SAFETY, NORMAL -> due;
            case HIGH -> due.minus(WEIGHT);
            case LOW -> due.plus(WEIGHT);
        };
        return account.equals(claim.assignee()) ? weighed.minus(BEGUN) : weighed;
    }
}
