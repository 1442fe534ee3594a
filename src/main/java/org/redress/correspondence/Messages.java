package org.redress.correspondence;

import java.util.List;
import java.util.UUID;
import org.redress.kernel.Actor;
import org.redress.kernel.MerchantId;

/** What is said between a merchant and its customers, claim by claim. */
public interface Messages {
    /** Characters of one message (contract.md). */
    int LONGEST = 10_000;

    /** Everything said on a claim, the oldest first. */
    List<Message> ofClaim(MerchantId merchant, UUID claim);

    /**
     * Says something on a claim. From the customer it also answers what they were asked, where the claim waits for that;
     * from staff it also goes out by e-mail, where that is possible.
     *
     * @param id of the new message, made when its form was drawn: sent twice it is said once
     * @throws org.redress.kernel.Refused ABSENT, INVALID with the field {@code /message}, TOO_MANY where a customer
     *     writes very often
     */
    void write(MerchantId merchant, UUID claim, UUID id, String text, Actor author);
}
