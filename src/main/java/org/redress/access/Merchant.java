package org.redress.access;

import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import org.redress.kernel.MerchantId;

/**
 * A tenant.
 *
 * @param slug its name in addresses, such as {@code demo} in {@code /shop/demo}
 */
public record Merchant(
        MerchantId id,
        String slug,
        String name,
        Locale language,
        ZoneId zone,
        Currency currency,
        InstantLane instantLane) {
    /** A new one, whose claims all go to a person. */
    public Merchant(MerchantId id, String slug, String name, Locale language, ZoneId zone, Currency currency) {
        this(id, slug, name, language, zone, currency, InstantLane.off(currency));
    }
}
