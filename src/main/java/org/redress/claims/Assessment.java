package org.redress.claims;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Phrase;
import org.redress.orders.Product;

/**
 * The first look at a claim (domain.md S4): how much hangs on it, and why.
 *
 * @param reasons the weightiest first
 * @param dangers empty for almost all claims
 */
public record Assessment(Severity severity, List<Phrase> reasons, List<Danger> dangers) {
    /**
     * What came and must not be used, nor be sent to anybody else.
     *
     * @param place it was picked from, where that is on record
     */
    public record Danger(Product article, @Nullable String place) {}

    public Set<Product.Hazard> hazards() {
        return dangers.stream()
                .map(danger -> danger.article().hazard())
                .flatMap(Stream::ofNullable)
                .collect(Collectors.toSet());
    }
}
