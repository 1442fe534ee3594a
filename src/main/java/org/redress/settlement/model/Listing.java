package org.redress.settlement.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.settlement.Effect;
import org.redress.settlement.Trouble;

/** What a partner answers when it is asked what it did. */
public sealed interface Listing {
    /**
     * One part of the list, in the order of keys.
     *
     * @param next what to ask with for the next part; null at the end
     */
    record Part(List<Effect> effects, @Nullable String next) implements Listing {}

    /** This partner keeps no list. */
    record NotKept() implements Listing {}

    record Unreachable(Trouble why) implements Listing {}
}
