package org.redress.gs1;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A key within an EPC URN (GS1 EPC Tag Data Standard, chapter 6). A company prefix has 6 to 12 digits; together with the
 * reference behind it its length is fixed for each scheme, and the check digit is left out.
 */
final class EpcUrn {
    /** A serial, lot or extension behind the key may hold anything but white space; it is not read here. */
    private static final Pattern KEY = Pattern.compile(
            "urn:epc:(id|idpat|class):(sscc|sgtin|lgtin|sgln|pgln):(\\d{6,12})\\.(\\d*)(\\.\\S*)?",
            Pattern.CASE_INSENSITIVE);

    private EpcUrn() {}

    static Optional<String> sscc(String urn) {
        return key(urn, "sscc").flatMap(key -> key.withFirstOfReferenceInFront(17));
    }

    static Optional<String> gtin(String urn) {
        return key(urn, "sgtin", "lgtin").flatMap(key -> key.withFirstOfReferenceInFront(13));
    }

    static Optional<String> gln(String urn) {
        return key(urn, "sgln", "pgln").flatMap(key -> CheckDigit.append(key.prefix + key.reference, 12));
    }

    private record Key(String prefix, String reference) {
        /** Indicator (GTIN) and extension digit (SSCC) lead the number, but in a URN they lead the reference. */
        Optional<String> withFirstOfReferenceInFront(int digits) {
            return reference.isEmpty()
                    ? Optional.empty()
                    : CheckDigit.append(reference.charAt(0) + prefix + reference.substring(1), digits);
        }
    }

    private static Optional<Key> key(String urn, String... schemes) {
        if (urn.length() > Elements.LONGEST) {
            return Optional.empty();
        }
        var matcher = KEY.matcher(urn.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var kind = matcher.group(1).toLowerCase(Locale.ROOT);
        var scheme = matcher.group(2).toLowerCase(Locale.ROOT);
        var known = List.of(schemes).contains(scheme) && scheme.equals("lgtin") == kind.equals("class");
        return known ? Optional.of(new Key(matcher.group(3), matcher.group(4))) : Optional.empty();
    }
}
