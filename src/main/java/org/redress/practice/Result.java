package org.redress.practice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a play was worth, each part 0 to 100.
 *
 * @param courtesy null where nobody was there to read the messages
 * @param rating the customer’s, 1 (very unhappy) to 5 (very satisfied)
 */
public record Result(
        int facts, int fairness, int time, @Nullable Integer courtesy, int rating, List<Reason> reasons) {
    public @Nullable Integer of(Part part) {
        return switch (part) {
            case FACTS -> facts;
            case FAIRNESS -> fairness;
            case TIME -> time;
            case COURTESY -> courtesy;
        };
    }

    /** The mean of the parts that were measured. */
    public int total() {
        return courtesy == null
                ? Math.round((facts + fairness + time) / 3f)
                : Math.round((facts + fairness + time + courtesy) / 4f);
    }
}
