package org.redress.correspondence;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Actor;
import org.redress.manners.Draft;

/**
 * One version of the text of a template in one language. It is never changed; what is put right is the next version.
 *
 * @param template its key, the same in both languages
 * @param number counts up from 1; 0 is the text that comes with the product
 * @param at when it was written; null for that of the product
 * @param inForce from when agents get it, as long as no later version is in force
 * @param retired whether agents do not get the template any more
 */
public record TemplateVersion(
        String template,
        Locale language,
        int number,
        String name,
        Draft.Purpose purpose,
        String body,
        Actor author,
        @Nullable Instant at,
        Instant inForce,
        boolean retired) {
    /** The number of the text that comes with the product. */
    public static final int SHIPPED = 0;

    public boolean isShipped() {
        return number == SHIPPED;
    }

    public boolean isInForce(Instant now) {
        return !inForce.isAfter(now);
    }
}
