package org.redress.investigation;

/** What should have caught it before the parcel left (contract.md, {@code escape}; domain.md section 3, rule 7). */
public enum Control {
    /** The article's barcode at the pick. */
    SCAN,
    /** The scale at the bench. */
    WEIGHT,
    /** The count of a slot. */
    COUNT,
    /** The look at what comes in: from a supplier, or labelled in the house. */
    AUDIT,
    /** The label against what is in the box. */
    LABEL_CHECK,
    /** The warehouse's lines against the order. */
    ORDER_CHECK,
    /** The listing against the article. */
    LISTING_CHECK,
    /** Whoever hands a parcel over. */
    HAND_OVER_CHECK
}
