package org.redress.claims.web.desk;

import java.nio.charset.StandardCharsets;
import org.redress.ui.Frame;
import org.springframework.web.util.UriUtils;

/**
 * What {@code claims/handed-on.jte} shows.
 *
 * @param mayLink whether the reader may make a link for the customer
 */
public record HandedOnPage(Frame frame, String orderNumber, boolean mayLink) {
    public String code() {
        return "/desk/slip-code?order=" + UriUtils.encode(orderNumber, StandardCharsets.UTF_8);
    }
}
