package org.redress.sheets;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * A number as people write it: {@code 1,255.00}, {@code 1.255,00}, {@code 1 255,00}, {@code １２５５}. A comma before one or
 * two last digits is a decimal comma; before three it could be either and is not guessed.
 */
sealed interface WrittenNumber {
    /** In digits with a point, such as {@code -1255.00}. */
    record Plain(String digits) implements WrittenNumber {}

    /** {@code 1,255} is one and a quarter in some places and more than a thousand in others. */
    record Ambiguous() implements WrittenNumber {}

    record None() implements WrittenNumber {}

    Pattern PLAIN = Pattern.compile("-?[0-9]+([.][0-9]+)?");
    Pattern DECIMAL_COMMA = Pattern.compile("-?[0-9]+,[0-9]{1,2}");
    Pattern EITHER = Pattern.compile("-?[1-9][0-9]{0,2},[0-9]{3}");
    Pattern COMMAS = Pattern.compile("-?[0-9]{1,3}((,[0-9]{3})+[.][0-9]+|(,[0-9]{3}){2,})");
    Pattern POINTS = Pattern.compile("-?[0-9]{1,3}(([.][0-9]{3})+,[0-9]+|([.][0-9]{3}){2,})");
    Pattern GAPS = Pattern.compile("-?[0-9]{1,3}([ '’][0-9]{3})+([.,][0-9]+)?");

    static WrittenNumber read(String written) {
        var text = isAscii(written)
                ? written
                : Normalizer.normalize(written, Normalizer.Form.NFKC).replace('−', '-');
        if (PLAIN.matcher(text).matches()) {
            return new Plain(text);
        }
        if (DECIMAL_COMMA.matcher(text).matches()) {
            return new Plain(text.replace(',', '.'));
        }
        if (EITHER.matcher(text).matches()) {
            return new Ambiguous();
        }
        if (COMMAS.matcher(text).matches()) {
            return new Plain(text.replace(",", ""));
        }
        if (POINTS.matcher(text).matches()) {
            return new Plain(text.replace(".", "").replace(',', '.'));
        }
        return GAPS.matcher(text).matches()
                ? new Plain(text.replaceAll("[ '’]", "").replace(',', '.'))
                : new None();
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7E) {
                return false;
            }
        }
        return true;
    }
}
