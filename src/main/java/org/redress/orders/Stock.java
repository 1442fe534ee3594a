package org.redress.orders;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Sku;

/** Units free to send, as the merchant's systems report them. An article of which nobody has reported is unknown, not out of stock. */
public interface Stock {
    int MOST_AT_ONCE = 1_000;

    /**
     * Articles by their SKU.
     *
     * @param products those that stand in the catalogue
     * @param levels those of which there is a report, however old
     */
    record Shelves(Map<Sku, Product> products, Map<Sku, StockLevel> levels) {}

    /** Catalogue and stock of these; one query. */
    Shelves look(MerchantId merchant, Collection<Sku> skus);

    Optional<StockLevel> find(MerchantId merchant, Sku sku);

    /**
     * Takes reports in, the latest of an article by its time; one that is older than what is on record changes nothing.
     * One batch.
     *
     * @return what is on record of these articles afterwards, by SKU
     */
    List<StockLevel> report(MerchantId merchant, Collection<StockReport> reports);
}
