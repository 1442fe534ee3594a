package org.redress.manners.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A text as words in sentences. A word is a run of letters, a number, a Chinese character or a sign; hyphens between
 * letters are as good as spaces, and {@code don’t} is {@code do not}. On it stand marks: days, amounts, articles and the
 * like, each from one word to another, to which phrases refer by name.
 */
final class Text {
    static final Set<String> ENDS = Set.of(".", "!", "?", "。", "\n");
    private static final Set<String> BREAKS = Set.of(",", ";", ":", "(", ")", "…");
    private static final Set<String> SHORT =
            Set.of("mr", "mrs", "ms", "dr", "prof", "no", "nr", "st", "e", "g", "i", "approx", "ref");
    private static final Map<String, List<String>> CONTRACTED = Map.ofEntries(
            Map.entry("can't", List.of("can", "not")),
            Map.entry("cannot", List.of("can", "not")),
            Map.entry("won't", List.of("will", "not")),
            Map.entry("shan't", List.of("shall", "not")),
            Map.entry("let's", List.of("let", "us")),
            Map.entry("dont", List.of("do", "not")),
            Map.entry("im", List.of("i", "am")));
    private static final Map<String, String> ENDINGS =
            Map.of("n't", "not", "'ll", "will", "'re", "are", "'ve", "have", "'m", "am", "'d", "would");
    private static final Set<String> IS =
            Set.of("it", "that", "what", "here", "there", "he", "she", "this", "where", "who", "how");
    private static final int LONGEST_QUOTED = 400;

    /** @param from in the folded text */
    record Word(String form, int from, int to, int sentence) {
        boolean isHan() {
            return Character.isIdeographic(form.codePointAt(0));
        }

        boolean isLetters() {
            return Character.isLetter(form.codePointAt(0));
        }

        boolean isNumber() {
            return Character.isDigit(form.charAt(0));
        }

        boolean isBreak() {
            return BREAKS.contains(form);
        }

        boolean isEnd() {
            return ENDS.contains(form);
        }
    }

    private final Folded folded;
    private final List<Word> words = new ArrayList<>();
    private final Map<String, int[]> marks = new HashMap<>();
    private final boolean[] quoted;
    private long looks;
    private int sentence;

    private Text(Folded folded) {
        this.folded = folded;
        this.quoted = new boolean[folded.length() + 1];
    }

    static Text of(String original) {
        var text = new Text(Folded.of(original));
        text.split();
        text.findQuoted();
        return text;
    }

    /** The words of a phrase, by the same measure as those of a text. */
    static List<String> forms(String phrase) {
        return of(phrase).words.stream().map(Word::form).toList();
    }

    Folded folded() {
        return folded;
    }

    int size() {
        return words.size();
    }

    /** How often a word was looked at: what reading has cost. */
    long looks() {
        return looks;
    }

    Word word(int at) {
        looks++;
        return words.get(at);
    }

