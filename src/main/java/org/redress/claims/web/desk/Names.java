package org.redress.claims.web.desk;

import java.util.Map;
import org.redress.kernel.Sku;
import org.redress.orders.Product;

/** What people call articles; the article number where the catalogue does not know it. */
public record Names(Map<Sku, Product> products) {
    public String of(Sku sku) {
        var product = products.get(sku);
        return product == null ? sku.value() : product.name();
    }

    /** The same for what may be no article number at all. */
    public String called(String sku) {
        return Sku.isValid(sku) ? of(new Sku(sku)) : sku;
    }
}
