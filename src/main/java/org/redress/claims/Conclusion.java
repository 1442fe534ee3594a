package org.redress.claims;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.kernel.Phrase;
import org.redress.traces.Place;

/**
 * Where it went wrong, as whoever looks for causes has concluded it, and what that means for sending again. It holds up
 * no remedy.
 *
 * @param stage on the order's way, such as {@code STOCK}
 * @param mechanism such as {@code IL}
 * @param status how sure that is, such as {@code PROBABLE}
 * @param avoid from where nothing may be sent again before somebody has looked
 */
public record Conclusion(String stage, String mechanism, String status, Avoid avoid) {
    private static final Set<String> NOT_OURS = Set.of("CUSTOMER", "OTHER");

    /** Whether it is at least probable that we erred, or somebody who works for us. */
    public boolean isOurs() {
        return !status.equals("UNDETERMINED") && !NOT_OURS.contains(stage);
    }

    /** Slots by their URI, and lots: a reship from the same shelf repeats the mistake. */
    public record Avoid(Set<String> slots, Set<String> lots) {
        private static final String LOT = "lot:";

        public static final Avoid NOTHING = new Avoid(Set.of(), Set.of());

        /** Slots as events name them, and {@code lot:} with each lot. */
        public List<String> written() {
            return Stream.concat(slots.stream().sorted(), lots.stream().sorted().map(lot -> LOT + lot))
                    .toList();
        }

        /** What {@link #written} wrote. */
        public static Avoid read(Collection<String> written) {
            var lots = written.stream()
                    .filter(each -> each.startsWith(LOT))
                    .map(each -> each.substring(LOT.length()))
                    .collect(Collectors.toUnmodifiableSet());
            var slots = written.stream().filter(each -> !each.startsWith(LOT)).collect(Collectors.toUnmodifiableSet());
            return new Avoid(slots, lots);
        }

        public Avoid and(Avoid others) {
            return read(
                    Stream.concat(written().stream(), others.written().stream()).toList());
        }

        /** How people call one of what is {@link #written}. */
        public static Phrase said(String written) {
            return written.startsWith(LOT)
                    ? Phrase.of("claims.lot", written.substring(LOT.length()))
                    : Place.of(written);
        }

        public boolean isNothing() {
            return slots.isEmpty() && lots.isEmpty();
        }
    }
}
