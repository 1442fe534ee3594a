package org.redress.correspondence.web;

import java.util.List;
import org.redress.manners.Advice;
import org.redress.manners.Draft;
import org.redress.manners.Rule;

/**
 * What the coach says about what is typed.
 *
 * @param empty whether nothing is typed yet
 * @param read which text it was, so that advice is given once and then left to the writer
 * @param part whether it becomes a part of a letter
 */
public record Coached(boolean empty, String read, Draft.Purpose purpose, boolean part, List<Advice> advice) {
    /** Whether the writer is asked once more before it leaves: it would hurt, or promise what may not be kept. */
    boolean isAskedAbout() {
        return advice.stream().anyMatch(each -> each.rule().kind() != Rule.Kind.MISSING);
    }

    /** Whether it does not leave at all. */
    public boolean isLocked() {
        return advice.stream().anyMatch(Advice::isLock);
    }

    public boolean isFine() {
        return !empty && advice.isEmpty();
    }

    /** As states are drawn. */
    public static String tone(Advice advice) {
        return switch (advice.rule().kind()) {
            case LEAKS -> "differs";
            case HURTS, PROMISES -> "unknown";
            case MISSING -> "quiet";
        };
    }
}
