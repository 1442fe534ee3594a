package org.redress.investigation;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.traces.TraceEvent.Spot;

/**
 * Where the pick was, and what lies around it: only places whose spot is on record.
 *
 * @param places each once, the slot of the pick first
 * @param walk the spots of the same picking round shortly before and after, the pick’s own among them, in order; empty
 *     where nothing but the pick is on record
 * @param ordered how people call the article that should have been picked
 * @param received the same of the one that came; null where nobody knows, or it is the same
 * @param metres from the slot of the pick to the nearest slot of what came; null where that is not known
 */
public record SlotMap(
        List<Place> places,
        List<Spot> walk,
        String ordered,
        @Nullable String received,
        @Nullable Double metres) {
    /** From the slot of the pick. */
    public double metresTo(Place place) {
        return places.getFirst().spot().metresTo(place.spot());
    }

    /** @param uri as the events write it */
    public record Place(String uri, Spot spot, Set<Role> roles) {
        public boolean is(Role role) {
            return roles.contains(role);
        }
    }

    /** What a place has to do with the claim. */
    public enum Role {
        /** The ordered article was picked there. */
        PICK,
        /** The article that came lies there. */
        RECEIVED,
        /** Nothing is sent again from there before somebody has looked. */
        AVOIDED,
        /** The parcel was packed there. */
        BENCH,
        /** The same picking round passed there. */
        PASSED
    }
}
