package org.redress.claims;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Phrase;

/**
 * What the law makes of how a claim stands, said to staff and never to the customer (domain.md S23, S24).
 *
 * @param since when it began to count
 * @param due until when it must be answered, where the law names a day
 */
public record LegalFlag(
        Code code, Level level, Instant since, @Nullable Instant due, Phrase sentence) {
    public enum Code {
        /** Money back or a return that is asked for has fifteen days (处罚办法 8-10). */
        FIFTEEN_DAYS,
        /** A near-identical article of lower price came: where allegations of fraud start (消法 55). */
        LOWER_GRADE,
        /** The same of higher price. */
        HIGHER_GRADE
    }

    public enum Level {
        NOTED,
        ALARM,
        OVERRUN
    }

    /** The law behind it. */
    public Phrase source() {
        return Phrase.of("claims.flag.source." + code);
    }

    /** Whether a list of claims should show it. */
    public boolean isPressing() {
        return level != Level.NOTED;
    }
}
