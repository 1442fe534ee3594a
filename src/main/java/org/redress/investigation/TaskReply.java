package org.redress.investigation;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/** What whoever was asked has found. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
public sealed interface TaskReply {
    /**
     * @param units of the article in the slot
     * @param others of the other article there; null where nobody has looked
     * @param books how many units the books say are there; null where that is not known
     */
    record Counted(
            int units, @Nullable Integer others, @Nullable Integer books) implements TaskReply {}

    record Weighed(int grams) implements TaskReply {}

    /** Yes or no; of what was to be done: done, or not found. */
    record Said(boolean yes) implements TaskReply {}

    /** Is an answer too, and tells nothing. */
    record CannotTell() implements TaskReply {}
}
