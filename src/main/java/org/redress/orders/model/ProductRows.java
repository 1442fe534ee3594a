package org.redress.orders.model;

import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Sku;
import org.redress.orders.Product;
import org.redress.sheets.Outcome;
import org.redress.sheets.Row;

/** Reads products, one per row. */
public final class ProductRows {
    private ProductRows() {}

    /** @param currency of prices in rows that name none */
    public static Outcome<Product> read(Row row, Currency currency) {
        var sku = new Sku(row.key("sku"));
        var name = row.text("name", 500);
        if (name.isEmpty()) {
            row.fault("name", "sheets.row.MISSING", "");
        }
        var priced = row.currency("currency", currency);
        return row.outcome(new Product(
                sku,
                name,
                row.gtin("gtin"),
                row.number("weightGrams", 0, 100_000_000).orElse(null),
                row.has("price") ? row.price("price", priced) : null,
                row.textOrNull("variantOf", 64),
                imageUrl(row),
                row.textOrNull("supplier", 200),
                row.choice("hazard", Product.Hazard.class)));
    }

    private static @Nullable String imageUrl(Row row) {
        var url = row.textOrNull("imageUrl", 2_000);
        if (url != null && !Product.isWebAddress(url)) {
            row.fault("imageUrl", "orders.row.NOT_A_WEB_ADDRESS", url);
        }
        return url;
    }
}
