package org.redress.claims.web.portal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Problem;
import org.redress.kernel.Sku;
import org.redress.orders.Order;
import org.redress.orders.Product;
import org.redress.ui.Frame;

/**
 * What {@code portal/goods.jte} shows: step 2, what came?
 *
 * @param draft with one row for each article of the order
 * @param order empty where it is unknown, or not told to whoever asks
 * @param words what the customer’s own words say
 * @param names of the articles that stand in the draft, as far as the catalogue has them
 */
public record GoodsPage(
        Frame frame,
        Shop shop,
        Draft draft,
        Optional<Order> order,
        Map<Sku, Product> names,
        List<PhotoView> photos,
        OwnWords words,
        Faults faults) {
    /** What can be wrong with one article, the likely ones first. */
    public static final List<Problem> OF_ARTICLE = List.of(
            Problem.WRONG_ITEM, Problem.WRONG_VARIANT, Problem.MISSING_ITEM, Problem.WRONG_QUANTITY, Problem.DAMAGED);

    public static final List<Problem> OF_PARCEL = List.of(Problem.WRONG_PARCEL, Problem.NOT_RECEIVED, Problem.LATE);

    public static final List<Problem> UNLISTED = List.of(
            Problem.WRONG_ITEM,
            Problem.WRONG_VARIANT,
            Problem.MISSING_ITEM,
            Problem.EXTRA_ITEM,
            Problem.WRONG_PARCEL,
            Problem.DAMAGED,
            Problem.NOT_RECEIVED,
            Problem.LATE);

    public boolean isKnown() {
        return order.isPresent();
    }

    public List<Draft.Row> articles() {
        return draft.rows().stream().filter(GoodsPage::isArticle).toList();
    }

    private static boolean isArticle(Draft.Row row) {
        return Character.isDigit(row.key().charAt(0));
    }

    public Draft.Row extra() {
        return draft.row(Draft.EXTRA).orElseThrow();
    }

    public Draft.Row parcel() {
        return draft.row(Draft.PARCEL).orElseThrow();
    }

    public Draft.Row unlisted() {
        return draft.row(Draft.UNLISTED).orElseThrow();
    }

    /** What photos are compared with: the articles that were tapped, else all. */
    public List<String> compared() {
        var picked =
                draft.picked().stream().map(Draft.Row::sku).filter(Sku::isValid).toList();
        return picked.isEmpty() ? articles().stream().map(Draft.Row::sku).toList() : picked;
    }

    /** What a code is compared with, as the end of an address. */
    public String query(List<String> skus) {
        return PhotosPart.query(skus);
    }

    public int ordered(Draft.Row row) {
        return order.map(known -> known.ordered(new Sku(row.sku()))).orElse(0);
    }

    public String name(String sku) {
        var product = product(sku);
        return product == null ? sku : product.name();
    }

    private @Nullable Product product(String sku) {
        return Sku.isValid(sku) ? names.get(new Sku(sku)) : null;
    }

    /** The sentence under a field, or null. */
    public @Nullable String fault(String field) {
        var says = faults.at(field);
        return says == null ? null : frame.words().say(says);
    }
}
