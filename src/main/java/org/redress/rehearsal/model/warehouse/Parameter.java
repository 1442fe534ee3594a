package org.redress.rehearsal.model.warehouse;

/**
 * Every rate, noise and spread of the simulated merchant. Unless a source is named, a value is an estimate of what such
 * merchants show (as those of domain.md section 3 are), which is why figures of accuracy are taken with drawn ones.
 */
public enum Parameter {
    /**
     * Orders that go wrong and are claimed. Real merchants see 0.1 to 0.5 % (domain.md section 4); raised about tenfold so
     * that a season is short; so shelves differ from the books about as much more often. Not drawn.
     */
    MISHAPS(0.04, Unit.SHARE, 0),

    // What is sold
    ARTICLES(1200, Unit.COUNT, 0.2),
    DROP_SHIPPED(0.06, Unit.SHARE, 0.3),
    /** Articles that have siblings: size, colour, pack. */
    IN_FAMILIES(0.45, Unit.SHARE, 0.3),
    /** Among siblings; nine per cent of one seller’s pairs in one category weigh the same (domain.md, Olist). */
    SAME_WEIGHT(0.25, Unit.SHARE, 0.4),
    /** Standard deviation of the logarithm of a sibling’s weight. */
    SIBLING_WEIGHT(0.15, Unit.FACTOR, 0.3),
    /** Siblings that are packs of two to six. */
    PACKS(0.12, Unit.SHARE, 0.4),
    GTIN_UNKNOWN(0.03, Unit.SHARE, 0.5),
    WEIGHT_UNKNOWN(0.04, Unit.SHARE, 0.5),
    /** Articles whose weight on record is off by a tenth or more. */
    WEIGHT_WRONG(0.03, Unit.SHARE, 0.5),
    /** Articles that lie in the second warehouse. */
    SECOND_WAREHOUSE(0.3, Unit.SHARE, 0.3),
    /** Articles sent wrongly by a supplier that are a sibling, where there is one. */
    SUPPLIER_SIBLING(0.6, Unit.SHARE, 0.4),
    /** How long a listing shows another article. Median. */
    LISTED_WRONGLY(24, Unit.HOURS, 0.3),
    /** How long the warehouse is told another article. Median. */
    MAPPED_WRONGLY(8, Unit.HOURS, 0.3),
    /** People whom either touches before somebody sees it. Median. */
    FOUND_AFTER(7, Unit.COUNT, 0.3),
    /** Orders told wrongly that were one by one, edited after the payment. */
    EDITED(0.4, Unit.SHARE, 0.4),
    /** Median of lines in an order: of the shape of Online Retail, but as consumers buy. */
    BASKET(2.0, Unit.COUNT, 0.2),

    // The floor
    BAY(1.0, Unit.METRES, 0.2),
    AISLE(3.0, Unit.METRES, 0.1),
    SHARED_SLOTS(0.03, Unit.SHARE, 0.5),
    /** Siblings that lie next to each other. */
    SIBLINGS_TOGETHER(0.75, Unit.SHARE, 0.4),
    /** In each warehouse. */
    PICKERS(9, Unit.COUNT, 0.2),
    /** In each warehouse. */
    BENCHES(5, Unit.COUNT, 0.2),
    BATCH(16, Unit.COUNT, 0.2),
    WALL_CELLS(40, Unit.COUNT, 0.2),
    SECONDS_A_PICK(22, Unit.SECONDS, 0.2),
    SECONDS_A_PARCEL(70, Unit.SECONDS, 0.2),

    // Hands and scanners
    /** Picks at which the article’s barcode is scanned. */
    SCANS_ARTICLE(0.62, Unit.SHARE, 0.5),
    /** Of the other picks, those at which the slot’s is. */
    SCANS_SLOT(0.72, Unit.SHARE, 0.4),
    /** Scans of the article that cover each unit, not the first only. */
    SCANS_EACH(0.25, Unit.SHARE, 0.5),
    /** How alike pickers are: pseudo-counts. */
    LIKE_HABITS(12, Unit.COUNT, 0.3),
    /** Beeps at a mismatch that are confirmed by hand. */
    OVERRIDES(0.1, Unit.SHARE, 0.5),
    /** Scans of the right article that had to be confirmed by hand: no barcode, or none that reads. */
    UNREADABLE(0.012, Unit.SHARE, 0.4),
    /** How far a hand errs. */
    REACH(0.8, Unit.METRES, 0.25),
    /** Strangers in a slot that the picker sees. */
    SEES_STRANGER(0.3, Unit.SHARE, 0.4),
    /** The same where it is a sibling. */
    SEES_SIBLING(0.06, Unit.SHARE, 0.4),
    /** By how much fewer are seen where the label is as it should be. */
    LABEL_BELIEVED(0.4, Unit.SHARE, 0.3),
    /** Strangers seen whose slot is then cleared. */
    CLEARS(0.12, Unit.SHARE, 0.4),
    /** Hands that err by all units of a line of several. */
    ALL_UNITS(0.6, Unit.SHARE, 0.3),

