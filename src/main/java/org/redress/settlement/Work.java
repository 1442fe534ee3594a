package org.redress.settlement;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Objects;
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

    /**
     * @param avoid slots and lots that the right goods must not come from, since the error may sit there
     * @param guard how the second parcel is kept from going wrong like the first
     */
    record Reshipment(
            String orderNumber, List<Remedy.Goods> goods, Order.Address shipTo, List<String> avoid, Guard guard)
            implements Work {
        public Reshipment {
            guard = Objects.requireNonNullElse(guard, Guard.NONE);
        }
    }

    /**
     * What packing has to do so that the right goods are right this time (domain.md R80).
     *
     * @param notAtBench where the claimed parcel was packed
     */
    record Guard(boolean scanEveryItem, boolean photoAtPacking, List<String> notAtBench) {
        public static final Guard NONE = new Guard(false, false, List.of());
    }

    /** @param shop where the customer bought and can spend it */
    record Voucher(String orderNumber, Money amount, String shop) implements Work {}

    /** The carrier fetches what goes back. */
    record Pickup(String orderNumber, List<Remedy.Goods> goods, Order.Address from) implements Work {}

    /** @param goods what comes back; empty where nobody could name it */
    record ReturnLabel(String orderNumber, List<Remedy.Goods> goods, Order.Address from) implements Work {}

    /** It cannot be asked of anybody as things stand: a person has to look. */
    record Impossible(String orderNumber, Trouble.Kind why) implements Work {}

    /** Whether it can be taken back while it has not been used; money that went back stays with the customer. */
    default boolean mayBeTakenBack() {
        return switch (this) {
            case Reshipment _, Voucher _, ReturnLabel _, Pickup _ -> true;
            case Refund _, Impossible _ -> false;
        };
    }

    /** A payment of the customer's. */
    record Source(String provider, String reference) {}
}
