package org.redress.claims.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.redress.claims.Claim;
import org.redress.claims.ClaimCommand;
import org.redress.claims.Severity;
import org.redress.claims.Verdict;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;

class NextBestTest {
    private static final MerchantId MERCHANT = new MerchantId(new UUID(3, 3));
    private static final UUID ME = new UUID(1, 1);
    private static final UUID OTHER = new UUID(1, 2);

    private static Claim claim(Severity severity, Duration age, @Nullable UUID assignee) {
        var filed = Sample.MONDAY.minus(age);
        var claim = ClaimHistory.registered(
                MERCHANT, Ids.next(), "K7QM-29XF", Sample.filing(), Verdict.LIKELY, severity, filed);
        if (assignee == null) {
            return claim;
        }
        var outcome = ClaimLifecycle.decide(claim, new ClaimCommand.Assign(assignee), Sample.AGENT, filed, Spans.USUAL);
        var moved = (ClaimLifecycle.Outcome.Moved) outcome;
        return ClaimHistory.after(claim, moved.next(), moved.events(), filed, Spans.USUAL);
    }

    private static Claim best(Claim... some) {
        return NextBest.of(List.of(some), ME, Set.of()).orElseThrow();
    }

    @Test
    void what_is_due_first_comes_first() {
        var older = claim(Severity.NORMAL, Duration.ofHours(3), null);
        assertThat(best(claim(Severity.NORMAL, Duration.ofHours(1), null), older))
                .isEqualTo(older);
    }

    @Test
    void what_is_dangerous_comes_before_what_is_late() {
        var danger = claim(Severity.SAFETY, Duration.ZERO, null);
        assertThat(best(claim(Severity.HIGH, Duration.ofDays(9), null), danger)).isEqualTo(danger);
    }

    @Test
    void much_at_risk_counts_as_less_time_but_not_for_ever() {
        var grave = claim(Severity.HIGH, Duration.ZERO, null);
        var older = claim(Severity.NORMAL, Duration.ofHours(3), null);
        var oldest = claim(Severity.NORMAL, Duration.ofHours(5), null);
        assertThat(best(older, grave)).isEqualTo(grave);
        assertThat(best(oldest, grave)).isEqualTo(oldest);
    }

    @Test
    void what_one_has_begun_comes_a_little_before_what_nobody_has() {
        var mine = claim(Severity.NORMAL, Duration.ZERO, ME);
        var free = claim(Severity.NORMAL, Duration.ofMinutes(30), null);
        assertThat(best(free, mine)).isEqualTo(mine);
    }

    @Test
    void a_colleague_s_claim_and_one_that_a_colleague_looks_at_are_left_to_them() {
        var theirs = claim(Severity.HIGH, Duration.ofDays(1), OTHER);
        var looked = claim(Severity.HIGH, Duration.ofDays(1), null);
        var free = claim(Severity.LOW, Duration.ZERO, null);
        assertThat(NextBest.of(List.of(theirs, looked, free), ME, Set.of(looked.id())))
                .contains(free);
        assertThat(NextBest.of(List.of(theirs), ME, Set.of())).isEmpty();
    }
}
