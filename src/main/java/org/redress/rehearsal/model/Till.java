package org.redress.rehearsal.model;

import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import org.redress.kernel.Money;
import org.redress.orders.Order;
import org.redress.rehearsal.model.People.Person;

/** What an order comes to in a sample shop, and how it is paid. */
final class Till {
    private Till() {}

    static Order rung(
            Shop shop, String number, Person buyer, Instant placedAt, List<Order.Line> lines, RandomGenerator random) {
        var goods = lines.stream().map(Order.Line::total).reduce(Money.zero(shop.currency()), Money::plus);
        var discount = discount(shop, goods, random);
        var shipping = shipping(shop, goods.minus(discount));
        var total = goods.minus(discount).plus(shipping);
        return new Order(
                number,
                shop.slug(),
                placedAt,
                shop.currency(),
                customer(buyer, random),
                buyer.home(),
                lines,
                shipping,
                discount,
                Money.zero(shop.currency()),
                payments(number, total, placedAt, random));
    }

    /** A voucher now and then, from the value that makes it worth printing. */
    private static Money discount(Shop shop, Money goods, RandomGenerator random) {
        var voucher = new Money(shop.isChinese() ? 1000 : 500, shop.currency());
        boolean used = random.nextInt(10) == 0 && goods.compareTo(voucher.times(6)) >= 0;
        return used ? voucher : Money.zero(shop.currency());
    }

    private static Money shipping(Shop shop, Money goods) {
        var free = new Money(shop.isChinese() ? 9900 : 5000, shop.currency());
        var fee = new Money(shop.isChinese() ? 800 : 395, shop.currency());
        return goods.compareTo(free) >= 0 ? Money.zero(shop.currency()) : fee;
    }

    private static Order.Customer customer(Person buyer, RandomGenerator random) {
        var whole = buyer.customer();
        return random.nextInt(15) == 0 && whole.phone() != null
                ? new Order.Customer(whole.name(), whole.email(), null, whole.language())
                : whole;
    }

    /** Some customers spend a gift card first and pay the rest by card. */
    private static List<Order.Payment> payments(String number, Money total, Instant placedAt, RandomGenerator random) {
        var paidAt = placedAt.plusSeconds(20 + random.nextInt(200));
        if (random.nextInt(12) == 0) {
            var gift = total.share(1 + random.nextInt(4), 10);
            return List.of(
                    new Order.Payment("gift-card", "gc-" + number, gift, paidAt),
                    new Order.Payment("card", "ch-" + number, total.minus(gift), paidAt));
        }
        var provider = random.nextInt(4) == 0 ? "wallet" : "card";
        return List.of(new Order.Payment(provider, (provider.equals("card") ? "ch-" : "wa-") + number, total, paidAt));
    }
}
