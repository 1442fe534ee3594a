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
 * @param means how it reaches them where that is not the usual way: money by the payment it came by, a label to print
 */
public record Remedy(
        Kind kind,
        @Nullable Money amount,
        List<Goods> goods,
        @Nullable Means means) {
    public Remedy(Kind kind, @Nullable Money amount, List<Goods> goods) {
        this(kind, amount, goods, null);
    }

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

    public enum Means {
        /** Compensation that is spent with us, and moves no payment. */
        VOUCHER,
        /** The carrier comes and fetches what goes back. */
        PICK_UP;

        public boolean fits(Kind kind) {
            return switch (this) {
                case VOUCHER -> kind == Kind.COMPENSATION;
                case PICK_UP -> kind == Kind.RETURN_LABEL;
            };
        }
    }

    /** Whether its money goes back by the payments of the order; a voucher does not. */
    public boolean paysBack() {
        return kind.movesMoney() && means != Means.VOUCHER;
    }

    /** Units of an article. */
    public record Goods(Sku sku, int quantity) {}
}
