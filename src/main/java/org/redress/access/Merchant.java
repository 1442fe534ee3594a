package org.redress.access;

import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import org.redress.kernel.MerchantId;

/**
 * A tenant.
 *
 * @param slug its name in addresses, such as {@code demo} in {@code /shop/demo}
 * @param instantLane whether small, well-evidenced claims may be offered a remedy without an agent
 */
public record Merchant(
        MerchantId id,
        String slug,
        String name,
        Locale language,
        ZoneId zone,
        Currency currency,
        boolean instantLane) {}
