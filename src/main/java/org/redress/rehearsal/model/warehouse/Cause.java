package org.redress.rehearsal.model.warehouse;

/**
 * How an order goes wrong, by its code in the contract.
 *
 * <p>The usual weights are the default priors of domain.md section 3 (elicited): the mix of causes among claims.
 */
public enum Cause {
    /** A hand reached into the neighbouring slot. */
    PA(0.19),
    /** A variant, pack or unit of the same family was taken. */
    PV(0.18),
    /** An earlier putaway brought another article into the slot. */
    PU(0.08),
    /** Units of a lot bear another article's label. */
    IL(0.07),
    /** A count found stock that was not there; the picker took something else. */
    CT(0.03),
    /** Goods of orders of one wave were mixed at the put-wall. */
    SO(0.08),
    /** The shipping labels of parcels at one bench were swapped. */
    LS(0.09),
    /** The warehouse was told another article than the customer ordered. */
    OD(0.05),
    /** The customer ordered the wrong thing. */
    CU(0.05),
    /** The listing shows another article. */
    LI(0.04),
    /** The supplier who sends for us sent another article. */
    SU(0.04),
    /** The carrier mixed two parcels up. */
    CA(0.03),
    /** The recipient took a neighbour’s parcel. */
    RC(0.01),
    /** Nothing is wrong but the claim. */
    FC(0.02),
    /** None of these: returned goods in the wrong box, a stray article at the bench. */
    OT(0.04);

    public static final int COUNT = 15;

    private final double usual;

    Cause(double usual) {
        this.usual = usual;
    }

    /** Its share of claims where nothing else is known. */
    public double usual() {
        return usual;
    }

    @SuppressWarnings("EnumOrdinal")
    int index() {
        return ordinal();
    }

    /** Whether the goods are as ordered, whatever the claim says. */
    public boolean isAsOrdered() {
        return this == CU || this == LI || this == FC;
    }
}
