package org.redress.traces;

import java.util.Locale;
import java.util.regex.Pattern;
import org.redress.gs1.Sscc;

/** What stands on an outer label: a tracking number or an SSCC, with blanks and signs as the printer likes. */
public final class Labels {
    private static final int LEAST = 6;
    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]");

    private Labels() {}

    /** A tracking number without blanks and signs, in capitals, as labels are compared. */
    public static String plain(String text) {
        return SIGNS.matcher(text).replaceAll("").toUpperCase(Locale.ROOT);
    }

    /** Whether a text is long enough to be a parcel's number and not something printed beside it. */
    public static boolean mayBeNumber(String text) {
        int length = plain(text).length();
        return length >= LEAST && length <= 64;
    }

    static boolean names(String text, Parcel parcel) {
        var sscc = parcel.sscc();
        return plain(text).equals(plain(parcel.trackingNumber()))
                || (sscc != null && Sscc.parse(text).filter(sscc::equals).isPresent());
    }
}
