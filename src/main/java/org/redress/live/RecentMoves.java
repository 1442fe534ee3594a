package org.redress.live;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.redress.kernel.MerchantId;

/**
 * The last claims that moved, of all merchants together. Between the moment that a page is made and the moment that it listens
 * something may happen, as between two connections of it: it says since when it does not know, and hears of that first.
 */
final class RecentMoves {
    /** So many take a few megabytes, however many merchants there are. */
    static final int MOST = 20_000;

    private final Deque<Move> moves = new ArrayDeque<>();
    private Instant knownSince;

    /** @param from from when on every move is told here */
    RecentMoves(Instant from) {
        this.knownSince = from;
    }

    private record Move(Instant at, MerchantId merchant, UUID claim) {}

    synchronized void add(MerchantId merchant, UUID claim, Instant at) {
        moves.addFirst(new Move(at, merchant, claim));
        if (moves.size() > MOST) {
            knownSince = moves.removeLast().at().plusNanos(1);
        }
    }

    /** A merchant's claims that moved at that moment or later; empty where that is not known any more. */
    synchronized Optional<Set<UUID>> since(Instant then, MerchantId merchant) {
        if (then.isBefore(knownSince)) {
            return Optional.empty();
        }
        var claims = new LinkedHashSet<UUID>();
        for (var move : moves) {
            if (move.at().isBefore(then)) {
                break;
            }
            if (move.merchant().equals(merchant)) {
                claims.add(move.claim());
            }
        }
        return Optional.of(claims);
    }
}
