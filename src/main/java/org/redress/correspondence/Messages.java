package org.redress.correspondence;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Actor;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Page;

/** What is said between a merchant and its customers, claim by claim. */
public interface Messages {
    /** Characters of one message (contract.md). */
    int LONGEST = 10_000;

    /** Everything said on a claim, the oldest first. */
    List<Message> ofClaim(MerchantId merchant, UUID claim);

    /**
     * The same page by page.
     *
     * @param after the last page's {@code next}, or null for the first
     * @throws org.redress.kernel.Refused INVALID with {@code /after} where that is none of this claim's
     */
    Page<Message> page(MerchantId merchant, UUID claim, @Nullable String after, int limit);

    /**
     * Says something on a claim. From the customer it also answers what they were asked, where the claim waits for that;
     * from staff it also goes out by e-mail or as a short text, where that is possible.
     *
     * @param id of the new message, made when its form was drawn: sent twice it is said once
     * @throws org.redress.kernel.Refused ABSENT, INVALID with the field {@code /message}, TOO_MANY where a customer
     *     writes very often
     */
    void write(MerchantId merchant, UUID claim, UUID id, String text, Actor author);

    /**
     * Says what a customer has said to a program of the merchant's, and answers how it stands on the claim.
     *
     * @throws org.redress.kernel.Refused as {@link #write}, and INVALID with {@code /id} where the id stands for something
     *     else that was said
     */
    Message hear(MerchantId merchant, UUID claim, UUID id, String text, Actor.Program author);
}
