package org.redress.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.redress.kernel.MerchantId;

/** Practising with time. There is no such bean where it is not switched on. */
public interface Practice {
    /** The setting that switches it on. */
    String SWITCH = "redress.practice-clock";

    /**
     * How far ahead of the real time at most. Records of parcels are taken up to a month ahead of the clock, and the
     * database makes room for them up to three months ahead of its own ({@code traces.ensure_month}).
     */
    Duration MOST = Duration.ofDays(56);

    /** How far the product's time is ahead of the real one, in whole seconds. */
    Duration ahead();

    /** When the next thing of this merchant happens by time alone, or a job of anybody’s; sweeps that come round all the time are none. */
    Optional<Instant> next(MerchantId merchant);

    /**
     * Moves the time ahead, for every merchant, between two jobs; what has become due then runs.
     *
     * @param from how far it was ahead when this was asked for, so that what is asked for twice happens once
     * @param step whole seconds, above zero
     * @throws org.redress.kernel.Refused where somebody else has moved it, it would be too far, or a job does not end
     */
    void move(Duration from, Duration step);
}
