package org.redress.replay.web;

import java.util.Currency;
import java.util.Locale;
import org.redress.claims.Decision;
import org.redress.remedy.Area;
import org.redress.replay.Tally;
import org.redress.ui.Words;

/** What groups of customers are called. */
final class Groups {
    private Groups() {}

    static String name(Words w, Tally.Dimension dimension, String value, Area area) {
        return switch (dimension) {
            case ALL -> w.say("replay.all");
            case CUSTOMER -> w.say("replay.customer." + value);
            case COUNTRY -> country(w, value);
            case REGION -> region(w, value);
            case LANGUAGE -> language(w, value);
            case VALUE -> band(w, value, area.currency());
        };
    }

    static String country(Words w, String value) {
        return value.isEmpty() ? w.say("replay.unknown") : Locale.of("", value).getDisplayCountry(w.locale());
    }

    private static String region(Words w, String value) {
        int slash = value.indexOf('/');
        return slash < 0
                ? w.say("replay.region.others")
                : w.say("replay.region", country(w, value.substring(0, slash)), value.substring(slash + 1));
    }

    static String language(Words w, String value) {
        return Locale.forLanguageTag(value).getDisplayName(w.locale());
    }

    /** The bounds of a band in round figures of a currency. */
    static String band(Words w, String value, Currency currency) {
        int band = Integer.parseInt(value);
        var low = Decision.bound(band, currency);
        return band + 1 == Decision.BANDS.size()
                ? w.say("replay.band.from", low)
                : w.say("replay.band", low, Decision.bound(band + 1, currency));
    }
}
