package org.redress.orders.rest;

import org.redress.kernel.Phrase;
import org.redress.kernel.Sku;
import org.redress.ui.JsonBody;

/** The name of a resource stands in its address; a body may repeat it, so that what was read can be sent back. */
final class Addressed {
    private Addressed() {}

    static Sku sku(JsonBody body, String addressed) {
        if (!same(body, "sku", addressed)) {
            body.fault("sku", "NOT_A_SKU", Phrase.of("json.sku"));
            return new Sku("-");
        }
        return new Sku(addressed);
    }

    /** Order numbers follow the rules of SKUs. */
    static String orderNumber(JsonBody body, String addressed) {
        if (!same(body, "orderNumber", addressed)) {
            body.fault("orderNumber", "NOT_AN_ORDER_NUMBER", Phrase.of("orders.fault.order-number"));
        }
        return addressed;
    }

    private static boolean same(JsonBody body, String field, String addressed) {
        var repeated = body.textOrNull(field, 64);
        if (repeated != null && body.isSound() && !repeated.equals(addressed)) {
            body.fault(field, "ANOTHER_ADDRESS", Phrase.of("orders.fault.another-address"));
        }
        return Sku.isValid(addressed) && JsonBody.isStorable(addressed);
    }
}
