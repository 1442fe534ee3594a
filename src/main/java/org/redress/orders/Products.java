package org.redress.orders;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.redress.kernel.Gtin;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Sku;

/** The catalogue. An order may name a SKU that is not in it yet. */
public interface Products {
    /** The known ones among these; one query. */
    Map<Sku, Product> find(MerchantId merchant, Collection<Sku> skus);

    /** All articles that carry one of these GTINs, by GTIN: real catalogues repeat them. */
    Map<Gtin, List<Product>> byGtin(MerchantId merchant, Collection<Gtin> gtins);

    /** Articles of exactly this name, whatever its case; two at most, which is one too many to tell. */
    List<Product> called(MerchantId merchant, String name);

    /** Articles whose name or SKU contains the text, at most {@code limit}: for a person who looks for what came. */
    List<Product> search(MerchantId merchant, String text, int limit);

    /** The next ones by their SKUs, from the first one after this; empty text begins. */
    List<Product> following(MerchantId merchant, String after, int limit);

    /** Writes or overwrites; one batch. */
    void put(MerchantId merchant, Collection<Product> products);
}
