package org.redress.orders;

import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriUtils;

/** Where staff look for an order by its number: it may be one that we were never told. */
public final class OrderLink {
    private OrderLink() {}

    public static String to(String orderNumber) {
        return "/desk/orders?q=" + UriUtils.encode(orderNumber, StandardCharsets.UTF_8);
    }
}
