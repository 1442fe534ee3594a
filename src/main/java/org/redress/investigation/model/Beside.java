package org.redress.investigation.model;

/** What is known of a claim besides its clues, each with a row of its own in the evidence model. */
enum Beside {
    /** The parcel held something else than ordered when it was weighed: for {@link Signs#weightRatio}. */
    INSIDE,
    /** The goods came from a warehouse of the merchant's own, and not from a supplier who sends for it. */
    OWN_STOCK,
    /** The customer says themselves that what came is what they ordered: it stands in for E2. */
    SAID,
    /** The claim is that the whole parcel is another's. */
    WHOLE_PARCEL;

    static final int COUNT = 4;

    @SuppressWarnings("EnumOrdinal")
    int index() {
        return ordinal();
    }
}
