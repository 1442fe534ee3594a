package org.redress.correspondence;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Phrase;

/**
 * A mail to somebody who has no claim.
 *
 * @param id of what it is about: however often it is sent, it leaves once
 * @param language a language tag of theirs, or the nearest of ours
 * @param before the link, what one finds there
 */
public record Mailing(
        UUID id,
        String recipient,
        @Nullable String name,
        Locale language,
        Phrase subject,
        List<Phrase> says,
        Phrase before) {}
