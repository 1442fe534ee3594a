package org.redress.claims.model;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Short, speakable numbers such as {@code K7QM-29XF}: 31 letters and digits that nobody mishears or misreads (no 0, 1,
 * I, L, O), seven at random and one that checks them. The weighted sum modulo the prime 31 finds every single wrong
 * character and every swap of two.
 */
public final class ClaimNumber {
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final int FREE = 7;

    private ClaimNumber() {}

    public static String next(RandomGenerator random) {
        var digits = new StringBuilder();
        for (int i = 0; i < FREE; i++) {
            digits.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        digits.append(check(digits));
        return digits.insert(4, '-').toString();
    }

    /** What somebody typed or said, in the form we keep; empty where the check character does not fit. */
    public static Optional<String> parse(String text) {
        var said = text.strip().toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "");
        if (said.length() != FREE + 1 || !said.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)) {
            return Optional.empty();
        }
        return check(said.substring(0, FREE)) == said.charAt(FREE)
                ? Optional.of(said.substring(0, 4) + "-" + said.substring(4))
                : Optional.empty();
    }

    private static char check(CharSequence digits) {
        int sum = 0;
        for (int i = 0; i < FREE; i++) {
            sum += (i + 2) * ALPHABET.indexOf(digits.charAt(i));
        }
        return ALPHABET.charAt(sum % ALPHABET.length());
    }
}