    // Stock
    COVER(3, Unit.DAYS, 0.2),
    NEW_LOT(0.35, Unit.SHARE, 0.3),
    LABELLED_IN_HOUSE(0.1, Unit.SHARE, 0.4),
    /** Lots that are labelled once more, for no mishap’s sake. */
    RELABELLED(0.015, Unit.SHARE, 0.4),
    /** Cartons with strangers that are found at the putaway, noted and set right. */
    MIXED_CARTON(0.015, Unit.SHARE, 0.4),
    /** Putaways after which a returned unit goes back on the shelf. */
    RESTOCKED(0.12, Unit.SHARE, 0.3),
    /** Slots counted in a day. */
    COUNTED(0.1, Unit.SHARE, 0.3),
    MISCOUNTED(0.05, Unit.SHARE, 0.4),
    /** Slots from which a unit gets lost in a day. */
    LOST(0.006, Unit.SHARE, 0.4),
    /** Misplaced putaways that came as strangers in a carton, not as a carton in the wrong slot. */
    CAME_MIXED(0.4, Unit.SHARE, 0.4),
    /** Those of which the records tell. */
    STRANGER_NOTED(0.25, Unit.SHARE, 0.4),
    /** Cartons in the wrong slot that are in a sibling’s, where there is one. */
    ASTRAY_TO_SIBLING(0.3, Unit.SHARE, 0.4),
    /** Units with a wrong label that are a sibling, where there is one. */
    WRONG_LABEL_SIBLING(0.65, Unit.SHARE, 0.4),
    /** Wrong labels that were ours. */
    LABELLED_BY_US(0.45, Unit.SHARE, 0.4),
    /** Units that such a label gets on, until the roll is changed. */
    WRONG_LABELS(9, Unit.COUNT, 0.3),
    /** Units of the lot that they are among. */
    LOT_WRONG(0.4, Unit.SHARE, 0.4),
    /** Wrong labels under which the article’s own barcode shows. */
    OWN_CODE_SHOWS(0.4, Unit.SHARE, 0.4),
    /** Empty slots that should not be, at which the picker takes something else. */
    SUBSTITUTES(0.5, Unit.SHARE, 0.3),
    /** Of what is taken instead, where there is one. */
    SUBSTITUTE_SIBLING(0.7, Unit.SHARE, 0.4),
    /** Short picks that are noted as such. */
    SHORT_NOTED(0.6, Unit.SHARE, 0.4),

    // Wall and bench
    ONE_WAY(0.25, Unit.SHARE, 0.4),
    THREE_WAY(0.12, Unit.SHARE, 0.4),
    /** Label swaps that run through three parcels or more. */
    LONG_SHIFT(0.2, Unit.SHARE, 0.4),
    /** Benches that weigh the labelled parcel, not the open box. */
    WEIGHS_LABELLED(0.5, Unit.SHARE, 0.4),
    WITH_SLIP(0.9, Unit.SHARE, 0.3),
    /** Slips that go with the label, not with the goods. */
    SLIP_WITH_LABEL(0.1, Unit.SHARE, 0.4),
    /** Standard deviation of one unit’s weight, as a share of it. */
    UNIT_WEIGHT(0.01, Unit.FACTOR, 0.3),
    /** Standard deviation of carton and filling. */
    PACKAGING(11, Unit.GRAMS, 0.3),
    SCALE(4, Unit.GRAMS, 0.3),
    /** Standard deviation of what a bench’s scale always says too much. */
    SCALE_BIAS(5, Unit.GRAMS, 0.3),
    UNWEIGHED(0.1, Unit.SHARE, 0.5),

    // On record
    PICK_RECORDED(0.97, Unit.SHARE, 0.5),
    DELIVERY_RECORDED(0.93, Unit.SHARE, 0.5),
    DISTANCE_RECORDED(0.7, Unit.SHARE, 0.5),
    CARRIER_WEIGHS(0.6, Unit.SHARE, 0.5),
    /** Shipments written from the warehouse’s lines, not from the order’s. */
    SHIPMENT_AS_PICKED(0.7, Unit.SHARE, 0.4),

