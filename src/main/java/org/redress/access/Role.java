package org.redress.access;

/** What an account or an API key may do. Accounts hold the first four; keys may hold all. */
public enum Role {
    /** Works on claims. */
    AGENT,
    /** Approves above an agent's limit; decides appeals. */
    SUPERVISOR,
    /** Accounts, keys, settings, imports. */
    ADMIN,
    /** Looks where it is asked to: counts a slot, checks a lot. Sees these questions and nothing of a customer. */
    WAREHOUSE,
    /** Programs that bring products, orders and shipments. */
    INTEGRATOR,
    /** A program that may speak for the customer: file a claim, answer an offer. Always recorded as such. */
    CUSTOMER_VOICE;

    /** As Spring Security spells it. */
    public String authority() {
        return "ROLE_" + name();
    }
}
