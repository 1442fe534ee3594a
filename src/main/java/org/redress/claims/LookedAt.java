package org.redress.claims;

import java.util.Set;
import java.util.UUID;
import org.redress.access.Viewer;

/** Which claims colleagues look at right now: an upper floor knows. */
public interface LookedAt {
    Set<UUID> byOthers(Viewer viewer);
}
