package org.redress.correspondence.web;

import java.util.Locale;
import java.util.Set;
import org.redress.correspondence.PostItem.State;

/** A tab of the post. */
public enum PostView {
    /** What waits for somebody. */
    TO_SORT,
    SORTED,
    /** From programs. */
    AUTOMATIC,
    SET_ASIDE;

    static PostView of(String name) {
        for (var view : values()) {
            if (view.address().equals(name)) {
                return view;
            }
        }
        return TO_SORT;
    }

    Set<State> states() {
        return switch (this) {
            case TO_SORT -> Set.of(State.UNSORTED);
            case SORTED -> Set.of(State.ON_CLAIM, State.FILED);
            case AUTOMATIC -> Set.of(State.NOTED);
            case SET_ASIDE -> Set.of(State.SET_ASIDE);
        };
    }

    /** As it stands in an address. */
    public String address() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String path() {
        return this == TO_SORT ? PostPages.PATH : PostPages.PATH + "?view=" + address();
    }
}
