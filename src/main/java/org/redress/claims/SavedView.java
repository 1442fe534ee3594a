package org.redress.claims;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A question to the queue that is asked again and again.
 *
 * @param owner whose it is, or null where all of the merchant's staff have it
 * @param asks the queue's address after the question mark
 */
public record SavedView(UUID id, @Nullable UUID owner, String name, String asks) {
    public boolean isShared() {
        return owner == null;
    }
}
