package org.redress.kernel;

import java.util.List;

/**
 * A sentence that has not been said yet: the key of a text that stands in both languages, and what fills its gaps.
 * Gaps may be text, numbers, {@link Money}, {@link java.time.Instant} or another phrase.
 */
public record Phrase(String key, List<Object> gaps) {
    public static Phrase of(String key, Object... gaps) {
        return new Phrase(key, List.of(gaps));
    }
}
