package org.redress.claims;

/** How an upper floor adds its part to a claim as programs read it, without claims knowing of it: declare a bean. */
public interface RecordPart {
    /** The name of its field, such as {@code messages}. */
    String name();

    /** What REST answers staff's programs with; anything that is written as JSON. */
    Object forStaff(Claim claim);

    /** What of it the customer may have: nothing of costs, of other customers or of who on the staff did it. */
    Object forCustomer(Claim claim);
}
