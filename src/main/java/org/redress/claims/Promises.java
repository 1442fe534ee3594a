package org.redress.claims;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.redress.claims.ClaimClock.Party;
import org.redress.kernel.Actor;
import org.redress.kernel.MerchantId;

/**
 * Who owes what by when, each promise on a clock of its own. The clocks of a claim's own course follow its moves; what upper
 * floors ask others beside it they start and stop here, in the transaction of their own act.
 */
public interface Promises {
    /** All of them, the open ones first, by their due time. */
    List<ClaimClock> of(MerchantId merchant, UUID claim);

    /**
     * Somebody was asked for something.
     *
     * @param about what was asked; once each
     */
    void asked(MerchantId merchant, UUID claim, UUID about, Party party, Instant at, Instant due);

    /** It was answered, or nobody needs to know any more. */
    void settled(MerchantId merchant, UUID claim, UUID about, boolean answered, Instant at);

    /** The customer has heard from us otherwise than by a move of the claim, such as by a message. */
    void told(MerchantId merchant, UUID claim, Actor by, Instant at);

    /** The customer wrote, and was asked nothing: a person owes them an answer. One runs, however often they write. */
    void wrote(MerchantId merchant, UUID claim, Instant at);

    /** Whoever has read what the customer wrote says that it needs no answer, such as thanks. */
    void needsNoReply(MerchantId merchant, UUID claim, Instant at);

    /** Since when the customers of these claims wait for an answer to what they wrote; one query. The others are absent. */
    Map<UUID, Instant> unanswered(MerchantId merchant, Collection<UUID> claims);

    /** How much of the time for it is used by then. */
    Duration used(MerchantId merchant, ClaimClock clock, Instant at);

    /** What somebody has to look at now. */
    Watch watch(MerchantId merchant);

    /**
     * @param broken what is late and still running, the longest first
     * @param warned what will be late before long, the next first
     * @param lost open claims without a next step, or without a time for it
     * @param unowned claims that have waited long for an agent and have none, the longest first
     * @param stumbled what the product could not do by itself and tries again
     * @param cut whether there is more of any of them than is listed
     */
    record Watch(
            List<Late> broken,
            List<Late> warned,
            List<Claim> lost,
            List<Claim> unowned,
            List<Stumble> stumbled,
            boolean cut) {}

    /** @param number of the claim */
    record Late(UUID claim, String number, ClaimClock clock) {}
}
