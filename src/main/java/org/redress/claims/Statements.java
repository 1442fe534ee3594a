package org.redress.claims;

import java.util.Optional;
import org.redress.kernel.MerchantId;
import org.redress.orders.Order;

/** Reads the customer’s own words, in English and Chinese, by dictionaries alone: nothing leaves the house. */
public interface Statements {
    /** @param text whatever somebody wrote; only the first {@link Filing#LONGEST_TEXT} characters are read */
    StatementReading read(MerchantId merchant, String text);

    /**
     * The same for somebody who has named their order: whether others are there is not looked for, and not told.
     *
     * @param order empty where we do not know it
     */
    StatementReading read(MerchantId merchant, String text, Optional<Order> order);
}
