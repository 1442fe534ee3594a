package org.redress.remedy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Money;
import org.redress.kernel.Sku;

/**
 * One part of what we do for the customer (contract.md, remedy kinds).
 *
 * @param amount of money that goes back or is given; null for goods
 * @param goods articles and units that are sent, exchanged, returned or kept; empty for money alone
 */
public record Remedy(Kind kind, @Nullable Money amount, List<Goods> goods) {
    public enum Kind {
        REFUND,
        PARTIAL_REFUND,
        RESHIP,
        EXCHANGE,
        RETURN_LABEL,
        KEEP_ITEM,
        COMPENSATION;

        /** Whether it moves money, so that an amount must stand with it. */
        public boolean movesMoney() {
            return this == REFUND || this == PARTIAL_REFUND || this == COMPENSATION;
        }
    }

    /** Units of an article. */
    public record Goods(Sku sku, int quantity) {}
}
