package org.redress.rehearsal.model.warehouse;

import java.util.List;
import org.redress.orders.Order;

/** Customers: nobody who lives. */
final class Parties {
    private static final int CHINESE_IN_TEN = 2;
    private static final List<String> FIRST = List.of(
            "Ada", "Ben", "Cleo", "Dev", "Erin", "Finn", "Gita", "Hugo", "Iris", "Jon", "Kira", "Liam", "Mona", "Nell");
    private static final List<String> LAST = List.of(
            "Ashby", "Brook", "Carr", "Dunn", "Ellis", "Frost", "Grey", "Hale", "Irwin", "Jarvis", "Knox", "Lowe");
    private static final List<String> CHINESE = List.of("王芳", "李娜", "张伟", "刘洋", "陈静", "杨磊", "赵敏", "周涛");
    private static final List<String> TOWNS =
            List.of("Bristol", "Leeds", "York", "Bath", "Derby", "Exeter", "Truro", "Hull");

    /** Who ordered, and where they live. */
    record Party(Order.Customer customer, Order.Address address) {}

    private final Chance chance;
    private int count;

    Parties(Chance chance) {
        this.chance = chance;
    }

    Party any() {
        count++;
        boolean chinese = chance.below(10) < CHINESE_IN_TEN;
        var name = chinese ? chance.any(CHINESE) : chance.any(FIRST) + " " + chance.any(LAST);
        var customer =
                new Order.Customer(name, "customer%d@example.com".formatted(count), null, chinese ? "zh-CN" : "en");
        var address = new Order.Address(
                name,
                "%d Mill Lane".formatted(1 + chance.below(180)),
                chance.any(TOWNS),
                null,
                "BS%d %dAB".formatted(1 + chance.below(40), 1 + chance.below(9)),
                "GB");
        return new Party(customer, address);
    }
}
