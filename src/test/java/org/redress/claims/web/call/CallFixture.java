package org.redress.claims.web.call;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Calls.Prospect;
import org.redress.claims.web.desk.Names;
import org.redress.kernel.Money;
import org.redress.kernel.Sku;
import org.redress.orders.Order;
import org.redress.orders.Product;
import org.springframework.util.LinkedMultiValueMap;

/** Two red mugs that Ada ordered, and a conversation about them. */
final class CallFixture {
    static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");
    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    static final Sku RED = new Sku("RED");

    private static final Currency GBP = Currency.getInstance("GBP");

    private CallFixture() {}

    static Order order() {
        return new Order(
                "O-1",
                "Quay Street",
                Instant.parse("2026-11-20T10:00:00Z"),
                GBP,
                new Order.Customer("Ada Byrne", "ada@example.com", "+44 20 7946 0000", "en"),
                new Order.Address("Ada Byrne", "1 Quay", "Bristol", null, "BS1 4RW", "GB"),
                List.of(new Order.Line(1, RED, 2, money(1250), money(0))),
                money(0),
                money(0),
                money(0),
                List.of());
    }

    private static Money money(long minor) {
        return new Money(minor, GBP);
    }

    static Names names() {
        return new Names(Map.of(RED, new Product(RED, "Red mug", null, 300, null, null, null, null, null)));
    }

    /** @param fields names and what was typed, in turn */
    static Call call(String... fields) {
        var sent = new LinkedMultiValueMap<String, String>();
        for (int i = 0; i < fields.length; i += 2) {
            sent.add(fields[i], fields[i + 1]);
        }
        return Call.read(sent);
    }

    static CallScript script(Call call, @Nullable Order order, @Nullable Prospect prospect) {
        return new CallScript(
                call, "Quay Street", "Jo Park", 0, order, null, names(), "Blue mug", false, prospect, SHANGHAI);
    }

    static CallFiling filing(Call call, @Nullable Order order) {
        return new CallFiling(call, order, null, SHANGHAI, NOW);
    }

    static Call fresh() {
        return Call.fresh(NOW, Locale.ENGLISH);
    }
}
