package org.redress.rehearsal;

/** What somebody can learn on a case whose truth is known: each is one way in which a wrong parcel comes about, or does not. */
public enum Lesson {
    /** The picker took from the next slot, and waved the scanner’s no aside. */
    NEIGHBOUR,
    /** Another size of the same article: the scale at the bench knew it. */
    WRONG_SIZE,
    /** Two parcels wear each other’s labels: there is a second customer. */
    CROSSED_LABELS,
    /** Put away in the wrong slot: what is sent again from there is wrong again. */
    WRONG_SHELF,
    /** Something was left out. */
    ONE_SHORT,
    /** What was ordered came: the customer ordered something else than they meant. */
    OWN_MISTAKE,
    /** The photo shows nothing that can be read. */
    DARK_PHOTO,
    /** What came can hurt whoever eats it. */
    ALLERGEN,
    /** We erred, and the customer shouts. */
    ANGRY,
    /** The goods went back, and the money has not come. */
    WHERE_IS_MY_MONEY
}
