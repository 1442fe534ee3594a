package org.redress.evidence.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.redress.evidence.UploadLimit;
import org.springframework.stereotype.Component;

/** Counts in memory, per address, in windows that begin with the first upload. */
@Component
class AddressLimit implements UploadLimit {
    private static final int MOST = 30;
    private static final Duration WINDOW = Duration.ofMinutes(10);
    /** Addresses that are remembered; beyond it the one seen first is forgotten. */
    private static final int ADDRESSES = 10_000;

    private final InstantSource clock;
    private final Map<String, Window> windows = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
            return size() > ADDRESSES;
        }
    };

    AddressLimit(InstantSource clock) {
        this.clock = clock;
    }

    private record Window(Instant end, int uploads) {}

    @Override
    public synchronized Optional<Duration> take(String address) {
        var now = clock.instant();
        var window = windows.get(address);
        if (window == null || !window.end().isAfter(now)) {
            windows.remove(address);
            windows.put(address, new Window(now.plus(WINDOW), 1));
            return Optional.empty();
        }
        if (window.uploads() >= MOST) {
            return Optional.of(Duration.between(now, window.end()));
        }
        windows.put(address, new Window(window.end(), window.uploads() + 1));
        return Optional.empty();
    }
}
