package org.redress.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** An exact amount in the smallest unit of its currency (pence, fen, yen). May be negative; never rounds silently. */
public record Money(long minor, Currency currency) implements Comparable<Money> {
    /** The largest amount that a client may send, in minor units: beyond any parcel, far below overflow. */
    public static final long LARGEST = 1_000_000_000_000L;

    private static final Pattern PLAIN = Pattern.compile("-?[0-9]{1,18}([.][0-9]{1,9})?");

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    /** Empty where the text is no number, has more decimals than the currency, or is beyond {@link #LARGEST}. */
    public static Optional<Money> parse(String amount, Currency currency) {
        if (!PLAIN.matcher(amount).matches()) {
            return Optional.empty();
        }
        try {
            var minor = new BigDecimal(amount)
                    .movePointRight(currency.getDefaultFractionDigits())
                    .longValueExact();
            return Math.abs(minor) <= LARGEST ? Optional.of(new Money(minor, currency)) : Optional.empty();
        } catch (ArithmeticException notAnAmount) {
            return Optional.empty();
        }
    }

    public BigDecimal amount() {
        return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits());
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minor, same(other).minor), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, same(other).minor), currency);
    }

    public Money times(long factor) {
        return new Money(Math.multiplyExact(minor, factor), currency);
    }

    /** A share of this amount, rounded half up to the smallest unit. */
    public Money share(long part, long whole) {
        var exact = BigDecimal.valueOf(minor).multiply(BigDecimal.valueOf(part));
        return new Money(
                exact.divide(BigDecimal.valueOf(whole), 0, RoundingMode.HALF_UP).longValueExact(), currency);
    }

    /**
     * Splits this amount in proportion to the weights so that the parts sum to the whole: each part rounded down, the
     * remaining units given to the largest remainders, ties to the earlier part. Weights are not negative; where all
     * are zero the first part takes everything.
     */
    public List<Money> split(List<Long> weights) {
        long total = weights.stream().mapToLong(Long::longValue).sum();
        if (weights.isEmpty() || total == 0) {
            return IntStream.range(0, weights.size())
                    .mapToObj(i -> i == 0 ? this : zero(currency))
                    .toList();
        }
        var parts = new ArrayList<Long>();
        var remainders = new ArrayList<BigDecimal>();
        long given = 0;
        for (long weight : weights) {
            var exact = BigDecimal.valueOf(minor).multiply(BigDecimal.valueOf(weight));
            var both = exact.divideAndRemainder(BigDecimal.valueOf(total));
            parts.add(both[0].longValueExact());
            remainders.add(both[1].abs());
            given += both[0].longValueExact();
        }
        long left = minor - given;
        var byRemainder = IntStream.range(0, parts.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> remainders.get(i)).reversed())
                .toList();
        for (int i = 0; i < Math.abs(left); i++) {
            parts.set(byRemainder.get(i), parts.get(byRemainder.get(i)) + Long.signum(left));
        }
        return parts.stream().map(part -> new Money(part, currency)).toList();
    }

    public boolean isZero() {
        return minor == 0;
    }

    public boolean isPositive() {
        return minor > 0;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, same(other).minor);
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("Cannot mix " + currency + " and " + other.currency);
        }
        return other;
    }

    @Override
    public String toString() {
        return amount().toPlainString() + " " + currency;
    }
}
