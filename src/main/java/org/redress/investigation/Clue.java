package org.redress.investigation;

/**
 * What is looked for in the records, each true, false or not known (domain.md section 3, E1-E18). Those of one
 * {@link Group} hang together and count together.
 */
public enum Clue {
    /** E1: the article's own barcode was scanned at the pick and matched the line. */
    ITEM_SCANNED(Group.HANDLING),
    /** E2: what came carries the barcode of what was ordered. */
    CODE_AS_ORDERED(Group.CODE),
    /** E3: what came lies within two metres of what was ordered. */
    SLOT_NEAR(Group.LIKENESS),
    /** E4: what came is a variant or pack of what was ordered. */
    SIBLING(Group.LIKENESS),
    /** E5: the parcel did not weigh what the order should. */
    WEIGHT_OFF(Group.WEIGHT),
    /** E6: the carrier's scale and the bench's disagree. */
    SCALES_DISAGREE(Group.CARRIER_WEIGHT),
    /** E7: an order at the same bench or in the same wave held what came. */
    HELD_BY_NEIGHBOUR(Group.EXCHANGE),
    /** E8: that order's customer complains, or its parcel's weight mismatches back. */
    NEIGHBOUR_MISMATCH(Group.EXCHANGE),
    /** E9: the photographed outer label is another parcel's. */
    OTHER_LABEL(Group.DELIVERY),
    /** E10: the packing slip inside names another order. */
    OTHER_SLIP(Group.EXCHANGE),
    /** E11: the same articles were mixed up in other claims of a fortnight, by other pickers. */
    REPEATED(Group.REPETITION),
    /** E12: a recount finds the ordered slot too full and the received article's short. */
    STOCK_SHIFTED(Group.RECOUNT),
    /** E13: a recount finds what came in the slot of what was ordered. */
    STRANGER_IN_SLOT(Group.RECOUNT),
    /** E14: the lot came in mixed, or was labelled anew. */
    INBOUND_DOUBT(Group.INBOUND),
    /** E15: the picker found too few, overrode the scanner or took something else; or a count had just found more. */
    PICK_DOUBT(Group.HANDLING),
    /** E16: the warehouse was told another article than the customer ordered. */
    LINES_DIFFER(Group.ORDER_DATA),
    /** E17: it was delivered elsewhere, or sorted wrongly on the way. */
    DELIVERY_DOUBT(Group.DELIVERY),
    /** E18: the picture was seen before, or taken before the delivery. */
    PICTURE_DOUBT(Group.PICTURE);

    public static final int COUNT = 18;

    /** What hangs together counts at most fifty to one (domain.md section 3, rule 2). */
    public enum Group {
        HANDLING,
        CODE,
        LIKENESS,
        WEIGHT,
        CARRIER_WEIGHT,
        EXCHANGE,
        DELIVERY,
        REPETITION,
        RECOUNT,
        INBOUND,
        ORDER_DATA,
        PICTURE;

        public static final int COUNT = 12;

        /** Its place in the arrays of the inference. */
        @SuppressWarnings("EnumOrdinal")
        public int index() {
            return ordinal();
        }
    }

    private final Group group;

    Clue(Group group) {
        this.group = group;
    }

    /** Its place in the arrays of the inference. */
    @SuppressWarnings("EnumOrdinal")
    public int index() {
        return ordinal();
    }

    public Group group() {
        return group;
    }

    /** As outside clients see it: {@code E1} … {@code E18}. */
    public String code() {
        return "E" + (index() + 1);
    }
}
