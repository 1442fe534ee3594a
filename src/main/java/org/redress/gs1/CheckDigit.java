package org.redress.gs1;

import java.util.Optional;

/** The last digit of GTIN, SSCC, GLN and other keys, modulo 10 (GS1 General Specifications 7.9.1). */
final class CheckDigit {
    private CheckDigit() {}

    /** Whether the text is digits only, the last of which checks the others. */
    static boolean isRight(String digits) {
        return digits.length() > 1
                && isDigits(digits)
                && of(digits.substring(0, digits.length() - 1)) == digits.charAt(digits.length() - 1);
    }

    /** The digits with their check digit behind; empty where they are not as many as said, or not digits. */
    static Optional<String> append(String digits, int howMany) {
        return digits.length() == howMany && isDigits(digits) ? Optional.of(digits + of(digits)) : Optional.empty();
    }

    static boolean isDigits(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static char of(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * ((digits.length() - i) % 2 == 1 ? 3 : 1);
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }
}
