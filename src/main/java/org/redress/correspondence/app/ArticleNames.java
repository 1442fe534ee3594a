package org.redress.correspondence.app;

import java.util.LinkedHashSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.redress.claims.Claim;
import org.redress.claims.Filing;
import org.redress.kernel.Sku;
import org.redress.orders.Products;
import org.redress.remedy.Remedy;
import org.redress.remedy.RemedyPlan;
import org.springframework.stereotype.Component;

/** How people call the articles of a claim; an article that is not in the catalogue goes by its number. */
@Component
class ArticleNames {
    private final Products products;

    ArticleNames(Products products) {
        this.products = products;
    }

    Function<Sku, String> of(Claim claim) {
        var skus = new LinkedHashSet<Sku>();
        for (var line : claim.filing().lines()) {
            Stream.ofNullable(line.sku()).forEach(skus::add);
            Stream.ofNullable(line.received())
                    .map(Filing.Received::sku)
                    .flatMap(Stream::ofNullable)
                    .forEach(skus::add);
        }
        for (var offer : claim.offers()) {
            Stream.concat(Stream.of(offer.plan()), Stream.ofNullable(offer.wish()))
                    .map(RemedyPlan::remedies)
                    .flatMap(remedies -> remedies.stream())
                    .flatMap(remedy -> remedy.goods().stream())
                    .map(Remedy.Goods::sku)
                    .forEach(skus::add);
        }
        var known = products.find(claim.merchant(), skus);
        return sku -> {
            var product = known.get(sku);
            return product == null ? sku.toString() : product.name();
        };
    }
}
