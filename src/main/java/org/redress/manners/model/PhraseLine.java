package org.redress.manners.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
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
        List<Phrase> exceptions) {
    private static final int AROUND = 24;

    /** How a line is found: by words, or between slashes by signs. */
    sealed interface Found {
        record ByWords(Phrase phrase) implements Found {}

        record BySigns(Pattern pattern) implements Found {}
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
                        ? new Found.BySigns(Pattern.compile(source.substring(1, source.length() - 1)))
                        : new Found.ByWords(Phrase.of(source, lists, ofCharacters)),
                unless.isEmpty()
                        ? List.of()
                        : List.of(unless.split(";", -1)).stream()
                                .map(each -> Phrase.of(each.strip(), lists, ofCharacters))
                                .toList());
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
        int sentence = text.word(at).sentence();
        for (int word = Math.max(0, at - AROUND); word < Math.min(text.size(), at + AROUND); word++) {
            if (text.word(word).sentence() != sentence) {
                continue;
            }
            for (var exception : exceptions) {
                if (exception.end(text, word) >= 0) {
                    return true;
                }
            }
        }
        return false;
    }

    Optional<Pattern> signs() {
        return found instanceof Found.BySigns(var pattern) ? Optional.of(pattern) : Optional.empty();
    }
}
