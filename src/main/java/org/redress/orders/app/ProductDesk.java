package org.redress.orders.app;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.Gtin;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Sku;
import org.redress.orders.Product;
import org.redress.orders.Products;
import org.redress.orders.store.ProductTable;
import org.springframework.stereotype.Service;

@Service
class ProductDesk implements Products {
    private final MerchantTransactions transactions;
    private final ProductTable table;

    ProductDesk(MerchantTransactions transactions, ProductTable table) {
        this.transactions = transactions;
        this.table = table;
    }

    @Override
    public Map<Sku, Product> find(MerchantId merchant, Collection<Sku> skus) {
        return skus.isEmpty()
                ? Map.of()
                : transactions.call(merchant, () -> table.find(merchant, skus)).stream()
                        .collect(Collectors.toMap(Product::sku, Function.identity()));
    }

    @Override
    public Map<Gtin, List<Product>> byGtin(MerchantId merchant, Collection<Gtin> gtins) {
        if (gtins.isEmpty()) {
            return Map.of();
        }
        var byGtin = new LinkedHashMap<Gtin, List<Product>>();
        var products = transactions.call(merchant, () -> table.byGtin(merchant, gtins));
        for (var gtin : gtins) {
            var carriers = products.stream()
                    .filter(product -> gtin.equals(product.gtin()))
                    .toList();
            if (!carriers.isEmpty()) {
                byGtin.put(gtin, carriers);
            }
        }
        return byGtin;
    }

    @Override
    public List<Product> called(MerchantId merchant, String name) {
        var looked = name.strip();
        return looked.isEmpty() || looked.indexOf('\0') >= 0
                ? List.of()
                : transactions.call(merchant, () -> table.called(merchant, looked));
    }

    @Override
    public List<Product> search(MerchantId merchant, String text, int limit) {
        var looked = text.strip();
        return looked.isEmpty() || looked.indexOf('\0') >= 0
                ? List.of()
                : transactions.call(merchant, () -> table.search(merchant, looked, limit));
    }

    @Override
    public List<Product> following(MerchantId merchant, String after, int limit) {
        return transactions.call(merchant, () -> table.following(merchant, after, limit));
    }

    @Override
    public void put(MerchantId merchant, Collection<Product> products) {
        if (!products.isEmpty()) {
            transactions.run(merchant, () -> table.put(merchant, last(products, Product::sku)));
        }
    }

    /** Of several with one key the last counts. */
    static <K, T> Collection<T> last(Collection<T> all, Function<T, K> key) {
        var byKey = new LinkedHashMap<K, T>();
        all.forEach(each -> byKey.put(key.apply(each), each));
        return byKey.values();
    }
}
