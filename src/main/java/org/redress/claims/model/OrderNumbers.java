package org.redress.claims.model;

import java.util.Locale;
import java.util.regex.Pattern;
import org.redress.claims.model.Readings.Slip;

/** Whether a code on a packing slip names an order: slips also carry web addresses, tracking numbers and codes of lots. */
final class OrderNumbers {
    private OrderNumbers() {}

    static Slip compare(String text, String number) {
        if (names(text, number)) {
            return Slip.THIS_ORDER;
        }
        return looksLike(text.strip(), number) ? Slip.ANOTHER_ORDER : Slip.NOT_READ;
    }

    /** As a whole word: A-1 does not stand in A-15, nor 1001 in LOT-1001. */
    private static boolean names(String text, String number) {
        var whole = "(?<![\\p{L}\\p{N}])(?<![\\p{L}\\p{N}][-_])" + Pattern.quote(number) + "(?![-_]?[\\p{L}\\p{N}])";
        return Pattern.compile(whole, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(text)
                .find();
    }

    /** The same letters and signs around numbers: LOT42 looks nothing like SO1001. Digits alone must be as many. */
    private static boolean looksLike(String text, String number) {
        var shape = shape(text);
        return shape.equals(shape(number)) && (!shape.equals("9") || text.length() == number.length());
    }

    private static String shape(String text) {
        return text.toUpperCase(Locale.ROOT).replaceAll("\\p{N}+", "9");
    }
}
