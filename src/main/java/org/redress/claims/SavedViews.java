package org.redress.claims;

import java.util.List;
import java.util.UUID;
import org.redress.access.Viewer;

/** The questions to the queue that somebody keeps, their own and those of all. */
public interface SavedViews {
    /** By name; those of all first. */
    List<SavedView> of(Viewer viewer);

    /**
     * Keeps a question. One that all shall have is a supervisor's to keep.
     *
     * @throws org.redress.kernel.Refused INVALID where the name is missing or too long, FORBIDDEN, or CONFLICT where there are
     *     too many already
     */
    SavedView keep(Viewer viewer, String name, String asks, boolean forAll);

    /** @throws org.redress.kernel.Refused ABSENT where it is not theirs */
    void forget(Viewer viewer, UUID id);
}
