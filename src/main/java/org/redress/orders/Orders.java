package org.redress.orders;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Page;
import org.redress.kernel.Sku;

/** The orders of a merchant. */
public interface Orders {
    Optional<Order> find(MerchantId merchant, String orderNumber);

    /** Which of these numbers are orders. */
    Set<String> known(MerchantId merchant, Collection<String> orderNumbers);

    /** Whose these orders are, by number; one query. */
    Map<String, Order.Customer> customers(MerchantId merchant, Collection<String> orderNumbers);

    /** The countries that these orders went to, by number; one query. An order without one is absent. */
    Map<String, String> countries(MerchantId merchant, Collection<String> orderNumbers);

    /** The numbers of the orders placed between two moments that hold an article, the oldest first, at most 5000. */
    List<String> holding(MerchantId merchant, Sku article, Instant from, Instant until);

    /**
     * Orders for a person who looks for one: those whose number begins with the text, or whose customer has exactly this
     * e-mail address or phone number; all where the text is blank. The newest first.
     *
     * @param after of the page before, or null; one that is not ours starts anew
     */
    Page<OrderSummary> search(MerchantId merchant, String text, @Nullable String after, int limit);

    /**
     * Orders under a name, or what it begins with, whatever its case: for a person who is told one. The newest first; none
     * where the name is blank.
     */
    List<OrderSummary> under(MerchantId merchant, String name, int limit);

    /** These orders as a whole, by their numbers; what we do not know is absent. Two queries. */
    List<Order> all(MerchantId merchant, Collection<String> orderNumbers);

    /** The next whole orders by their numbers, from the first one after this; empty text begins. Two queries. */
    List<Order> following(MerchantId merchant, String after, int limit);

    /** Whether the customer of an order, by their e-mail address, had ordered before. */
    boolean isReturning(MerchantId merchant, Order order);

    /** Writes or overwrites; the same order twice changes nothing, and of two with one number the later counts. */
    void put(MerchantId merchant, Collection<Order> orders);
}
