package org.redress.ui;

import org.jspecify.annotations.Nullable;
import org.redress.kernel.Money;

/** Money as JSON writes it: {@code {"amount":"12.50","currency":"GBP"}}. */
public record Amount(String amount, String currency) {
    public static Amount of(Money money) {
        return new Amount(money.amount().toPlainString(), money.currency().getCurrencyCode());
    }

    public static @Nullable Amount ofNullable(@Nullable Money money) {
        return money == null ? null : of(money);
    }
}
