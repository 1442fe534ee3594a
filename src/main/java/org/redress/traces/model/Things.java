package org.redress.traces.model;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.redress.gs1.GtinUri;
import org.redress.gs1.Sscc;
import org.redress.kernel.Gtin;
import org.redress.kernel.Sku;
import org.redress.traces.Labels;
import org.redress.traces.TraceEvent;

/** What an event may be about, under one name however it is written: URN, Digital Link or plain. */
public final class Things {
    private static final String SKU = "urn:redress:sku:";
    private static final String ORDER = "urn:redress:order:";
    private static final Pattern ESCAPED = Pattern.compile(".*%\\p{XDigit}{2}.*", Pattern.DOTALL);
    private static final Pattern SGTIN = Pattern.compile("urn:epc:id:sgtin:\\d+\\.\\d+\\.(.+)", Pattern.DOTALL);
    private static final Pattern SERIAL =
            Pattern.compile("https?://[^?#]+/01/\\d+/(?:[^?#]+/)?21/([^/?#]+).*", Pattern.DOTALL);
    private static final Pattern CBV_TRANSACTION = Pattern.compile("urn:epcglobal:cbv:bt:[^:]*:(.+)", Pattern.DOTALL);
    private static final Pattern LAST_SEGMENT = Pattern.compile("https?://.*/([^/?#]+)(?:[?#].*)?", Pattern.DOTALL);

    /** Keys of an index; nothing that anybody looks for is longer. */
    private static final int LONGEST = 300;

    private Things() {}

    public static String sku(Sku sku) {
        return "sku:" + sku.value();
    }

    public static String gtin(Gtin gtin) {
        return "gtin:" + gtin.digits();
    }

    public static String parcel(Sscc sscc) {
        return "sscc:" + sscc.digits();
    }

    public static String tracking(String number) {
        return cut("track:" + Labels.plain(number));
    }

    public static String order(String number) {
        return cut("order:" + number);
    }

    public static String returned(String claimNumber) {
        return cut("claim:" + Labels.plain(claimNumber));
    }

    /** An article where it is kept: its picks are many, what is done to its stock is little. */
    public static String stock(String article) {
        return cut("stock:" + article);
    }

    public static String lot(String lot) {
        return cut("lot:" + lot);
    }

    /** What an event names of an order's way: orders, parcels, tracking numbers, claims. */
    public static Stream<String> named(TraceEvent event) {
        return Stream.of(
                        event.orders().stream().map(Things::order),
                        event.returns().stream().map(Things::returned),
                        event.parcels().stream().map(Things::parcel),
                        Stream.ofNullable(event.trackingNumber()).map(Things::tracking))
                .flatMap(each -> each);
    }

    /** An article, a parcel or anything else by its identifier. */
    public static String of(String uri) {
        if (isOurs(uri)) {
            return sku(uri).map(Things::sku).orElseGet(() -> cut("uri:" + uri));
        }
        return Sscc.parse(uri)
                .map(Things::parcel)
                .or(() -> instance(uri))
                .or(() -> GtinUri.parse(uri).map(Things::gtin))
                .orElseGet(() -> cut("uri:" + uri));
    }

    /** Named by us, and so by no key of GS1's. */
    static boolean isOurs(String uri) {
        return uri.startsWith("urn:redress:");
    }

    /** One single piece: its article and serial number. */
    public static Optional<String> instance(String uri) {
        return serial(uri)
                .flatMap(serial -> GtinUri.parse(uri).map(gtin -> cut("sgtin:" + gtin.digits() + "." + serial)));
    }

    private static Optional<String> serial(String uri) {
        var urn = SGTIN.matcher(uri);
        if (urn.matches()) {
            return Optional.of(decoded(urn.group(1)));
        }
        var link = SERIAL.matcher(uri);
        return link.matches() ? Optional.of(decoded(link.group(1))) : Optional.empty();
    }

    public static Optional<Sku> sku(String uri) {
        return uri.startsWith(SKU)
                ? Optional.of(decoded(uri.substring(SKU.length())))
                        .filter(Sku::isValid)
                        .map(Sku::new)
                : Optional.empty();
    }

    /** A transaction's own number, out of the identifier that stands for it. */
    public static String transaction(String uri) {
        if (uri.startsWith(ORDER)) {
            return decoded(uri.substring(ORDER.length()));
        }
        if (uri.indexOf(':') < 0) {
            return decoded(uri);
        }
        for (var form : new Pattern[] {CBV_TRANSACTION, LAST_SEGMENT}) {
            var matcher = form.matcher(uri);
            if (matcher.matches()) {
                return decoded(matcher.group(1));
            }
        }
        var colon = uri.startsWith("urn:") ? uri.lastIndexOf(':') : -1;
        return decoded(uri.substring(colon + 1));
    }

    private static String decoded(String text) {
        try {
            return text.indexOf('%') >= 0 && ESCAPED.matcher(text).matches()
                    ? URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8)
                    : text;
        } catch (IllegalArgumentException notEscaped) {
            return text;
        }
    }

    private static String cut(String key) {
        var storable = key.replace("\0", "");
        return storable.length() <= LONGEST ? storable : storable.substring(0, LONGEST);
    }
}
