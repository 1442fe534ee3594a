package org.redress.rehearsal.model;

import java.time.ZoneId;
import java.util.Currency;
import org.redress.orders.Order;

/** The two shops of the sample merchant, one in each language. */
public enum Shop {
    HEARTH("hearth-uk", 41, "HE-", 20_001, "en", "Europe/London", "GBP", "BRS-1", "Northway"),
    SHIWU("shiwu-cn", 48, "SW-", 70_001, "zh-CN", "Asia/Shanghai", "CNY", "HZ-1", "云程速运");

    private final String slug;
    private final int company;
    private final String orderPrefix;
    private final int firstOrder;
    private final String language;
    private final ZoneId zone;
    private final String currency;
    private final String warehouse;
    private final String carrier;

    Shop(
            String slug,
            int company,
            String orderPrefix,
            int firstOrder,
            String language,
            String zone,
            String currency,
            String warehouse,
            String carrier) {
        this.slug = slug;
        this.company = company;
        this.orderPrefix = orderPrefix;
        this.firstOrder = firstOrder;
        this.language = language;
        this.zone = ZoneId.of(zone);
        this.currency = currency;
        this.warehouse = warehouse;
        this.carrier = carrier;
    }

    public String slug() {
        return slug;
    }

    /** Two digits of its article numbers. */
    int company() {
        return company;
    }

    /** The number of its order at this place in time, from 0. */
    String orderNumber(int place) {
        return orderPrefix + (firstOrder + place);
    }

    String orderPrefix() {
        return orderPrefix;
    }

    public String language() {
        return language;
    }

    ZoneId zone() {
        return zone;
    }

    Currency currency() {
        return Currency.getInstance(currency);
    }

    /** Which sends for it. */
    String warehouse() {
        return warehouse;
    }

    String carrier() {
        return carrier;
    }

    String trackingNumber(String orderNumber) {
        var number = orderNumber.replaceAll("\\D", "");
        return isChinese() ? "YC20260%s".formatted(number) : "NW77%sGB".formatted(number);
    }

    static Shop of(Order order) {
        return order.shop().equals(SHIWU.slug) ? SHIWU : HEARTH;
    }

    boolean isChinese() {
        return this == SHIWU;
    }
}
