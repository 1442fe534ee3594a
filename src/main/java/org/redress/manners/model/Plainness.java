package org.redress.manners.model;

import java.util.Locale;
import java.util.Optional;

/**
 * Whether people can read it at first sight. In English by Flesch’s reading ease (R. Flesch, “A new readability yardstick”,
 * 1948) and the longest sentence; in Chinese by the characters in a sentence and between two signs; in both by how long a
 * paragraph runs.
 */
final class Plainness {
    private static final double HARD = 38;
    private static final int ENOUGH_WORDS = 35;
    private static final int LONG_SENTENCE = 40;
    private static final int LONG_PARAGRAPH = 150;
    private static final int LONG_CHINESE_SENTENCE = 100;
    private static final int LONG_CHINESE_CLAUSE = 42;
    private static final int LONG_CHINESE_PARAGRAPH = 260;

    /** The words that are hard to read, in the folded text. */
    record Hard(int from, int to) {}

    private Plainness() {}

    static Optional<Hard> find(Text text, Locale language) {
        return language.getLanguage().equals("zh") ? chinese(text) : english(text);
    }

    private static Optional<Hard> english(Text text) {
        int words = 0;
        int sentences = 0;
        long syllables = 0;
        int length = 0;
        int from = 0;
        for (int at = 0; at < text.size(); at++) {
            var word = text.word(at);
            if (at == 0 || word.sentence() != text.word(at - 1).sentence()) {
                sentences += length > 2 || at == 0 ? 1 : 0;
                length = 0;
                from = at;
            }
            if (word.isLetters()) {
                words++;
                length++;
                syllables += syllables(word.form());
            }
            if (length > LONG_SENTENCE) {
                return Optional.of(new Hard(text.word(from).from(), word.to()));
            }
        }
        double ease = 206.835 - 1.015 * words / Math.max(1, sentences) - 84.6 * syllables / Math.max(1, words);
        return words >= ENOUGH_WORDS && ease < HARD ? whole(text) : paragraph(text, LONG_PARAGRAPH);
    }

    private static Optional<Hard> chinese(Text text) {
        int sentence = 0;
        int clause = 0;
        int from = 0;
        for (int at = 0; at < text.size(); at++) {
            var word = text.word(at);
            if (at == 0 || word.sentence() != text.word(at - 1).sentence()) {
                sentence = 0;
                clause = 0;
                from = at;
            }
            if (word.isHan()) {
                sentence++;
                clause++;
            } else if (!word.isLetters() && !word.isNumber()) {
                clause = 0;
            }
            if (sentence > LONG_CHINESE_SENTENCE || clause > LONG_CHINESE_CLAUSE) {
                return Optional.of(new Hard(text.word(from).from(), word.to()));
            }
        }
        return paragraph(text, LONG_CHINESE_PARAGRAPH);
    }

    /** A wall of text: so many words and no new line. */
    private static Optional<Hard> paragraph(Text text, int most) {
        int words = 0;
        int from = 0;
        for (int at = 0; at < text.size(); at++) {
            var word = text.word(at);
            if (at > 0 && isNewLine(text, text.word(at - 1).to(), word.from())) {
                words = 0;
                from = at;
            }
            words += word.isLetters() ? 1 : 0;
            if (words > most) {
                return Optional.of(new Hard(text.word(from).from(), word.to()));
            }
        }
        return Optional.empty();
    }

    private static boolean isNewLine(Text text, int from, int to) {
        return from < to && text.folded().text().substring(from, to).indexOf('\n') >= 0;
    }

    private static Optional<Hard> whole(Text text) {
        return Optional.of(
                new Hard(text.word(0).from(), text.word(text.size() - 1).to()));
    }

    /** Runs of vowels, less a silent e at the end. */
    static int syllables(String word) {
        int count = 0;
        boolean isInVowel = false;
        for (int i = 0; i < word.length(); i++) {
            boolean isVowel = "aeiouy".indexOf(word.charAt(i)) >= 0;
            count += isVowel && !isInVowel ? 1 : 0;
            isInVowel = isVowel;
        }
        boolean isSilent = word.endsWith("e") && !word.endsWith("le") && count > 1;
        boolean isSilentPast = word.endsWith("ed") && !word.endsWith("ted") && !word.endsWith("ded") && count > 1;
        return Math.max(1, count - (isSilent || isSilentPast ? 1 : 0));
    }
}
