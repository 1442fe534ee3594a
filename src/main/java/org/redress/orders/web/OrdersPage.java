package org.redress.orders.web;

import java.nio.charset.StandardCharsets;
import org.redress.kernel.Page;
import org.redress.orders.OrderSummary;
import org.redress.ui.Frame;
import org.springframework.web.util.UriUtils;

/**
 * @param looked what was looked for, blank for all
 * @param mayExport whether the reader may take all orders out as a file
 */
public record OrdersPage(Frame frame, String looked, Page<OrderSummary> orders, boolean mayExport) {
    /** An order number with a character that no path may hold stands behind the question mark. */
    public String href(OrderSummary order) {
        var number = UriUtils.encode(order.orderNumber(), StandardCharsets.UTF_8);
        return number.matches("\\.+|.*%(2F|5C|3B|25).*")
                ? OrderPages.PATH + "?number=" + number
                : OrderPages.PATH + "/" + number;
    }
}
