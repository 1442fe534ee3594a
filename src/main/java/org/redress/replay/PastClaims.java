package org.redress.replay;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Decision;
import org.redress.claims.Decisions;
import org.redress.kernel.MerchantId;
import org.redress.remedy.Area;

/** Claims on which rules can be tried. */
public interface PastClaims {
    /** Stable, for programs and addresses; its title is {@code replay.source.<name>}. */
    String name();

    /** Whether the claims have a page of their own. */
    boolean onRecord();

    /** How many there are, or about how many where they are made up as they are read. */
    long count(MerchantId merchant, Area area, Instant from, Instant until);

    /** The oldest first. */
    List<Decision> page(
            MerchantId merchant, Area area, Instant from, Instant until, Decisions.@Nullable Place after, int limit);
}
