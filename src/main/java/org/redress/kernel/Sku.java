package org.redress.kernel;

/** A merchant's own article number, as the merchant writes it: 1 to 64 characters, no control characters. */
public record Sku(String value) implements Comparable<Sku> {
    private static final int LONGEST = 64;

    public Sku {
        if (!isValid(value)) {
            throw new IllegalArgumentException("A SKU has 1 to 64 printable characters");
        }
    }

    public static boolean isValid(String value) {
        return !value.isBlank()
                && value.length() <= LONGEST
                && value.equals(value.strip())
                && value.chars().noneMatch(Character::isISOControl);
    }

    @Override
    public int compareTo(Sku other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
