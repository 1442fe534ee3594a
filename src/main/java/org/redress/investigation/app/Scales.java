package org.redress.investigation.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import org.redress.kernel.MerchantId;
import org.redress.traces.Scale;
import org.redress.traces.Traces;
import org.springframework.stereotype.Component;

/** What the scales of warehouses usually say. It is learned from hundreds of parcels and changes slowly, so it is asked for every ten minutes. */
@Component
class Scales {
    private static final Duration FRESH = Duration.ofMinutes(10);

    /** A merchant names its warehouses itself: where somebody names no end of them, all are asked for anew. */
    private static final int MOST = 10_000;

    private final Traces traces;
    private final InstantSource clock;
    private final ConcurrentHashMap<Of, Kept> kept = new ConcurrentHashMap<>();

    private record Of(MerchantId merchant, String warehouse) {}

    private record Kept(Scale scale, Instant until) {}

    Scales(Traces traces, InstantSource clock) {
        this.traces = traces;
        this.clock = clock;
    }

    Scale of(MerchantId merchant, String warehouse) {
        var asked = new Of(merchant, warehouse);
        var known = kept.get(asked);
        var now = clock.instant();
        if (known != null && now.isBefore(known.until())) {
            return known.scale();
        }
        var scale = traces.scale(merchant, warehouse);
        // One that has weighed little yet learns from every parcel.
        if (scale.parcels() >= Scale.ENOUGH) {
            if (kept.size() >= MOST) {
                kept.clear();
            }
            kept.put(asked, new Kept(scale, now.plus(FRESH)));
        }
        return scale;
    }
}
