package org.redress.rehearsal.model;

import java.awt.Font;
import java.awt.Graphics2D;

/** Writes what the machine's fonts can write, and nothing else: never an empty box in place of a character. */
final class Lettering {
    private Lettering() {}

    /** Writes the text so that it fits the width; where no font has it, the other text; where neither, nothing. */
    static void write(
            Graphics2D g, String text, String otherwise, int style, double size, double x, double y, double width) {
        if (canWrite(text)) {
            write(g, text, style, size, x, y, width);
        } else if (canWrite(otherwise)) {
            write(g, otherwise, style, size, x, y, width);
        }
    }

    private static void write(Graphics2D g, String text, int style, double size, double x, double y, double width) {
        var font = new Font(Font.SANS_SERIF, style, 1).deriveFont((float) size);
        double needed = font.getStringBounds(text, g.getFontRenderContext()).getWidth();
        g.setFont(needed <= width ? font : font.deriveFont((float) (size * width / needed)));
        g.drawString(text, (float) x, (float) y);
    }

    /** A machine without any font faults on the first question instead of answering it. */
    static boolean canWrite(String text) {
        try {
            return new Font(Font.SANS_SERIF, Font.PLAIN, 12).canDisplayUpTo(text) == -1;
        } catch (RuntimeException | InternalError noFontsAtAll) {
            return false;
        }
    }
}
