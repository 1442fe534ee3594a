package org.redress.access.model;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Counts failed logins per e-mail and address, against guessing one password, and per address, against trying one
 * password on many. Kept in memory: a restart forgives. Bounded: the oldest counts give way.
 */
public final class LoginLimit {
    public static final int PER_EMAIL = 8;
    public static final int PER_ADDRESS = 60;
    static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int KEPT = 20_000;

    private final Map<String, Count> counts = new LinkedHashMap<>();

    private record Count(int failures, Instant since) {}

    /** Counts the attempt as failed until {@link #succeeded} says otherwise. Answers how long to wait, where it is too many. */
    public synchronized Optional<Duration> attempt(String email, String address, Instant now) {
        var both = email + " " + address;
        var waiting = wait(both, PER_EMAIL, now).or(() -> wait(address, PER_ADDRESS, now));
        if (waiting.isEmpty()) {
            count(both, now);
            count(address, now);
        }
        return waiting;
    }

    public synchronized void succeeded(String email, String address) {
        counts.remove(email + " " + address);
        counts.computeIfPresent(address, (_, count) -> new Count(count.failures() - 1, count.since()));
    }

    private Optional<Duration> wait(String key, int limit, Instant now) {
        var count = current(key, now);
        return count.failures() < limit
                ? Optional.empty()
                : Optional.of(Duration.between(now, count.since().plus(WINDOW)));
    }

    private void count(String key, Instant now) {
        var count = current(key, now);
        counts.remove(key);
        counts.put(key, new Count(count.failures() + 1, count.since()));
        if (counts.size() > KEPT) {
            counts.remove(counts.keySet().iterator().next());
        }
    }

    private Count current(String key, Instant now) {
        var count = counts.get(key);
        return count == null || !now.isBefore(count.since().plus(WINDOW)) ? new Count(0, now) : count;
    }
}
