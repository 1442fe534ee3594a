package org.redress.orders.app;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Sku;
import org.redress.orders.Product;
import org.redress.orders.Stock;
import org.redress.orders.StockLevel;
import org.redress.orders.StockReport;
import org.redress.orders.store.StockTable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

@Service
class StockDesk implements Stock {
    private final MerchantTransactions transactions;
    private final StockTable table;
    private final Duration usableFor;

    /** @param usableFor how long a report counts: a day, unless the house says otherwise */
    StockDesk(
            MerchantTransactions transactions,
            StockTable table,
            @Value("${redress.stock.usable-for:24h}") Duration usableFor) {
        if (usableFor.isNegative() || usableFor.isZero()) {
            throw new IllegalArgumentException("redress.stock.usable-for is more than nothing");
        }
        this.transactions = transactions;
        this.table = table;
        this.usableFor = usableFor;
    }

    @Override
    public Shelves look(MerchantId merchant, Collection<Sku> skus) {
        if (skus.isEmpty()) {
            return new Shelves(Map.of(), Map.of());
        }
        var products = new HashMap<Sku, Product>();
        var levels = new HashMap<Sku, StockLevel>();
        transactions.call(merchant, () -> table.look(merchant, skus)).forEach(shelf -> {
            var product = shelf.product();
            if (product != null) {
                products.put(product.sku(), product);
            }
            var report = shelf.report();
            if (report != null) {
                levels.put(report.sku(), StockLevel.of(report, usableFor));
            }
        });
        return new Shelves(Map.copyOf(products), Map.copyOf(levels));
    }

    @Override
    public Optional<StockLevel> find(MerchantId merchant, Sku sku) {
        return transactions.call(merchant, () -> table.find(merchant, List.of(sku))).stream()
                .map(report -> StockLevel.of(report, usableFor))
                .findFirst();
    }

    @Override
    public List<StockLevel> report(MerchantId merchant, Collection<StockReport> reports) {
        var latest = new HashMap<Sku, StockReport>();
        reports.forEach(report -> latest.merge(
                report.sku(), report, (one, next) -> next.reportedAt().isBefore(one.reportedAt()) ? one : next));
        if (latest.isEmpty()) {
            return List.of();
        }
        return transactions
                .call(merchant, () -> {
                    table.put(merchant, latest.values());
                    return table.find(merchant, latest.keySet());
                })
                .stream()
                .map(report -> StockLevel.of(report, usableFor))
                .toList();
    }
}
