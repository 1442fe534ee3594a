package org.redress.replay;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.remedy.Area;

/**
 * One set of rules tried on the claims of a period.
 *
 * @param policy the merchant's version, or null for the product's own rules
 * @param policyName as people call it, at the time
 * @param source whose claims: the name of a {@link PastClaims}
 * @param from first day of filing, and {@code to} the last
 * @param total claims to try: counted, or estimated where they are made up, as the first act of the work
 * @param done of them so far
 * @param tallies of what was done so far, the whole first
 * @param startedBy the name of who started it, for people only
 * @param endedAt null while it runs
 */
public record Replay(
        UUID id,
        Area area,
        @Nullable UUID policy,
        String policyName,
        String source,
        LocalDate from,
        LocalDate to,
        State state,
        long total,
        long done,
        List<Tally> tallies,
        String startedBy,
        Instant startedAt,
        @Nullable Instant endedAt) {
    public enum State {
        RUNNING,
        /** Somebody asked it to stop; it does after the page at hand. */
        STOPPING,
        DONE,
        /** Stopped before its end; what was done is kept. */
        STOPPED,
        /** The rules changed or could not be asked; what was done is kept. */
        FAILED
    }

    public boolean isUnderWay() {
        return state == State.RUNNING || state == State.STOPPING;
    }

    /** From 0 to 100. */
    public int percent() {
        if (state == State.DONE) {
            return 100;
        }
        return total == 0 ? 0 : (int) Math.min(100, done * 100 / total);
    }

    /** The tally of all claims. */
    public Tally whole() {
        return tallies.isEmpty() ? Tally.empty(Tally.Dimension.ALL, "") : tallies.getFirst();
    }
}
