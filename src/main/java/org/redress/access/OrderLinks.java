package org.redress.access;

import java.time.Instant;
import java.util.Optional;
import org.redress.kernel.MerchantId;

/**
 * Links by which the customer of one order tells what went wrong with it, without typing its number: 256 random bits, kept
 * as SHA-256. They open the report and nothing that is known of the customer.
 */
public interface OrderLinks {
    /**
     * Issues a further link; earlier ones stay valid. Returns the path, such as {@code /report/k3J…}.
     *
     * @param holder how the customer of the order is reached, all of it; once that is another, the link opens nothing
     */
    String issue(MerchantId merchant, String orderNumber, String holder, Instant expiresAt);

    /** Empty where the link is unknown or was taken back. */
    Optional<Opened> open(String token);

    /** Takes all links of an order back. */
    void revoke(MerchantId merchant, String orderNumber);

    /**
     * What a link leads to. An expired link is known but opens nothing.
     *
     * @param seal of the link itself and whom it was made for
     */
    record Opened(MerchantId merchant, String orderNumber, boolean expired, Secret link, String seal) {
        public boolean isFor(String holder) {
            return link.sealed(holder).equals(seal);
        }
    }
}
