package org.redress.correspondence;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Actor;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Page;

/** What is said between a merchant and its customers, claim by claim. */
public interface Messages {
    /** Characters of one message (contract.md). */
    int LONGEST = 10_000;

    /**
     * What was said last, the oldest of it first. What was said before that is the next page.
     *
     * @param after the last page's {@code next}, or null for the end of the conversation
     * @throws org.redress.kernel.Refused INVALID with {@code /after} where that is none of this claim's
     */
    Page<Message> newest(MerchantId merchant, UUID claim, @Nullable String after, int limit);

    /** Everything said on a claim, the oldest first: read page by page while somebody walks through it. */
    default Stream<Message> all(MerchantId merchant, UUID claim) {
        return Stream.iterate(
                        Optional.of(page(merchant, claim, null, Page.LARGEST)),
                        Optional::isPresent,
                        read -> read.map(Page::next).map(next -> page(merchant, claim, next, Page.LARGEST)))
                .flatMap(Optional::stream)
                .flatMap(read -> read.items().stream());
    }

    /**
     * Everything said on a claim, the oldest first, page by page.
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
     * What the customer wrote needs no answer, as somebody says who has read it.
     *
     * @param read the last message that they have read
     * @return false, and nothing is changed, where the customer has written since
     */
    boolean needsNoReply(MerchantId merchant, UUID claim, @Nullable UUID read);

    /**
     * Says what a customer has said to a program of the merchant's, and answers how it stands on the claim.
     *
     * @throws org.redress.kernel.Refused as {@link #write}, and INVALID with {@code /id} where the id stands for something
     *     else that was said
     */
    Message hear(MerchantId merchant, UUID claim, UUID id, String text, Actor.Program author);
}
