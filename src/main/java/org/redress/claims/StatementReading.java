package org.redress.claims;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Demand;
import org.redress.kernel.Problem;
import org.redress.kernel.Sku;
import org.redress.orders.Order;
import org.redress.orders.Product;

/**
 * What the customer’s own words seem to say, each with the words that carried it. All of it is a suggestion: a person
 * looks at it and may change it, and nothing here ever replaces what somebody chose.
 *
 * @param language null where the text has no letters
 * @param problems one where the words are clear; several where they speak of more than one, and a person has to choose
 * @param demands the same for what the customer would like
 * @param orders the merchant’s orders that the text names, in the order of the text
 * @param unknownOrders what is called an order number and is none of the merchant’s
 * @param articles of the merchant’s catalogue that the text names by their number
 * @param came what came instead, or null
 * @param email an address in the text, or null
 * @param phone a number in the text, or null
 */
public record StatementReading(
        @Nullable Locale language,
        List<Suggestion<Problem>> problems,
        List<Suggestion<Demand>> demands,
        List<NamedOrder> orders,
        List<String> unknownOrders,
        List<Product> articles,
        @Nullable Came came,
        @Nullable String email,
        @Nullable String phone) {
    /** How many orders of one text are opened to look for the article; further ones are named only. */
    public static final int MOST_ORDERS = 10;

    /** How sure the words are. */
    public enum Certainty {
        CLEAR,
        LIKELY
    }

    /** @param words of the text that say so, as they were written; empty where it follows from something else */
    public record Suggestion<T>(T value, String words, Certainty certainty) {}

    /** @param article which of its articles the text is about, or null */
    public record NamedOrder(Order order, @Nullable Suggestion<Sku> article) {}

    /**
     * What came, by article number where the text has one or only one sibling fits, and in the customer’s words.
     *
     * @param quantity how many, or null
     */
    public record Came(
            @Nullable Sku sku, String words, @Nullable Integer quantity) {}

    /** The one problem that the words are clear about. */
    public Optional<Suggestion<Problem>> problem() {
        return problems.size() == 1 ? Optional.of(problems.getFirst()) : Optional.empty();
    }

    public Optional<Suggestion<Demand>> demand() {
        return demands.size() == 1 ? Optional.of(demands.getFirst()) : Optional.empty();
    }

    /** Whether the words themselves suggest nothing. */
    public boolean isSilent() {
        return problems.isEmpty()
                && demands.isEmpty()
                && orders.stream()
                        .map(NamedOrder::article)
                        .allMatch(article -> article == null || article.words().isEmpty())
                && articles.isEmpty()
                && came == null;
    }
}
