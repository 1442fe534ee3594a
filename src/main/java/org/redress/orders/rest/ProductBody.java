package org.redress.orders.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Phrase;
import org.redress.orders.Product;
import org.redress.ui.Amount;
import org.redress.ui.JsonBody;
import tools.jackson.databind.JsonNode;

/** A product as JSON. The SKU may be left out of a body: it stands in the address. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProductBody(
        @Nullable String sku,
        String name,
        @Nullable String gtin,
        @Nullable Integer weightGrams,
        @Nullable Amount price,
        @Nullable String variantOf,
        @Nullable String imageUrl,
        @Nullable String supplier,
        Product.@Nullable Hazard hazard) {
    static ProductBody of(Product product) {
        var gtin = product.gtin();
        return new ProductBody(
                product.sku().value(),
                product.name(),
                gtin == null ? null : gtin.digits(),
                product.weightGrams(),
                Amount.ofNullable(product.price()),
                product.variantOf(),
                product.imageUrl(),
                product.supplier(),
                product.hazard());
    }

    /** @throws org.redress.kernel.Refused naming every field at fault */
    static Product read(String addressed, JsonNode json) {
        var body = JsonBody.of(json);
        var product = new Product(
                Addressed.sku(body, addressed),
                body.text("name", 500),
                body.gtinOrNull("gtin"),
                body.numberOrNull("weightGrams", 0, 100_000_000),
                body.moneyOrNull("price"),
                body.textOrNull("variantOf", 64),
                imageUrl(body),
                body.textOrNull("supplier", 200),
                body.choiceOrNull("hazard", Product.Hazard.class));
        body.done();
        return product;
    }

    private static @Nullable String imageUrl(JsonBody body) {
        var url = body.textOrNull("imageUrl", 2_000);
        if (url != null && !Product.isWebAddress(url)) {
            body.fault("imageUrl", "NOT_A_WEB_ADDRESS", Phrase.of("orders.fault.web-address"));
        }
        return url;
    }
}
