package org.redress.correspondence;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a template may leave open for a case to fill: this list and nothing else. None of them knows another customer, or
 * a colleague who touched the parcel (domain.md F11, F12).
 */
public enum TemplateGap {
    CUSTOMER_NAME("customer.name"),
    CLAIM_NUMBER("claim.number"),
    ORDER_NUMBER("order.number"),
    ORDERED("ordered"),
    CAME("came"),
    /** What the customer would like. */
    DEMAND("demand"),
    /** The problem in our words (R66, R68). */
    PROBLEM("problem"),
    /** That we know how much hangs on it (R68). */
    SERIOUSNESS("seriousness"),
    APOLOGY("apology"),
    /** What of records and files was looked at, and what it says (R71). */
    EVIDENCE("evidence"),
    /** How it happened, in the words of the process and not of a person (R70, F11). */
    CAUSE("cause"),
    /** What was done so that it does not happen again (R70). */
    PREVENTION("prevention"),
    /** What is offered or agreed, a row each with its amount (R69). */
    REMEDY("remedy"),
    OFFER_UNTIL("offer.until"),
    /** What the customer has received. */
    DONE("done"),
    /** Until when we owe the next step. */
    PROMISE_DUE("promise.due"),
    /** Until when we ask for an answer. */
    ANSWER_DUE("answer.due"),
    /** What the customer was asked for. */
    ASKED("asked"),
    /** Why a claim was turned down (F6). */
    REASON("reason"),
    /** Where the customer can go outside. */
    ROUTES("routes"),
    /** How the page of the claim is called; no address, for that is a key to it. */
    LINK("link"),
    SHOP_NAME("shop.name"),
    AGENT_NAME("agent.name");

    private final String word;

    TemplateGap(String word) {
        this.word = word;
    }

    /** As it stands between double braces. */
    public String word() {
        return word;
    }

    public static Optional<TemplateGap> of(String word) {
        return Arrays.stream(values()).filter(gap -> gap.word.equals(word)).findFirst();
    }
}
