package org.redress.investigation;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What somebody can be asked for (contract.md, {@code nextEvidence}), with what it costs all of us against one photo. */
public enum NextEvidence {
    OUTER_LABEL_PHOTO(1, Clue.OTHER_LABEL),
    PACKING_SLIP_PHOTO(1, Clue.OTHER_SLIP),
    ITEM_BARCODE_PHOTO(1.5, Clue.CODE_AS_ORDERED),
    /** Whether the order, as the customer placed it, is what the warehouse was told. */
    ORDER_LINES(1.5, Clue.LINES_DIFFER),
    /** Where the carrier delivered it, and how it was sorted. */
    CARRIER_PROOF(2, Clue.DELIVERY_DOUBT),
    CARRIER_WEIGHT(2, Clue.SCALES_DISAGREE),
    /** How the lot of the ordered article came in. */
    LOT_CHECK(3, Clue.INBOUND_DOUBT),
    /** The slots of what was ordered and of what came. */
    RECOUNT(4, Clue.STOCK_SHIFTED, Clue.STRANGER_IN_SLOT),
    /** Whether another parcel of the bench held what came. */
    BENCH_VIDEO(8, Clue.HELD_BY_NEIGHBOUR);

    private final double cost;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable
    private final Set<Clue> clues;

    NextEvidence(double cost, Clue... clues) {
        this.cost = cost;
        this.clues = Set.of(clues);
    }

    /** The task that asks for it; null where it is the customer's to show. */
    public @Nullable TaskQuestion task() {
        return switch (this) {
            case OUTER_LABEL_PHOTO, PACKING_SLIP_PHOTO, ITEM_BARCODE_PHOTO -> null;
            case ORDER_LINES -> TaskQuestion.ORDER_LINES;
            case CARRIER_PROOF -> TaskQuestion.CARRIER_PROOF;
            case CARRIER_WEIGHT -> TaskQuestion.CARRIER_WEIGHT;
            case LOT_CHECK -> TaskQuestion.LOT_CHECK;
            case RECOUNT -> TaskQuestion.RECOUNT;
            case BENCH_VIDEO -> TaskQuestion.BENCH_VIDEO;
        };
    }

    /** As many times the trouble of one photo. */
    public double cost() {
        return cost;
    }

    public Set<Clue> clues() {
        return clues;
    }
}
