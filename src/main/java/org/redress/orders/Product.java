package org.redress.orders;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Gtin;
import org.redress.kernel.Money;
import org.redress.kernel.Sku;

/**
 * An article of the catalogue (contract.md, {@code PUT /products/{sku}}).
 *
 * @param variantOf any family code of the merchant: articles that share it are easily mixed up
 * @param hazard what makes a wrong article dangerous to keep or use
 */
public record Product(
        Sku sku,
        String name,
        @Nullable Gtin gtin,
        @Nullable Integer weightGrams,
        @Nullable Money price,
        @Nullable String variantOf,
        @Nullable String imageUrl,
        @Nullable String supplier,
        @Nullable Hazard hazard) {
    public enum Hazard {
        MEDICINE,
        FOOD_ALLERGEN,
        BATTERY,
        CHEMICAL,
        AGE_RESTRICTED
    }

    /** Whether a browser may be sent there for a picture. */
    public static boolean isWebAddress(String url) {
        try {
            var address = URI.create(url);
            return address.getHost() != null
                    && ("https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme()));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
