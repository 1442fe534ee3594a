package org.redress.claims.web.portal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Filing;
import org.redress.claims.StatementReading;
import org.redress.kernel.Demand;
import org.redress.kernel.Sku;
import org.redress.orders.Product;
import org.redress.ui.Frame;

/**
 * What {@code portal/wish.jte} shows: step 3, what would you like, and all of it at a glance.
 *
 * @param known whether the order was found and is theirs
 * @param contact where we answer; of an order that a link opened, not all of it
 * @param lines what the claim will say
 * @param words what the customer’s own words say
 */
public record WishPage(
        Frame frame,
        Shop shop,
        Draft draft,
        boolean known,
        String contact,
        List<Filing.Line> lines,
        Map<Sku, Product> names,
        List<PhotoView> photos,
        OwnWords words,
        Faults faults) {
    public static final List<Demand> DEMANDS = List.of(
            Demand.RESHIP, Demand.REFUND, Demand.EXCHANGE, Demand.RETURN, Demand.COMPENSATION, Demand.UNDECIDED);

    /** The words that ask for what is chosen, or null: then it is a suggestion, and marked as one. */
    public @Nullable String asked() {
        return words.reading()
                .flatMap(StatementReading::demand)
                .filter(asked -> asked.value() == draft.demand())
                .map(StatementReading.Suggestion::words)
                .orElse(null);
    }

    public String name(@Nullable Sku sku) {
        if (sku == null) {
            return frame.words().say("portal.sum.not-ordered");
        }
        var product = names.get(sku);
        return product == null ? sku.value() : product.name();
    }

    /** What came, in a few words; null where nobody knows. */
    public @Nullable String came(Filing.Line line) {
        var received = line.received();
        if (received == null || received.quantity() == 0) {
            return null;
        }
        var what = received.sku() != null
                ? name(received.sku())
                : received.gtin() != null ? Reading.printed(received.gtin()) : received.description();
        return what == null ? null : frame.words().say("portal.goods", received.quantity(), what);
    }

    public @Nullable String fault(String field) {
        var says = faults.at(field);
        return says == null ? null : frame.words().say(says);
    }
}
