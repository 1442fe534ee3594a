package org.redress.rehearsal.model;

import java.util.List;

/**
 * Orders of the sample shops that went wrong. The first ones become the sample claims; the last four wait for a newcomer
 * who tries the portal.
 */
public enum Mishap {
    BLUE_FOR_RED(Shop.HEARTH, 3, "MUG-RED-350x1 TWL-MUSx2", "MUG-BLU-350x1 TWL-MUSx2", Trace.SILENT),
    APRON_TOO_SMALL(Shop.HEARTH, 6, "APR-NAV-LXx1", "APR-NAV-SMx1", Trace.SILENT),
    CANDLE_MISSING(Shop.HEARTH, 5, "CND-FIGx2 CND-LAVx1 TEA-EGR-100x1", "CND-FIGx2 TEA-EGR-100x1", Trace.SCALE),
    JAR_TOO_MANY(Shop.HEARTH, 4, "JAR-500x3 JAR-1000x1", "JAR-500x3 JAR-1000x1 JAR-1500x1", Trace.SILENT),
    SOMEBODY_ELSES_PARCEL(Shop.HEARTH, 8, "TPT-GRN-600x1 TEA-DAR-250x1", "BWL-GRYx3", Trace.SILENT),
    CUP_COLOUR(Shop.SHIWU, 5, "BEI-GRN-350x2", "BEI-BLU-350x2", Trace.SILENT),
    TEA_LEAF(Shop.SHIWU, 14, "CHA-LJG-125x1 GWN-CEL-150x1", "CHA-ZSX-125x1 GWN-CEL-150x1", Trace.SILENT),
    LAMP_FINISH(Shop.HEARTH, 9, "LMP-BRSx1", "LMP-WHTx1", Trace.SILENT),
    PLATES_SHORT(Shop.HEARTH, 17, "PLT-GRY-27x6 BWL-GRYx6", "PLT-GRY-27x4 BWL-GRYx6", Trace.SCALE),
    CUSHION_SHADE(Shop.HEARTH, 26, "CSH-GRY-45x2", "CSH-GRY-45x2", Trace.SILENT),
    ALMOND_FOR_BUTTER(Shop.HEARTH, 4, "SHB-BTR-400x2 TEA-EBR-250x1", "SHB-ALM-400x2 TEA-EBR-250x1", Trace.SILENT),
    NOTEBOOK_BLURRED(Shop.HEARTH, 3, "NBK-GRN-A5x1 PEN-BLKx2", "NBK-RED-A5x1 PEN-BLKx2", Trace.SILENT),
    JOURNAL_SIZE(Shop.SHIWU, 6, "SZB-BLU-A5x2 MBI-Sx1", "SZB-BLU-A6x2 MBI-Sx1", Trace.SCALE),
    TOWEL_MISSING(Shop.SHIWU, 12, "MJN-PNK-Lx2 MJN-GRY-Sx4", "MJN-PNK-Lx1 MJN-GRY-Sx4", Trace.SCALE),
    FLASK_SIZE(Shop.SHIWU, 4, "BWB-WHT-500x1", "BWB-WHT-350x1", Trace.SILENT),

    TRY_MUG(Shop.HEARTH, 4, "MUG-RED-350x1 TEA-EBR-100x1", "MUG-BLU-350x1 TEA-EBR-100x1", Trace.BENCH),
    TRY_NOTEBOOK(Shop.HEARTH, 5, "NBK-BLU-A5x2 PEN-BLUx1", "NBK-BLU-A6x2 PEN-BLUx1", Trace.SCALE),
    TRY_CUP(Shop.SHIWU, 4, "BEI-RED-350x1 CHA-TGY-50x1", "BEI-BLU-350x1 CHA-TGY-50x1", Trace.OVERRIDE),
    TRY_TOWEL(Shop.SHIWU, 6, "MJN-PNK-Lx1 XUN-GUIx1", "XUN-GUIx1", Trace.SCALE);

    private final Shop shop;
    private final int daysAgo;
    private final String ordered;
    private final String sent;
    private final Trace trace;

    Mishap(Shop shop, int daysAgo, String ordered, String sent, Trace trace) {
        this.shop = shop;
        this.daysAgo = daysAgo;
        this.ordered = ordered;
        this.sent = sent;
        this.trace = trace;
    }

    /** What the warehouse's records betray of it. */
    enum Trace {
        /** Only the slot was scanned, the bench trusted the list, and its scale was out of order. */
        SILENT,
        /** The bench weighed the parcel. */
        SCALE,
        /** The bench noted each article that went in, and nobody compared. */
        BENCH,
        /** The picker's scanner said no, and the picker said yes. */
        OVERRIDE
    }

    public Shop shop() {
        return shop;
    }

    int daysAgo() {
        return daysAgo;
    }

    Trace trace() {
        return trace;
    }

    List<Wanted> ordered(Catalogue catalogue) {
        return wanted(catalogue, ordered);
    }

    /** What really went into the parcel. */
    List<Wanted> sent(Catalogue catalogue) {
        return wanted(catalogue, sent);
    }

    static List<Wanted> wanted(Catalogue catalogue, String text) {
        return List.of(text.split(" ", -1)).stream()
                .map(part -> {
                    int mark = part.lastIndexOf('x');
                    return new Wanted(
                            catalogue.article(part.substring(0, mark)), Integer.parseInt(part.substring(mark + 1)));
                })
                .toList();
    }

    /** An article and how many of it. */
    record Wanted(Article article, int quantity) {}
}
