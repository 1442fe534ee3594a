package org.redress.manners.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One line of {@code manners/phrases}: what to look for, a sentence in which it is found, and where it means something
 * else, a phrase of the same sentence that shows it, and such a sentence.
 *
 * @param rule the rule that it speaks for, with a topic after a space where there is one
 */
record PhraseLine(
        String rule,
        String source,
        String example,
        String unless,
        String innocent,
        Found found,
        @Nullable Phrase exceptions) {
    private static final int AROUND = 24;

    /** How a line is found: by words, or between slashes by signs. */
    sealed interface Found {
        record ByWords(Phrase phrase) implements Found {}

        record BySigns(Signs signs) implements Found {}
    }

    /**
     * Where it was found, in the original.
     *
     * @param word at which it begins; -1 where it was found by signs
     */
    record Hit(PhraseLine line, int from, int to, String said, int word) {}

    static PhraseLine of(List<String> row, Map<String, String> lists, boolean ofCharacters) {
        var source = row.get(1);
        var unless = field(row, 3);
        return new PhraseLine(
                row.get(0),
                source,
                field(row, 2),
                unless,
                field(row, 4),
                source.startsWith("/")
                        ? new Found.BySigns(Signs.of(source.substring(1, source.length() - 1)))
                        : new Found.ByWords(Phrase.of(source, lists, ofCharacters)),
                // One phrase of them all: then a word that begins none of them is passed over at one glance.
                unless.isEmpty() ? null : Phrase.of(unless.replace(';', '|'), lists, ofCharacters));
    }

    private static String field(List<String> row, int at) {
        return row.size() > at ? row.get(at).strip() : "";
    }

    /** The phrase where it goes by words; null where it goes by signs. */
    @Nullable
    Phrase phrase() {
        return found instanceof Found.ByWords(var phrase) ? phrase : null;
    }

    /** Whether it means something else where it stands: looked for so far around it within its sentence, and no farther. */
    boolean isExcused(Text text, int at) {
        if (exceptions == null) {
            return false;
        }
        int sentence = text.word(at).sentence();
        int from = at;
        while (from > Math.max(0, at - AROUND) && text.word(from - 1).sentence() == sentence) {
            from--;
        }
        int to = Math.min(text.size(), at + AROUND);
        for (int word = from; word < to && text.word(word).sentence() == sentence; word++) {
            if (exceptions.end(text, word) >= 0) {
                return true;
            }
        }
        return false;
    }

    Optional<Signs> signs() {
        return found instanceof Found.BySigns(var signs) ? Optional.of(signs) : Optional.empty();
    }
}
