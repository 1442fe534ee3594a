package org.redress.traces;

import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriUtils;

/** Where staff read about a parcel. */
public final class ParcelLink {
    public static final String PATH = "/desk/parcels";

    private ParcelLink() {}

    /** A number that no path may hold, or that is the name of another page, stands behind the question mark. */
    public static String to(Parcel parcel) {
        var number = UriUtils.encode(parcel.trackingNumber(), StandardCharsets.UTF_8);
        return number.matches("captures|\\.+|.*%(2F|5C|3B|25).*") ? PATH + "?number=" + number : PATH + "/" + number;
    }
}
