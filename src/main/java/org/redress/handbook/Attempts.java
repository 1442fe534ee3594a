package org.redress.handbook;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.redress.access.Viewer;

/**
 * Reading and being asked. Everybody sees their own answers and nobody else’s: who answers for a team learns who has passed
 * which chapter, and no more (domain.md F11).
 */
public interface Attempts {
    /**
     * Draws a test, or goes on with the one that is not over. The chapter counts as read from now on.
     *
     * @throws org.redress.kernel.Refused ABSENT where there is no such chapter; FORBIDDEN for a program
     */
    Attempt begin(Viewer viewer, String chapter);

    void read(Viewer viewer, String chapter);

    /**
     * One’s own; somebody else’s is absent, and so is one that is not over and asks what the handbook does not hold any more. One
     * that is over stays as it was answered.
     */
    Optional<Attempt> find(Viewer viewer, UUID attempt);

    /**
     * Answers the question at this place. One that was answered before stays as it was answered.
     *
     * @throws org.redress.kernel.Refused ABSENT where it is not one’s own; INVALID for an option that was not shown or a
     *     question whose turn it is not
     */
    Attempt answer(Viewer viewer, UUID attempt, int question, int option);

    /** How far one is, by chapter; a chapter that was never opened is missing. */
    Map<String, Progress> progress(Viewer viewer);

    /** Which chapters each of the staff has passed. For supervisors and administrators. */
    List<Standing> standings(Viewer viewer);

    enum Progress {
        READ,
        PASSED
    }

    /** @param passed slugs of chapters */
    record Standing(UUID account, String name, Set<String> passed) {}
}
