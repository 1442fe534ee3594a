package org.redress.remedy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Map;
import org.redress.kernel.Money;

/**
 * Numbers behind cost and limits, to be replaced by the merchant's own. Amounts are in the currency of the area; an order
 * in another currency is measured by round figures: these are limits, not exchange rates.
 *
 * @param goodsCostPercent what goods cost us, of their price
 * @param resalePercent what unopened goods bring back, of their cost
 * @param damagedResalePercent the same for damaged goods
 * @param handling of one parcel, in or out
 * @param keepLimit value under which what came stays with the customer
 * @param agentLimit cost above which somebody else approves
 * @param usualGrams weight of an article whose weight is not known
 */
public record Figures(
        Currency currency,
        int goodsCostPercent,
        int resalePercent,
        int damagedResalePercent,
        BigDecimal handling,
        BigDecimal keepLimit,
        BigDecimal agentLimit,
        int usualGrams,
        int refundDays,
        int shipDays,
        int exchangeDays) {
    /** How many tenths of a unit stand for one dollar, euro or pound. */
    private static final Map<String, Integer> TENTHS = Map.ofEntries(
            Map.entry("CNY", 80),
            Map.entry("HKD", 80),
            Map.entry("TWD", 300),
            Map.entry("JPY", 1_500),
            Map.entry("KRW", 14_000),
            Map.entry("INR", 900),
            Map.entry("SGD", 15),
            Map.entry("AUD", 15),
            Map.entry("CAD", 15),
            Map.entry("NZD", 15),
            Map.entry("SEK", 100),
            Map.entry("NOK", 100),
            Map.entry("DKK", 70),
            Map.entry("PLN", 40),
            Map.entry("CZK", 250),
            Map.entry("HUF", 4_000),
            Map.entry("TRY", 400),
            Map.entry("BRL", 60),
            Map.entry("MXN", 200),
            Map.entry("ZAR", 200));

    private static int tenths(Currency currency) {
        return TENTHS.getOrDefault(currency.getCurrencyCode(), 10);
    }

    /** An amount of these tables in another currency, half up to its smallest unit. */
    public Money in(Currency wanted, BigDecimal amount) {
        var scaled = amount.multiply(BigDecimal.valueOf(tenths(wanted)))
                .divide(BigDecimal.valueOf(tenths(currency)), 12, RoundingMode.HALF_UP);
        var digits = Math.max(0, wanted.getDefaultFractionDigits());
        return new Money(
                scaled.movePointRight(digits).setScale(0, RoundingMode.HALF_UP).longValueExact(), wanted);
    }

    /** An amount as these tables measure it. */
    public BigDecimal measured(Money money) {
        return measured(money, currency);
    }

    /** A limit in another currency, by the same round figures. */
    public static Money like(Money limit, Currency wanted) {
        if (limit.currency().equals(wanted)) {
            return limit;
        }
        var digits = Math.max(0, wanted.getDefaultFractionDigits());
        return new Money(
                measured(limit, wanted)
                        .movePointRight(digits)
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact(),
                wanted);
    }

    private static BigDecimal measured(Money money, Currency wanted) {
        return money.currency().equals(wanted)
                ? money.amount()
                : money.amount()
                        .multiply(BigDecimal.valueOf(tenths(wanted)))
                        .divide(BigDecimal.valueOf(tenths(money.currency())), 6, RoundingMode.HALF_UP);
    }
}
