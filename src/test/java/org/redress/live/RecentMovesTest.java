package org.redress.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecentMovesTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    private final RecentMoves moves = new RecentMoves(START);

    @Test
    void who_did_not_listen_hears_what_happened_since_each_claim_once() {
        var one = UUID.randomUUID();
        var other = UUID.randomUUID();
        moves.add(one, START.plusSeconds(1));
        moves.add(other, START.plusSeconds(2));
        moves.add(one, START.plusSeconds(3));
        assertThat(moves.since(START)).hasValueSatisfying(all -> assertThat(all).containsExactly(one, other));
        assertThat(moves.since(START.plusSeconds(3)))
                .as("in the very moment")
                .hasValueSatisfying(all -> assertThat(all).containsExactly(one));
        assertThat(moves.since(START.plusSeconds(4)))
                .hasValueSatisfying(all -> assertThat(all).isEmpty());
    }

    @Test
    void what_happened_before_the_server_started_or_long_ago_is_not_known() {
        assertThat(moves.since(START.minusMillis(1))).isEmpty();
        for (int i = 0; i <= RecentMoves.MOST; i++) {
            moves.add(UUID.randomUUID(), START.plusSeconds(i));
        }
        assertThat(moves.since(START)).as("one has been forgotten").isEmpty();
        assertThat(moves.since(START.plusSeconds(1)))
                .hasValueSatisfying(all -> assertThat(all).hasSize(RecentMoves.MOST));
    }
}
