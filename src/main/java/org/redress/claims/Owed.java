package org.redress.claims;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who has to move next, since when and until when. A second axis beside the state. */
public record Owed(Party by, Instant since, @Nullable Instant due) {
    public enum Party {
        CUSTOMER,
        AGENT,
        SUPERVISOR,
        /** The product carries something out. */
        SYSTEM,
        NOBODY
    }

    /** Whether the time for it has passed. */
    public boolean isOver(Instant now) {
        return due != null && !now.isBefore(due);
    }
}
