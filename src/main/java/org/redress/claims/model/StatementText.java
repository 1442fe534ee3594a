package org.redress.claims.model;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A text as words: each Latin word or number is one, each Chinese character is one. So dictionaries of both languages
 * are looked up by the longest match, and Chinese needs no segmenter (docs/decisions/0006). One pass, whatever the text.
 *
 * @param text as it was written
 */
record StatementText(String text, List<Word> words) {
    /**
     * @param form lower case, without apostrophes, full-width and traditional characters made plain
     * @param from in the text as it was written
     * @param clause grows at each comma, and {@code sentence} at each full stop
     */
    record Word(String form, int from, int to, int clause, int sentence) {
        boolean isHan() {
            return Character.UnicodeScript.of(form.codePointAt(0)) == UnicodeScript.HAN;
        }

        boolean isNumber() {
            return form.chars().allMatch(Character::isDigit);
        }

        /** Whether it may be the number of an order or of an article. */
        boolean isCode() {
            return form.length() >= 3 && form.chars().anyMatch(Character::isDigit);
        }
    }

    static StatementText of(String text) {
        return of(text, UnaryOperator.identity());
    }

    /** @param spelling what a word is looked up as */
    static StatementText of(String text, UnaryOperator<String> spelling) {
        var reader = new Reader(text, spelling);
        reader.read();
        return new StatementText(text, List.copyOf(reader.words));
    }

    /** The words from one to before another, as they were written. */
    String written(int from, int to) {
        return from >= to
                ? ""
                : text.substring(words.get(from).from(), words.get(to - 1).to()).strip();
    }

    List<String> forms() {
        return words.stream().map(Word::form).collect(Collectors.toList());
    }

    private static final class Reader {
        private static final String SENTENCE_ENDS = ".!?;\n。！？；…";
        private static final String CLAUSE_ENDS = ",，、:：()（）";

        private final String text;
        private final UnaryOperator<String> spelling;
        private final List<Word> words = new ArrayList<>();
        private final StringBuilder form = new StringBuilder();
        private int from;
        private int clause;
        private int sentence;

        Reader(String text, UnaryOperator<String> spelling) {
            this.text = text;
            this.spelling = spelling;
        }

        void read() {
            for (int at = 0; at < text.length(); ) {
                int point = text.codePointAt(at);
                int next = at + Character.charCount(point);
                take(point, at, next);
                at = next;
            }
            finish(text.length());
        }

        private void take(int point, int at, int next) {
            if (isApostrophe(point) || Character.getType(point) == Character.FORMAT) {
                return;
            }
            if (UnicodeScript.of(point) == UnicodeScript.HAN) {
                finish(at);
                add(Traditional.simplified(point), at, next);
            } else if (Character.isLetterOrDigit(point)) {
                if (form.isEmpty()) {
                    from = at;
                }
                form.append(folded(point));
            } else if (isJoint(point, at, next)) {
                form.append((char) point);
            } else {
                finish(at);
                boolean ends = SENTENCE_ENDS.indexOf(point) >= 0;
                sentence += ends ? 1 : 0;
                clause += ends || CLAUSE_ENDS.indexOf(point) >= 0 ? 1 : 0;
            }
        }

        /** A hyphen, underscore, full stop or slash inside a number or an article’s number. */
        private boolean isJoint(int point, int at, int next) {
            return (point == '-' || point == '_' || point == '.' || point == '/')
                    && !form.isEmpty()
                    && next < text.length()
                    && isAsciiLetterOrDigit(text.charAt(next))
                    && isAsciiLetterOrDigit(text.charAt(at - 1))
                    && (point == '-' || point == '_' || Character.isDigit(text.charAt(next)));
        }

        private static boolean isAsciiLetterOrDigit(char c) {
            return c < 128 && Character.isLetterOrDigit(c);
        }

        private static boolean isApostrophe(int point) {
            return point == '\'' || point == '’' || point == '‘' || point == '`' || point == '´';
        }

        private static String folded(int point) {
            return Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKC)
                    .toLowerCase(Locale.ROOT);
        }

        private void finish(int to) {
            if (!form.isEmpty()) {
                add(form.toString(), from, to);
                form.setLength(0);
            }
        }

        private void add(String read, int begin, int end) {
            words.add(new Word(spelling.apply(read), begin, end, clause, sentence));
        }
    }
}
