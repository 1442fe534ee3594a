package org.redress.kernel;

/** What is wrong with the goods of a line (contract.md). */
public enum Problem {
    WRONG_ITEM,
    WRONG_VARIANT,
    WRONG_QUANTITY,
    MISSING_ITEM,
    EXTRA_ITEM,
    WRONG_PARCEL,
    DAMAGED,
    NOT_RECEIVED,
    LATE;

    /** Damage, loss and delay are handled as their own kinds and never counted as mis-ships (domain.md R23, R25). */
    public boolean isWrongShipment() {
        return this != DAMAGED && this != NOT_RECEIVED && this != LATE;
    }

    /** Whether the customer lacks the right goods; otherwise they have them (late), or have too much. */
    public boolean owesGoods() {
        return this != EXTRA_ITEM && this != LATE;
    }
}
