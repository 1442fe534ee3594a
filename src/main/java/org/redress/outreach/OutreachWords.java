package org.redress.outreach;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.redress.kernel.Sku;
import org.redress.orders.Product;

/** How people call the articles; one that is not in the catalogue goes by its number. */
public record OutreachWords(Map<Sku, Product> products) {
    /** The articles that these speak of, to be looked up at once. */
    public static Set<Sku> articles(Collection<Outreach> all) {
        var articles = new LinkedHashSet<Sku>();
        for (var each : all) {
            articles.add(each.ordered());
            Stream.ofNullable(each.received()).forEach(articles::add);
        }
        return articles;
    }

    public String of(Sku sku) {
        var product = products.get(sku);
        return product == null ? sku.value() : product.name();
    }
}
