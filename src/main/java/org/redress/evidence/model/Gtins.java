package org.redress.evidence.model;

import java.util.Optional;
import java.util.regex.Pattern;
import org.redress.kernel.Gtin;

/** A GTIN within the text of a barcode. */
final class Gtins {
    /** GS1 application identifier 01 in front, as GS1-128 and GS1 DataMatrix begin, perhaps with more elements behind. */
    private static final Pattern ELEMENT =
            Pattern.compile("(?:\\][CdQ][123])?\u001d?(?:01|\\(01\\))(\\d{14}).*", Pattern.DOTALL);

    /** GS1 Digital Link: {@code https://…/01/<gtin>}, perhaps with more behind it. */
    private static final Pattern DIGITAL_LINK =
            Pattern.compile("https?://[^\\s?#]+/(?:01|gtin)/(\\d{8}|\\d{12,14})(?:[/?#].*)?", Pattern.CASE_INSENSITIVE);

    private Gtins() {}

    static Optional<Gtin> in(String text) {
        return Gtin.parse(text).or(() -> group(ELEMENT, text)).or(() -> group(DIGITAL_LINK, text));
    }

    private static Optional<Gtin> group(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        return matcher.matches() ? Gtin.parse(matcher.group(1)) : Optional.empty();
    }
}
