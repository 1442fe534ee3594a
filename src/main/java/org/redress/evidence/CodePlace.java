package org.redress.evidence;

import java.util.List;

/**
 * Where a code stands in the upright picture, for people who want to see what was read.
 *
 * @param text as {@link EvidenceItem.Barcode#text()}
 * @param corners four, one after the other around the code
 */
public record CodePlace(String text, List<Corner> corners) {
    /** Shares of the width from the left and of the height from the top, each from 0 to 1. */
    public record Corner(double x, double y) {}

    public CodePlace {
        corners = List.copyOf(corners);
    }
}
