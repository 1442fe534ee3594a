package org.redress.investigation.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import org.redress.kernel.MerchantId;
import org.redress.traces.Surroundings;
import org.springframework.stereotype.Component;

/** How many articles a merchant's pickers scan. It changes slowly, so it is asked for once an hour. */
@Component
class ScanShares {
    private static final Duration FRESH = Duration.ofHours(1);

    private final Surroundings surroundings;
    private final InstantSource clock;
    private final ConcurrentHashMap<MerchantId, Kept> kept = new ConcurrentHashMap<>();

    private record Kept(OptionalDouble share, Instant until) {}

    ScanShares(Surroundings surroundings, InstantSource clock) {
        this.surroundings = surroundings;
        this.clock = clock;
    }

    OptionalDouble of(MerchantId merchant) {
        var known = kept.get(merchant);
        var now = clock.instant();
        if (known != null && now.isBefore(known.until())) {
            return known.share();
        }
        var share = surroundings.scanShare(merchant);
        // Where nothing is on record yet, something may be in a moment.
        kept.put(merchant, new Kept(share, share.isPresent() ? now.plus(FRESH) : now.plusSeconds(10)));
        return share;
    }
}
