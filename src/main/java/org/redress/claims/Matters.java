package org.redress.claims;

import org.jspecify.annotations.Nullable;
import org.redress.manners.Matter;

/** What is known of a claim when somebody writes to its customer, and what may not be told to them. */
public interface Matters {
    /** Nothing that the customer asked stands in it: what was said is known above. */
    Matter of(Claim claim);

    /**
     * Makes sure that words which go to the customer give away nothing of another customer, nor who of the staff did it
     * (domain.md R14, F11, F12). Nothing is checked where there are no words.
     *
     * @param pointer of the field that they stand in
     * @throws org.redress.kernel.Refused INVALID with that field and the code CONFIDENTIAL
     */
    void checkConfidential(Claim claim, @Nullable String words, String pointer);
}
