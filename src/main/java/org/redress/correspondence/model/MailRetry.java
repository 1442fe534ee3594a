package org.redress.correspondence.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a mail or a short text that could not be sent is tried again: after twice the time each round, for a day.
 *
 * @param first after the first attempt
 */
public record MailRetry(Duration first) {
    private static final Duration LONGEST_PAUSE = Duration.ofHours(2);
    private static final Duration GIVE_UP_AFTER = Duration.ofHours(24);

    /** @param attempts made so far, at least 1; empty where it is time to give up */
    public Optional<Instant> after(int attempts, Instant createdAt, Instant now) {
        var doubled = first.multipliedBy(1L << Math.clamp(attempts - 1, 0, 20));
        var next = now.plus(doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled);
        return next.isAfter(createdAt.plus(GIVE_UP_AFTER)) ? Optional.empty() : Optional.of(next);
    }
}
