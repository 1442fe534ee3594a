package org.redress.rehearsal.model;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Money;
import org.redress.orders.Order;
import org.redress.orders.Product;
import org.redress.rehearsal.model.Mishap.Wanted;

/**
 * The data of the sample merchant. The same seed, day and size make the same data; another day only shifts the times,
 * so that order numbers and customers stay what they were.
 */
public final class SampleShop {
    /** Of the merchant that a first start loads. */
    public static final long SEED = 11;

    public static final int USUAL_ORDERS = 400;

    private static final int DAYS = 60;
    private static final int OPENING = 7 * 60;
    private static final int CLOSING = 23 * 60;

    private final Catalogue catalogue = new Catalogue();
    private final long seed;
    private final LocalDate today;
    private final List<Order> orders = new ArrayList<>();
    private final Map<Mishap, Order> mishaps = new EnumMap<>(Mishap.class);

    private SampleShop(long seed, LocalDate today) {
        this.seed = seed;
        this.today = today;
    }

    /**
     * @param today the day after the last order
     * @param orders how many; at least one for each {@link Mishap}
     */
    public static SampleShop upTo(LocalDate today, long seed, int orders) {
        var shop = new SampleShop(seed, today);
        shop.sell(orders);
        return shop;
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    public List<Product> products() {
        return catalogue.articles().stream().map(Article::product).toList();
    }

    /** Oldest first. */
    public List<Order> orders() {
        return List.copyOf(orders);
    }

    /** How each order left the warehouse, the oldest order first. */
    public List<Dispatch> dispatches() {
        var went = new HashMap<String, Mishap>();
        mishaps.forEach((mishap, order) -> went.put(order.orderNumber(), mishap));
        return orders.stream()
                .map(order -> new Dispatch(order, catalogue, went.get(order.orderNumber()), seed))
                .toList();
    }

    public Order order(Mishap mishap) {
        var order = mishaps.get(mishap);
        if (order == null) {
            throw new IllegalStateException("Every mishap has an order");
        }
        return order;
    }

    private void sell(int count) {
        var purchases = new ArrayList<Purchase>();
        for (var mishap : Mishap.values()) {
            purchases.add(planned(mishap, purchases.size() + 1));
        }
        for (int i = purchases.size(); i < count; i++) {
            purchases.add(chance(i, count));
        }
        purchases.sort(Comparator.comparingInt(Purchase::daysAgo)
                .reversed()
                .thenComparingInt(Purchase::minute)
                .thenComparingInt(Purchase::buyer));
        var sold = new EnumMap<Shop, Integer>(Shop.class);
        for (var purchase : purchases) {
            int place = sold.merge(purchase.shop(), 1, Integer::sum) - 1;
            var order = order(purchase, purchase.shop().orderNumber(place));
            orders.add(order);
            if (purchase.mishap() != null) {
                mishaps.put(purchase.mishap(), order);
            }
        }
    }

    private record Purchase(
            Shop shop,
            int buyer,
            int daysAgo,
            int minute,
            List<Wanted> wanted,
            @Nullable Mishap mishap) {}

    private Purchase planned(Mishap mishap, int buyer) {
        int minute = OPENING + buyer * 137 % (CLOSING - OPENING);
        return new Purchase(mishap.shop(), buyer, mishap.daysAgo(), minute, mishap.ordered(catalogue), mishap);
    }

    /** Buyers come back: there are fewer of them than orders. */
    private Purchase chance(int index, int count) {
        var random = new SplittableRandom(seed * 7_368_787 + index);
        var shop = random.nextInt(5) < 3 ? Shop.HEARTH : Shop.SHIWU;
        int buyer = 100 + random.nextInt(Math.max(1, count * 7 / 10));
        int daysAgo = 1 + random.nextInt(DAYS);
        int minute = OPENING + random.nextInt(CLOSING - OPENING);
        return new Purchase(shop, buyer, daysAgo, minute, basket(shop, random), null);
    }

    private List<Wanted> basket(Shop shop, RandomGenerator random) {
        var articles = catalogue.of(shop);
        int size = oneOf(random, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 4, 5);
        var basket = new ArrayList<Wanted>();
        while (basket.size() < size) {
            var article = articles.get(random.nextInt(articles.size()));
            if (!basket.isEmpty() && random.nextInt(5) == 0) {
                article = siblingOf(basket.getLast().article(), articles, random);
            }
            var sku = article.product().sku();
            if (basket.stream()
                    .noneMatch(wanted -> wanted.article().product().sku().equals(sku))) {
                basket.add(new Wanted(article, oneOf(random, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 3, 4, 6)));
            }
        }
        return basket;
    }

    private static Article siblingOf(Article article, List<Article> articles, RandomGenerator random) {
        var family = String.valueOf(article.product().variantOf());
        var siblings = articles.stream()
                .filter(other -> family.equals(other.product().variantOf()))
                .toList();
        return siblings.get(random.nextInt(siblings.size()));
    }

    private Order order(Purchase purchase, String number) {
        var random = new SplittableRandom(seed * 15_485_863 + number.hashCode());
        var shop = purchase.shop();
        var buyer = People.of(shop, seed, purchase.buyer());
        var placedAt = today.minusDays(purchase.daysAgo())
                .atTime(LocalTime.MIN.plusMinutes(purchase.minute()))
                .atZone(shop.zone())
                .toInstant();
        var lines = lines(purchase, random);
        return Till.rung(shop, number, buyer, placedAt, lines, random);
    }

    private static List<Order.Line> lines(Purchase purchase, RandomGenerator random) {
        var lines = new ArrayList<Order.Line>();
        for (var wanted : purchase.wanted()) {
            var product = wanted.article().product();
            var price = product.price();
            if (price == null) {
                throw new IllegalStateException("Every article of the shops has a price");
            }
            boolean reduced = purchase.mishap() == null && random.nextInt(12) == 0;
            var whole = price.times(wanted.quantity());
            var discount = reduced ? whole.share(10, 100) : Money.zero(price.currency());
            lines.add(new Order.Line(lines.size() + 1, product.sku(), wanted.quantity(), price, discount));
        }
        return List.copyOf(lines);
    }

    private static int oneOf(RandomGenerator random, int... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
