package org.redress.replay.app;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Decision;
import org.redress.claims.Decisions;
import org.redress.kernel.MerchantId;
import org.redress.remedy.Area;
import org.redress.replay.PastClaims;
import org.redress.replay.Replays;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The merchant's own claims, as they were first decided on. */
@Component
@Order(0)
class RecordedClaims implements PastClaims {
    private final Decisions decisions;

    RecordedClaims(Decisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public String name() {
        return Replays.RECORD;
    }

    @Override
    public boolean onRecord() {
        return true;
    }

    @Override
    public long count(MerchantId merchant, Area area, Instant from, Instant until) {
        return decisions.count(merchant, area, from, until);
    }

    @Override
    public List<Decision> page(
            MerchantId merchant, Area area, Instant from, Instant until, Decisions.@Nullable Place after, int limit) {
        return decisions.page(merchant, area, from, until, after, limit);
    }
}
