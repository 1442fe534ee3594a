package org.redress.orders;

import java.util.Collection;
import java.util.Optional;
import org.redress.kernel.MerchantId;

/** The orders of a merchant. */
public interface Orders {
    Optional<Order> find(MerchantId merchant, String orderNumber);

    /** Writes or overwrites; the same order twice changes nothing. */
    void put(MerchantId merchant, Collection<Order> orders);
}