    /** Which word stands at a place of the folded text, or before it; 0 where there is none. */
    int wordAt(int folded) {
        int low = 0;
        int high = words.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (words.get(middle).from <= folded) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** The form of a word; empty before the first and after the last. */
    String form(int at) {
        looks++;
        return at >= 0 && at < words.size() ? words.get(at).form : "";
    }

    boolean isQuoted(int at) {
        return quoted[words.get(at).from];
    }

    /** Whether it stands between quotation marks, or on a line that cites. */
    boolean isQuotedAt(int folded) {
        return quoted[folded];
    }

    void mark(String name, int from, int to) {
        marks.computeIfAbsent(name, _ -> new int[words.size() + 1])[from] = to;
    }

    /** Where a mark of that name that begins here ends; -1 where there is none. */
    int marked(String name, int at) {
        looks++;
        var ends = marks.get(name);
        return ends == null || at >= words.size() || ends[at] == 0 ? -1 : ends[at];
    }

    boolean hasMark(String name) {
        return marks.containsKey(name);
    }

    /** The first and the one after the last word of the sentence in which a word stands. */
    int[] sentence(int at) {
        int number = words.get(at).sentence;
        int from = at;
        while (from > 0 && words.get(from - 1).sentence == number) {
            from--;
        }
        int to = at + 1;
        while (to < words.size() && words.get(to).sentence == number) {
            to++;
        }
        return new int[] {from, to};
    }

    String said(int from, int to) {
        return folded.original(words.get(from).from, words.get(to - 1).to);
    }

    int begins(int word) {
        return folded.origin(words.get(word).from);
    }

    int ends(int word) {
        return folded.originEnd(words.get(word).to);
    }

    private void split() {
        var text = folded.text();
        int at = 0;
        while (at < text.length()) {
            int point = text.codePointAt(at);
            int to = at + Character.charCount(point);
            if (point == '\n') {
                sentence++;
            } else if (Character.isIdeographic(point)) {
                add(text.substring(at, to), at, to);
            } else if (Character.isDigit(point)) {
                to = endOfNumber(text, at);
                add(text.substring(at, to), at, to);
            } else if (Character.isLetter(point)) {
                to = endOfWord(text, at);
                addWord(text.substring(at, to), at, to);
            } else if (!Character.isWhitespace(point) && !Character.isSpaceChar(point) && !isHyphen(text, at)) {
                addSign(text, at, to);
            }
            at = to;
        }
    }

    private void addSign(String text, int at, int to) {
        var sign = text.substring(at, to);
        boolean isInner = sign.equals(".") && to < text.length() && (isWithin(text.charAt(to)) || isAfterShort(at));
        add(isInner ? "·" : sign, at, to);
        if (ENDS.contains(sign) && !isInner) {
            sentence++;
        }
    }

    private static boolean isWithin(char next) {
        return !Character.isWhitespace(next) && !isClosing(next);
    }

    private boolean isAfterShort(int at) {
        return !words.isEmpty() && words.getLast().to == at && SHORT.contains(words.getLast().form);
    }

    private static boolean isClosing(char next) {
        return next == '"' || next == '”' || next == ')' || next == '\'' || Character.isIdeographic(next);
    }

    private static boolean isHyphen(String text, int at) {
        return text.charAt(at) == '-'
                && at > 0
                && at + 1 < text.length()
                && Character.isLetter(text.charAt(at - 1))
                && Character.isLetter(text.charAt(at + 1));
    }

    private static int endOfNumber(String text, int at) {
        int to = at;
        while (to < text.length() && (Character.isDigit(text.charAt(to)) || isBetweenDigits(text, to))) {
            to++;
        }
        return to;
    }

    private static boolean isBetweenDigits(String text, int at) {
        return (text.charAt(at) == '.' || text.charAt(at) == ',')
                && at + 1 < text.length()
                && Character.isDigit(text.charAt(at + 1));
    }

    private static int endOfWord(String text, int at) {
        int to = at;
        while (to < text.length()) {
            int point = text.codePointAt(to);
            boolean isInner = point == '\'' && to + 1 < text.length() && Character.isLetter(text.charAt(to + 1));
            if (!isInner && (!Character.isLetter(point) || Character.isIdeographic(point))) {
                break;
            }
            to += Character.charCount(point);
        }
        return to;
    }

    private void addWord(String word, int from, int to) {
        var whole = CONTRACTED.get(word);
        if (whole != null) {
            whole.forEach(part -> add(part, from, to));
            return;
        }
        int apostrophe = word.lastIndexOf('\'');
        if (apostrophe > 0) {
            if (word.endsWith("n't")) {
                add(word.substring(0, word.length() - 3), from, to);
                add("not", from, to);
                return;
            }
            var ending = word.substring(apostrophe);
            var head = word.substring(0, apostrophe);
            if (ENDINGS.containsKey(ending)) {
                add(head, from, to);
                add(ENDINGS.get(ending), from, to);
                return;
            }
            if (ending.equals("'s")) {
                add(head, from, from + apostrophe);
                add(IS.contains(head) ? "is" : "'s", from + apostrophe, to);
                return;
            }
        }
        add(word, from, to);
    }

    private void add(String form, int from, int to) {
        words.add(new Word(form, from, to, sentence));
    }

    /** Words of somebody else: longer than a word or two in quotation marks, or a line that begins with {@code >}. */
    private void findQuoted() {
        var text = folded.text();
        int opened = -1;
        for (int at = 0; at < text.length(); at++) {
            char sign = text.charAt(at);
            if (sign == '>' && (at == 0 || text.charAt(at - 1) == '\n')) {
                int end = text.indexOf('\n', at);
                quote(at, end < 0 ? text.length() : end);
            }
            if (opened >= 0 && at - opened > LONGEST_QUOTED) {
                opened = -1;
            }
            boolean isStraight = sign == '"';
            if (sign == '“' || sign == '「' || sign == '『' || (isStraight && opened < 0)) {
                opened = at;
            } else if (opened >= 0 && (sign == '”' || sign == '」' || sign == '』' || isStraight)) {
                if (isSaying(text.substring(opened + 1, at))) {
                    quote(opened, at);
                }
                opened = -1;
            }
        }
    }

    private static boolean isSaying(String between) {
        long characters = between.codePoints().filter(Character::isIdeographic).count();
        return characters > 4
                || between.strip().chars().filter(Character::isWhitespace).count() >= 2;
    }

    private void quote(int from, int to) {
        for (int at = from; at < to; at++) {
            quoted[at] = true;
        }
    }
}
