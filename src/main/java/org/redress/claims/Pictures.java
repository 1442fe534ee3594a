package org.redress.claims;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.redress.kernel.Gtin;

/**
 * What the photos of a claim say.
 *
 * @param codes of the goods
 * @param slips the merchant's orders that packing slips name
 * @param labels the merchant's parcels that outer labels name, by tracking number
 * @param takenAt by the cameras' clocks
 * @param seenBefore whether an earlier claim of somebody else holds the same picture
 */
public record Pictures(
        Set<Gtin> codes, Set<String> slips, Set<String> labels, List<Instant> takenAt, boolean seenBefore) {
    /** Cameras know the hour and not always the time zone. */
    public static final Duration CLOCK_MAY_DIFFER = Duration.ofDays(1);

    public static final Pictures NONE = new Pictures(Set.of(), Set.of(), Set.of(), List.of(), false);
}
