package org.redress.rehearsal.model;

import org.redress.orders.Product;

/**
 * A product and how it looks on a photograph.
 *
 * @param rgb its colour
 */
public record Article(Product product, Shape shape, int rgb) {
    /** What is drawn for it. */
    public enum Shape {
        MUG,
        BOWL,
        PLATE,
        POT,
        TIN,
        CLOTH,
        APRON,
        CUSHION,
        BOOK,
        STICK,
        CANDLE,
        LAMP,
        DIAL,
        JAR,
        BOARD,
        FLASK
    }

    /** A product of which nothing is known but its record: a plain tin. */
    public static Article plain(Product product) {
        return new Article(product, Shape.TIN, 0x6F8FAF);
    }
}
