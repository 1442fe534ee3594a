package org.redress.manners;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Money;

/**
 * What is known of the case that a draft is about.
 *
 * @param numbers its own claim, order and tracking numbers: these may stand in a message
 * @param articles how people call what was ordered and what came, article numbers too
 * @param asked the customer’s words that wait for an answer, or null
 * @param causeKnown whether the cause has been named, so that it can be explained (domain.md R70)
 * @param evidenceSeen whether records or photos have been looked at (R71)
 * @param today in the shop’s time zone
 * @param soonest the earliest day that a promise can be kept on; null where nothing is known of that
 * @param most the most money that may be promised without another’s leave; null where nothing is known of that
 */
public record Matter(
        Person customer,
        Set<String> numbers,
        List<String> articles,
        @Nullable String asked,
        boolean causeKnown,
        boolean evidenceSeen,
        LocalDate today,
        @Nullable LocalDate soonest,
        @Nullable Money most,
        Others others) {

    /** The same, with what the customer said last and nobody has answered. */
    public Matter asking(@Nullable String words) {
        return new Matter(customer, numbers, articles, words, causeKnown, evidenceSeen, today, soonest, most, others);
    }

    /**
     * Whom the message goes to.
     *
     * @param address parts of the address that the goods went to
     */
    public record Person(
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            List<String> address) {}

    /**
     * What may never stand in it: other customers of the same matter, such as the other side of a swap (F12), and colleagues
     * who touched the parcel (F11).
     *
     * @param people other customers
     * @param numbers their claim, order and tracking numbers
     * @param colleagues names of staff who picked, packed or carried
     */
    public record Others(List<Person> people, Set<String> numbers, Set<String> colleagues) {
        public static Others nobody() {
            return new Others(List.of(), Set.of(), Set.of());
        }
    }
}
