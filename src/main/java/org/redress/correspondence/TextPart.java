package org.redress.correspondence;

/** A piece of a text that was compared with another. */
public record TextPart(String text, Kind kind) {
    public enum Kind {
        SAME,
        /** Stood before, and does not any more. */
        GONE,
        ADDED
    }
}
