package org.redress.gs1;

import java.util.List;
import java.util.function.Predicate;

/**
 * A part of a value.
 *
 * @param type N digits, X the 82 characters of GS1, Y 39 of them, Z base64url
 */
record Component(char type, int shortest, int longest, boolean optional, List<Predicate<String>> lints) {
    private static final String CSET_82 =
            "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";

    boolean accepts(String text) {
        return text.length() >= shortest
                && text.length() <= longest
                && text.chars().allMatch(this::allows)
                && lints.stream().allMatch(lint -> lint.test(text));
    }

    private boolean allows(int c) {
        return switch (type) {
            case 'N' -> c >= '0' && c <= '9';
            case 'X' -> CSET_82.indexOf(c) >= 0;
            case 'Y' -> c == '#' || c == '-' || c == '/' || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
            case 'Z' -> c < 128 && (Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '=');
            default -> throw new IllegalArgumentException("No type of the syntax dictionary: " + type);
        };
    }

    /** The place of a character among the 82; it stands there, or the value had been refused. */
    static int weight(char c) {
        return CSET_82.indexOf(c);
    }
}
