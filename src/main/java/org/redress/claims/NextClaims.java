package org.redress.claims;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.redress.access.Viewer;

/** Which claim somebody should open next. */
public interface NextClaims {
    /**
     * Of the claims that are ours to move and that nobody else has.
     *
     * @param taken claims that somebody else looks at right now
     */
    Optional<Claim> best(Viewer viewer, Set<UUID> taken);
}
