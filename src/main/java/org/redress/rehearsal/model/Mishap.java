package org.redress.rehearsal.model;

import java.util.List;

/**
 * Orders of the sample shops that went wrong. The first ones become the sample claims; the last four wait for a newcomer
 * who tries the portal.
 */
public enum Mishap {
    BLUE_FOR_RED(Shop.HEARTH, 3, "MUG-RED-350x1 TWL-MUSx2"),
    APRON_TOO_SMALL(Shop.HEARTH, 6, "APR-NAV-LXx1"),
    CANDLE_MISSING(Shop.HEARTH, 5, "CND-FIGx2 CND-LAVx1 TEA-EGR-100x1"),
    JAR_TOO_MANY(Shop.HEARTH, 4, "JAR-500x3 JAR-1000x1"),
    SOMEBODY_ELSES_PARCEL(Shop.HEARTH, 8, "TPT-GRN-600x1 TEA-DAR-250x1"),
    CUP_COLOUR(Shop.SHIWU, 5, "BEI-GRN-350x2"),
    TEA_LEAF(Shop.SHIWU, 14, "CHA-LJG-125x1 GWN-CEL-150x1"),
    LAMP_FINISH(Shop.HEARTH, 9, "LMP-BRSx1"),
    PLATES_SHORT(Shop.HEARTH, 17, "PLT-GRY-27x6 BWL-GRYx6"),
    CUSHION_SHADE(Shop.HEARTH, 26, "CSH-GRY-45x2"),
    ALMOND_FOR_BUTTER(Shop.HEARTH, 4, "SHB-BTR-400x2 TEA-EBR-250x1"),
    NOTEBOOK_BLURRED(Shop.HEARTH, 3, "NBK-GRN-A5x1 PEN-BLKx2"),
    JOURNAL_SIZE(Shop.SHIWU, 6, "SZB-BLU-A5x2 MBI-Sx1"),
    TOWEL_MISSING(Shop.SHIWU, 12, "MJN-PNK-Lx2 MJN-GRY-Sx4"),
    FLASK_SIZE(Shop.SHIWU, 4, "BWB-WHT-500x1"),

    TRY_MUG(Shop.HEARTH, 4, "MUG-RED-350x1 TEA-EBR-100x1"),
    TRY_NOTEBOOK(Shop.HEARTH, 5, "NBK-BLU-A5x2 PEN-BLUx1"),
    TRY_CUP(Shop.SHIWU, 4, "BEI-RED-350x1 CHA-TGY-50x1"),
    TRY_TOWEL(Shop.SHIWU, 6, "MJN-PNK-Lx1 XUN-GUIx1");

    private final Shop shop;
    private final int daysAgo;
    private final String ordered;

    Mishap(Shop shop, int daysAgo, String ordered) {
        this.shop = shop;
        this.daysAgo = daysAgo;
        this.ordered = ordered;
    }

    public Shop shop() {
        return shop;
    }

    int daysAgo() {
        return daysAgo;
    }

    List<Wanted> ordered(Catalogue catalogue) {
        return List.of(ordered.split(" ", -1)).stream()
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
