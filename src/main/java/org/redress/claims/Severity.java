package org.redress.claims;

/** How much hangs on a claim, as first looked at (domain.md S4). The gravest first. */
public enum Severity {
    /** Something dangerous is in the customer's hands: before all others, and the goods are held at once. */
    SAFETY,
    /** Somebody else's parcel, much money, or the second time that something went wrong. */
    HIGH,
    NORMAL,
    /** Nothing that was ordered is lacking. */
    LOW
}
