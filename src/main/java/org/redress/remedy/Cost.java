package org.redress.remedy;

import org.redress.kernel.Money;

/**
 * What a plan costs us, by kind, in the currency of the order.
 *
 * @param money that goes back or is given, vouchers at their value
 * @param goods that are sent, at cost
 * @param freightOut of the parcel that is sent
 * @param freightBack of what is sent back, since wrong goods are our breach (消法 24)
 * @param handling of these parcels
 * @param writeOff what came, at cost, less what of it comes back and can be sold
 */
public record Cost(Money money, Money goods, Money freightOut, Money freightBack, Money handling, Money writeOff) {
    public Money total() {
        return money.plus(goods)
                .plus(freightOut)
                .plus(freightBack)
                .plus(handling)
                .plus(writeOff);
    }
}
