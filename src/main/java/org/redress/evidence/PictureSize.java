package org.redress.evidence;

/** How large a picture is shown; a smaller original keeps its size. */
public enum PictureSize {
    /** For lists. */
    THUMB(320),
    /** For reading a label. */
    DISPLAY(1600);

    private final int longestSide;

    PictureSize(int longestSide) {
        this.longestSide = longestSide;
    }

    /** In pixels. */
    public int longestSide() {
        return longestSide;
    }
}
