package org.redress.traces;

import java.util.Set;
import org.redress.kernel.Phrase;

/** How people call where something happened: {@code slot BRS-1:B-03} of {@code urn:redress:slot:BRS-1:B-03}. */
public final class Place {
    private static final String OURS = "urn:redress:";
    private static final Set<String> KINDS = Set.of("slot", "bench", "dock", "hub", "location");

    private Place() {}

    public static Phrase of(String uri) {
        int end = uri.startsWith(OURS) ? uri.indexOf(':', OURS.length()) : -1;
        var kind = end < 0 ? "" : uri.substring(OURS.length(), end);
        return KINDS.contains(kind)
                ? Phrase.of("traces.place." + kind, uri.substring(end + 1))
                : Phrase.of("traces.place.other", uri);
    }
}
