package org.redress.kernel;

import java.util.Optional;

/**
 * A GS1 trade item number, normalised to 14 digits with a verified check digit (GS1 General Specifications; domain.md
 * S20). GTIN-8, UPC-A (12) and EAN-13 are the same article with leading zeros.
 */
public record Gtin(String digits) {
    public Gtin {
        if (digits.length() != 14 || !hasCheckDigit(digits)) {
            throw new IllegalArgumentException("A GTIN has 14 digits, the last of which checks the others");
        }
    }

    /** Reads 8, 12, 13 or 14 digits; empty where the length or the check digit is wrong. */
    public static Optional<Gtin> parse(String text) {
        var digits = text.strip();
        var known = digits.length() == 8 || (digits.length() >= 12 && digits.length() <= 14);
        if (!known || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        var padded = "0".repeat(14 - digits.length()) + digits;
        return hasCheckDigit(padded) ? Optional.of(new Gtin(padded)) : Optional.empty();
    }

    private static boolean hasCheckDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length() - 1; i++) {
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 3 : 1);
        }
        return (10 - sum % 10) % 10 == digits.charAt(digits.length() - 1) - '0';
    }

    @Override
    public String toString() {
        return digits;
    }
}
