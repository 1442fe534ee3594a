package org.redress.claims.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Filing;
import org.redress.claims.StatementReading;
import org.redress.claims.StatementReading.Came;
import org.redress.claims.StatementReading.NamedOrder;
import org.redress.claims.Statements;
import org.redress.claims.model.NamedArticle;
import org.redress.claims.model.NamedNumbers;
import org.redress.claims.model.StatementReader;
import org.redress.claims.model.WhatCame;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Sku;
import org.redress.orders.Order;
import org.redress.orders.Orders;
import org.redress.orders.Product;
import org.redress.orders.Products;
import org.springframework.stereotype.Component;

/** Looks what a text names up in the merchant’s orders and catalogue: a few queries, however long the text. */
@Component
class StatementDesk implements Statements {
    private final MerchantTransactions transactions;
    private final Orders orders;
    private final Products products;

    StatementDesk(MerchantTransactions transactions, Orders orders, Products products) {
        this.transactions = transactions;
        this.orders = orders;
        this.products = products;
    }

    @Override
    public StatementReading read(MerchantId merchant, String text) {
        var said = shortened(text);
        var numbers = new NamedNumbers(said);
        return transactions.call(merchant, () -> {
            var candidates = numbers.candidates();
            var known = candidates.isEmpty() ? Set.<String>of() : orders.known(merchant, candidates);
            var named = numbers.inOrder(known);
            var found = named.stream()
                    .limit(StatementReading.MOST_ORDERS)
                    .flatMap(number -> orders.find(merchant, number).stream())
                    .toList();
            return reading(merchant, said, numbers, found, numbers.unknownOrders(known));
        });
    }

    @Override
    public StatementReading read(MerchantId merchant, String text, Optional<Order> order) {
        var said = shortened(text);
        return transactions.call(
                merchant,
                () -> reading(
                        merchant, said, new NamedNumbers(said), order.stream().toList(), List.of()));
    }

    private static String shortened(String text) {
        return text.length() <= Filing.LONGEST_TEXT ? text : text.substring(0, Filing.LONGEST_TEXT);
    }

    private StatementReading reading(
            MerchantId merchant, String text, NamedNumbers numbers, List<Order> found, List<String> unknown) {
        var asked = new LinkedHashSet<>(numbers.skus());
        found.forEach(order -> order.lines().forEach(line -> asked.add(line.sku())));
        Map<Sku, Product> catalogue = asked.isEmpty() ? Map.of() : products.find(merchant, asked);
        var articles = numbers.skus().stream()
                .map(catalogue::get)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var named = found.stream()
                .map(order -> new NamedOrder(order, NamedArticle.of(text, names(order, catalogue))))
                .toList();
        var others = new ArrayList<>(unknown);
        found.forEach(order -> others.add(order.orderNumber()));
        return new StatementReading(
                StatementReader.language(text),
                StatementReader.problems(text),
                StatementReader.demands(text),
                named,
                unknown,
                articles,
                came(merchant, text, named, articles, catalogue),
                numbers.email(),
                numbers.phone(others));
    }

    private static Map<Sku, String> names(Order order, Map<Sku, Product> catalogue) {
        var names = new LinkedHashMap<Sku, String>();
        order.lines().forEach(line -> names.put(line.sku(), name(line.sku(), catalogue)));
        return names;
    }

    private static String name(Sku sku, Map<Sku, Product> catalogue) {
        var product = catalogue.get(sku);
        return product == null ? sku.value() : product.name();
    }

    private @Nullable Came came(
            MerchantId merchant,
            String text,
            List<NamedOrder> named,
            List<Product> articles,
            Map<Sku, Product> catalogue) {
        var whatCame = new WhatCame(text);
        var came = whatCame.of(articles.stream().map(Product::sku).toList());
        if (came == null || came.sku() != null || named.size() != 1) {
            return came;
        }
        return Optional.ofNullable(named.getFirst().article())
                .flatMap(article -> whatCame.sibling(name(article.value(), catalogue)))
                .flatMap(name -> only(products.search(merchant, name, 2)))
                .map(sibling -> new Came(sibling.sku(), came.words(), came.quantity()))
                .orElse(came);
    }

    private static Optional<Product> only(List<Product> products) {
        return products.size() == 1 ? Optional.of(products.getFirst()) : Optional.empty();
    }
}
