package org.redress.rehearsal;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.redress.orders.Product;

/** Cases whose truth is known, each as often as somebody wants it: for practice. */
public interface KnownCases {
    /** What the shops sell, in both languages. */
    List<Product> products();

    /**
     * The same number makes the same case again.
     *
     * @param language of the customer and the goods
     * @param number 0 to 99999: tells orders and customers of one lesson apart
     * @param now everything is delivered by then
     */
    KnownCase open(Lesson lesson, Locale language, int number, Instant now);
}
