package org.redress.rota;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Channel;
import org.redress.kernel.Problem;

/**
 * How somebody takes part in the work.
 *
 * @param takes whether claims are given to them at all
 * @param languages the first two letters of each that they write in; empty: all
 * @param channels by which customers reach them; empty: all
 * @param matters what is wrong in the claims that they know how to decide; empty: all
 * @param most how many claims they have at the same time
 * @param awayFrom when they are away, with the end, or both null
 * @param deputy who has their claims meanwhile, or null: whoever is best
 */
public record Member(
        UUID account,
        boolean takes,
        Set<String> languages,
        Set<Channel> channels,
        Set<Problem> matters,
        int most,
        @Nullable Instant awayFrom,
        @Nullable Instant awayUntil,
        @Nullable UUID deputy) {
    public static final int USUAL_MOST = 25;

    /** Claims are counted no further. */
    public static final int LARGEST_MOST = 99;

    /** Somebody who has said nothing. */
    public static Member usual(UUID account) {
        return new Member(account, true, Set.of(), Set.of(), Set.of(), USUAL_MOST, null, null, null);
    }

    public boolean isAway(Instant now) {
        return awayFrom != null && !now.isBefore(awayFrom) && (awayUntil == null || now.isBefore(awayUntil));
    }
}
