package org.redress.investigation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Phrase;

/**
 * A parcel’s life, from the order to the claim, as far as it is on record. It names places and never people: blaming one
 * takes more than a step that probably went wrong.
 *
 * @param stretches in the order of the process, which is not always that of the clock
 */
public record Way(List<Stretch> stretches) {
    /** A step of the life, in the order of the process. */
    public enum Step {
        /** The ordered article was put into its slot; told only where the mistake lies with the stock. */
        STOCKED,
        ORDERED,
        /** A supplier sent for us; told only where the mistake lies there. */
        SUPPLIED,
        PICKED,
        PACKED,
        WEIGHED,
        HANDED_OVER,
        ON_THE_WAY,
        DELIVERED,
        CLAIMED
    }

    public sealed interface Stretch {}

    /**
     * A step that is on record, or one that is not and under suspicion all the same.
     *
     * @param at null where no record says when
     * @param until the last of several moments; null where there is one
     * @param places as the events write them, at most three
     * @param more how many further places there were
     * @param notes what else is on record of it
     * @param odd whether something in the notes is not as it should be
     * @param mark null where nothing points here
     */
    public record Stop(
            Step step,
            boolean recorded,
            @Nullable Instant at,
            @Nullable Instant until,
            List<String> places,
            int more,
            List<Phrase> notes,
            boolean odd,
            @Nullable Mark mark)
            implements Stretch {}

    /** Steps in a row of which nothing is on record. Whether they happened is not known; unknown is not false. */
    public record Gap(List<Step> steps) implements Stretch {}

    /** How surely it went wrong at a step. */
    public enum Mark {
        /** No stage is probable yet; this one is likelier than all others together. */
        LIKELIEST,
        PROBABLE,
        /** Established by the facts, or confirmed by a person. */
        CERTAIN
    }
}
