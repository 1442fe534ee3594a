package org.redress.claims;

/** How goods that came back compare with what the claim says the customer held. It judges nobody. */
public enum ReturnMatch {
    SAME,
    OTHER_ARTICLE,
    FEWER,
    MORE,
    NOTHING_CAME,
    /** The claim does not say what came, so there is nothing to compare with. */
    UNKNOWN;

    /** Whether somebody has to look: what was claimed and what came back are not the same. */
    public boolean asksAgain() {
        return this != SAME && this != UNKNOWN;
    }
}
