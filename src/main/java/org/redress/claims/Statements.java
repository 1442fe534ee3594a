package org.redress.claims;

import org.redress.kernel.MerchantId;
import org.redress.orders.Order;

/** Reads the customer’s own words, in English and Chinese, by dictionaries alone: nothing leaves the house. */
public interface Statements {
    /** @param text whatever somebody wrote; only the first {@link Filing#LONGEST_TEXT} characters are read */
    StatementReading read(MerchantId merchant, String text);

    /** The same where it is known which order the text is about. Others that it names are not looked for. */
    StatementReading read(MerchantId merchant, String text, Order order);
}