    // The carrier
    CARRIER_SCALE(12, Unit.GRAMS, 0.3),
    CARRIER_BIAS(6, Unit.GRAMS, 0.3),
    MISSORTS(0.012, Unit.SHARE, 0.4),
    /** Parcels mixed up that a sorter had noted. */
    MISSORT_NOTED(0.35, Unit.SHARE, 0.4),
    /** Parcels mixed up by a new label at the hub, not at the door. */
    RELABELS(0.3, Unit.SHARE, 0.4),
    /** New labels put on before the carrier’s scale. */
    RELABELS_FIRST(0.5, Unit.SHARE, 0.4),
    /** Median distance of two doors that are mixed up. */
    DOORS(140, Unit.METRES, 0.3),
    /** Mean error of where a delivery is said to be. */
    POSITION(9, Unit.METRES, 0.3),
    /** Positions that are far off for no reason. */
    POSITION_LOST(0.02, Unit.SHARE, 0.4),
    /** Recipients who mistake a parcel where many lie: a shop, a lobby. */
    COLLECTED(0.4, Unit.SHARE, 0.4),

    // The customer
    /** Errors that are reported; 44 to 60 % are not (Cisco-Eagle, after domain.md section 3). */
    REPORTED(0.48, Unit.SHARE, 0.25),
    /** Median. */
    REPORTED_AFTER(1.3, Unit.DAYS, 0.3),
    /** Customers who name what came by the merchant’s own number. */
    NAMES_ARTICLE(0.3, Unit.SHARE, 0.4),
    /** Of the others, those who type its barcode. */
    TYPES_BARCODE(0.2, Unit.SHARE, 0.4),
    SHOWS_ITEM(0.6, Unit.SHARE, 0.4),
    SHOWS_BARCODE(0.42, Unit.SHARE, 0.4),
    SHOWS_LABEL(0.3, Unit.SHARE, 0.4),
    SHOWS_SLIP(0.2, Unit.SHARE, 0.4),
    /** Barcodes on a photograph that are read (ZXing’s floors on EAN-13 and Code 128, docs/generated/barcodes.md). */
    BARCODE_READ(0.78, Unit.SHARE, 0.3),
    CAMERA_TIME(0.55, Unit.SHARE, 0.4),
    /** Cameras whose clock is days behind. */
    CAMERA_LATE(0.005, Unit.SHARE, 0.4),
    /** Pictures that were in an earlier claim, for no mischief’s sake. */
    PICTURE_AGAIN(0.003, Unit.SHARE, 0.4),
    /** Buyers whom a wrong listing misleads. */
    MISLED(0.55, Unit.SHARE, 0.3),
    /** Wishes that are a sibling of what was ordered. */
    WANTED_SIBLING(0.8, Unit.SHARE, 0.3),
    FALSE_PICTURE_AGAIN(0.3, Unit.SHARE, 0.4),
    FALSE_PICTURE_OLD(0.25, Unit.SHARE, 0.4),

    /** False claimants who show what they really got. */
    FALSE_SHOWS_ORDERED(0.3, Unit.SHARE, 0.4),

    // What is found later
    RECOUNTED_AFTER(20, Unit.HOURS, 0.3),
    RECOUNT_WRONG(0.06, Unit.SHARE, 0.4),
    /** Strangers that whoever counts takes for the slot’s own. */
    STRANGER_OVERLOOKED(0.12, Unit.SHARE, 0.4),
    RETURNED_AFTER(6, Unit.DAYS, 0.3),
    /** Returned goods that are told by their label, whatever they are. */
    INSPECTED_BY_LABEL(0.06, Unit.SHARE, 0.4),
    /** False claimants who send nothing back. */
    NOTHING_BACK(0.4, Unit.SHARE, 0.4);

    /** What a value is counted in. */
    public enum Unit {
        /** From 0 to 1. */
        SHARE,
        COUNT,
        FACTOR,
        GRAMS,
        METRES,
        SECONDS,
        HOURS,
        DAYS
    }

    private final double usual;
    private final Unit unit;
    private final double spread;

    Parameter(double usual, Unit unit, double spread) {
        this.usual = usual;
        this.unit = unit;
        this.spread = spread;
    }

    public double usual() {
        return usual;
    }

    public Unit unit() {
        return unit;
    }

    /** Standard deviation from merchant to merchant: of a share’s log-odds, of anything else’s logarithm. */
    public double spread() {
        return spread;
    }

    @SuppressWarnings("EnumOrdinal")
    int index() {
        return ordinal();
    }

    /** @param deviations how many standard deviations from the usual */
    double at(double deviations) {
        double away = spread * deviations;
        if (spread == 0) {
            return usual;
        }
        return unit == Unit.SHARE ? 1 / (1 + Math.exp(-Math.log(usual / (1 - usual)) - away)) : usual * Math.exp(away);
    }
}
