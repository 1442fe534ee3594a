package org.redress.settlement;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.orders.Product;
import org.redress.settlement.GoodsReturn.Condition;
import org.redress.settlement.GoodsReturn.Disposition;

/**
 * What becomes of goods that came back. Dangerous goods that were out of our hands are never sold again, in whatever
 * condition they look to be: nobody knows how they were kept.
 */
public final class Dispositions {
    private Dispositions() {}

    /**
     * @param ours whether the article is the merchant's
     * @param product null where the catalogue does not know it, so that nobody knows whether it is dangerous
     */
    public static Disposition proposed(boolean ours, @Nullable Product product, Condition condition) {
        if (!ours) {
            return Disposition.SEND_BACK;
        }
        if (condition == Condition.DAMAGED) {
            return Disposition.DESTROY;
        }
        return condition == Condition.SEALED && product != null && product.hazard() == null
                ? Disposition.RESELL
                : Disposition.QUARANTINE;
    }

    /** Why this must not be, as the end of a message key; empty where it may. */
    public static Optional<String> fault(
            boolean ours, @Nullable Product product, Condition condition, Disposition chosen) {
        if (chosen != Disposition.RESELL) {
            return Optional.empty();
        }
        if (!ours) {
            return Optional.of("RESELL_FOREIGN");
        }
        if (product != null && product.hazard() != null) {
            return Optional.of("RESELL_HAZARDOUS");
        }
        return condition == Condition.DAMAGED ? Optional.of("RESELL_DAMAGED") : Optional.empty();
    }
}
