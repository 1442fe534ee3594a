package org.redress.claims.web.portal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.springframework.stereotype.Component;

/**
 * How often one address may ask for an order that is not there or not theirs, before it looks like guessing. Whoever
 * finds their order is never counted. Kept in memory: after a restart everybody starts anew.
 */
@Component
class GuessLimit {
    static final int MOST = 30;
    static final Duration WINDOW = Duration.ofMinutes(10);

    /** Addresses that are remembered; beyond it the one seen first is forgotten. */
    private static final int ADDRESSES = 10_000;

    private final InstantSource clock;
    private final Map<String, Window> windows = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
            return size() > ADDRESSES;
        }
    };

    GuessLimit(InstantSource clock) {
        this.clock = clock;
    }

    private record Window(Instant end, int misses) {}

    /** @throws Refused TOO_MANY, for an address that has used up its tries: its question is not even looked at */
    synchronized void check(String address) {
        var window = windows.get(address);
        if (window != null && window.end().isAfter(clock.instant()) && window.misses() >= MOST) {
            throw new Refused(new Refusal(Refusal.Kind.TOO_MANY, "TOO_MANY", Phrase.of("portal.too-many"), List.of()));
        }
    }

    synchronized void missed(String address) {
        var now = clock.instant();
        var window = windows.get(address);
        if (window == null || !window.end().isAfter(now)) {
            windows.remove(address);
            windows.put(address, new Window(now.plus(WINDOW), 1));
        } else {
            windows.put(address, new Window(window.end(), window.misses() + 1));
        }
    }
}
