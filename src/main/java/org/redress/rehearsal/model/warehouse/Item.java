package org.redress.rehearsal.model.warehouse;

import org.jspecify.annotations.Nullable;
import org.redress.kernel.Sku;
import org.redress.orders.Product;

/**
 * An article as it is, not only as it is on record.
 *
 * @param index its place in the assortment
 * @param grams what a unit really weighs
 * @param family siblings share it
 * @param popularity share of order lines, in any measure
 * @param house the warehouse in which it lies; drop-shipped ones lie in none
 */
record Item(
        int index,
        Product product,
        double grams,
        int family,
        double popularity,
        @Nullable Integer house) {
    Sku sku() {
        return product.sku();
    }

    boolean isDropShipped() {
        return house == null;
    }

    boolean isSiblingOf(Item other) {
        return family == other.family && index != other.index;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Item item && item.index == index;
    }

    @Override
    public int hashCode() {
        return index;
    }
}
