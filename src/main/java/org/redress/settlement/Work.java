package org.redress.settlement;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Money;
import org.redress.orders.Order;
import org.redress.remedy.Remedy;

/** What a step asks the other side for, frozen when the customer agreed: under one key it is always the same. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
public sealed interface Work {
    String orderNumber();

    /** @param payment the one it goes back by; null where the order names none and the provider has to find it */
    record Refund(String orderNumber, @Nullable Source payment, Money amount) implements Work {}

    /** @param avoid slots and lots that the right goods must not come from, since the error may sit there */
    record Reshipment(String orderNumber, List<Remedy.Goods> goods, Order.Address shipTo, List<String> avoid)
            implements Work {}

    /** @param goods what comes back; empty where nobody could name it */
    record ReturnLabel(String orderNumber, List<Remedy.Goods> goods, Order.Address from) implements Work {}

    /** It cannot be asked of anybody as things stand: a person has to look. */
    record Impossible(String orderNumber, Trouble.Kind why) implements Work {}

    /** A payment of the customer's. */
    record Source(String provider, String reference) {}
}
