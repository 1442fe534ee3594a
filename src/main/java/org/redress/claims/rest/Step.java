package org.redress.claims.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.access.Viewer;
import org.redress.claims.Claim;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;

/**
 * A step that somebody posts to the claim in the address.
 *
 * @param seen the version in {@code If-Match}; null where they do not mind
 */
record Step(Claim claim, @Nullable Integer seen, Viewer viewer) {
    static Step of(Claim claim, @Nullable String ifMatch, Viewer viewer) {
        return new Step(claim, seen(ifMatch), viewer);
    }

    private static @Nullable Integer seen(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return null;
        }
        var version = ifMatch.strip().replace("W/", "").replace("\"", "");
        if (!version.matches("[0-9]{1,9}")) {
            throw new Refused(new Refusal(Refusal.Kind.STALE, "STALE", Phrase.of("claims.refusal.stale"), List.of()));
        }
        return Integer.valueOf(version);
    }
}
