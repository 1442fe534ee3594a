package org.redress.manners.model;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * A text as it reads, however it was typed: full width is narrow, capitals are small, accents and invisible characters
 * are gone, curly apostrophes are straight. Every character knows where it stood in the original.
 */
final class Folded {
    private final String original;
    private final String text;
    private final int[] origins;

    private Folded(String original, String text, int[] origins) {
        this.original = original;
        this.text = text;
        this.origins = origins;
    }

    static Folded of(String original) {
        var text = new StringBuilder(original.length());
        var origins = new int[original.length() + 16];
        for (int at = 0; at < original.length(); ) {
            int point = original.codePointAt(at);
            var folded = fold(point);
            for (int i = 0; i < folded.length(); i++) {
                if (text.length() == origins.length) {
                    origins = Arrays.copyOf(origins, origins.length * 2);
                }
                origins[text.length()] = at;
                text.append(folded.charAt(i));
            }
            at += Character.charCount(point);
        }
        return new Folded(original, text.toString(), Arrays.copyOf(origins, text.length()));
    }

    private static String fold(int point) {
        if (point < 0x80) {
            return String.valueOf((char) Character.toLowerCase(point));
        }
        return switch (point) {
            case '’', '‘', 'ʼ', '´', '′' -> "'";
            case '‐', '‑', '‒', '–', '—', '―', '−' -> "-";
            case 'ß', 'ẞ' -> "ss";
            case 'ø', 'Ø' -> "o";
            case 'ł', 'Ł' -> "l";
            case 'æ', 'Æ' -> "ae";
            default -> isInvisible(point) ? "" : withoutMarks(point);
        };
    }

    private static boolean isInvisible(int point) {
        return Character.getType(point) == Character.FORMAT || isMark(point);
    }

    private static boolean isMark(int point) {
        return Character.getType(point) == Character.NON_SPACING_MARK;
    }

    private static String withoutMarks(int point) {
        if (Character.isIdeographic(point) && !isCompatibility(point)) {
            return Character.toString(point);
        }
        var plain = new StringBuilder();
        Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKD)
                .codePoints()
                .filter(part -> !isMark(part))
                .forEach(plain::appendCodePoint);
        return plain.toString().toLowerCase(Locale.ROOT);
    }

    private static boolean isCompatibility(int point) {
        return (point >= 0xF900 && point <= 0xFAFF) || (point >= 0x2F00 && point <= 0x2FDF);
    }

    String text() {
        return text;
    }

    int length() {
        return text.length();
    }

    char at(int index) {
        return text.charAt(index);
    }

    /** Where a character stood in the original; for the length of the text, the original’s length. */
    int origin(int index) {
        return index < origins.length ? origins[index] : original.length();
    }

    /** Where the character before this index ended in the original. */
    int originEnd(int index) {
        return index == 0 ? 0 : origins[index - 1] + Character.charCount(original.codePointAt(origins[index - 1]));
    }

    boolean isCapital(int index) {
        return Character.isUpperCase(original.codePointAt(origins[index]));
    }

    String original(int from, int to) {
        return original.substring(origin(from), originEnd(to));
    }
}
