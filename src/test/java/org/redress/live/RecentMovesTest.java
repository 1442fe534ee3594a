package org.redress.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.redress.kernel.MerchantId;

class RecentMovesTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private static final MerchantId OURS = new MerchantId(UUID.randomUUID());
    private static final MerchantId OTHERS = new MerchantId(UUID.randomUUID());

    private final RecentMoves moves = new RecentMoves(START);

    @Test
    void who_did_not_listen_hears_what_happened_since_each_claim_once() {
        var one = UUID.randomUUID();
        var other = UUID.randomUUID();
        moves.add(OURS, one, START.plusSeconds(1));
        moves.add(OURS, other, START.plusSeconds(2));
        moves.add(OURS, one, START.plusSeconds(3));
        assertThat(moves.since(START, OURS))
                .hasValueSatisfying(all -> assertThat(all).containsExactlyInAnyOrder(one, other));
        assertThat(moves.since(START.plusSeconds(3), OURS))
                .as("in the very moment")
                .hasValueSatisfying(all -> assertThat(all).containsExactly(one));
        assertThat(moves.since(START.plusSeconds(4), OURS))
                .hasValueSatisfying(all -> assertThat(all).isEmpty());
    }

    @Test
    void another_merchants_claims_are_not_heard_of() {
        moves.add(OTHERS, UUID.randomUUID(), START.plusSeconds(1));
        assertThat(moves.since(START, OURS))
                .hasValueSatisfying(all -> assertThat(all).isEmpty());
    }

    @Test
    void what_happened_before_the_server_started_or_long_ago_is_not_known() {
        assertThat(moves.since(START.minusMillis(1), OURS)).isEmpty();
        for (int i = 0; i <= RecentMoves.MOST; i++) {
            moves.add(OURS, UUID.randomUUID(), START.plusSeconds(i));
        }
        assertThat(moves.since(START, OURS)).as("one has been forgotten").isEmpty();
        assertThat(moves.since(START.plusSeconds(1), OURS))
                .hasValueSatisfying(all -> assertThat(all).hasSize(RecentMoves.MOST));
    }
}
