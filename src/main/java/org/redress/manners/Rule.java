package org.redress.manners;

import java.util.List;

/**
 * One rule of good manners. What it is called and why it holds is said under {@code manners.rule.<name>} in the word files.
 *
 * @param name such as {@code BLAMES}
 * @param sources rows of domain.md, such as {@code R72}
 */
public record Rule(String name, Kind kind, List<String> sources) {
    public enum Kind {
        /** Something that should be said is not. */
        MISSING,
        /** Something said hurts. */
        HURTS,
        /** Something is promised that may not be kept. */
        PROMISES,
        /** Something of somebody else is given away: such a message does not leave. */
        LEAKS
    }

    /** Under what it is said in the word files: by itself, and with {@code .why}, {@code .good} and {@code .bad} after it. */
    public String words() {
        return "manners.rule." + name;
    }

    /** Whether a message in which it speaks of what is beyond doubt does not leave. */
    public boolean isLock() {
        return kind == Kind.LEAKS;
    }
}
