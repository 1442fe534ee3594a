package org.redress.live;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The last claims of one merchant that moved. Between the moment that a page is made and the moment that it listens something may
 * happen, as between two connections of it: it says since when it does not know, and hears of that first.
 */
final class RecentMoves {
    static final int MOST = 500;

    private final ArrayDeque<Move> moves = new ArrayDeque<>();
    private Instant knownSince;

    /** @param from from when on every move is told here */
    RecentMoves(Instant from) {
        this.knownSince = from;
    }

    private record Move(Instant at, UUID claim) {}

    synchronized void add(UUID claim, Instant at) {
        moves.add(new Move(at, claim));
        if (moves.size() > MOST) {
            knownSince = moves.remove().at().plusNanos(1);
        }
    }

    /** What moved at that moment or later; empty where that is not known any more. */
    synchronized Optional<Set<UUID>> since(Instant then) {
        if (then.isBefore(knownSince)) {
            return Optional.empty();
        }
        var claims = new LinkedHashSet<UUID>();
        for (var move : moves) {
            if (!move.at().isBefore(then)) {
                claims.add(move.claim());
            }
        }
        return Optional.of(claims);
    }
}
