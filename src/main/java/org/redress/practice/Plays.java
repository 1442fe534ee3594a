package org.redress.practice;

import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.access.Viewer;
import org.redress.evidence.PictureSize;
import org.redress.rehearsal.Lesson;

/**
 * Practice. Whoever plays sees their own plays and nobody else’s; nothing of a play leaves the house. An act on a play that is
 * over, or that has gone on meanwhile, throws {@link org.redress.kernel.Refused}.
 *
 * <p>Acts name the number of moves that the player saw, or null to act on whatever stands now: a form that is sent twice, or
 * once more from an older page, is refused.
 */
public interface Plays {
    int LONGEST_TEXT = 10_000;

    /** Goes on with the case of this lesson that is not over, or begins another. */
    Play start(Viewer viewer, Lesson lesson, Locale language);

    /** Absent where it is somebody else’s. */
    Optional<Scene> scene(Viewer viewer, UUID play);

    /** One’s own, the newest first, without their moves and reasons. */
    List<Play> own(Viewer viewer, int limit);

    /** Everybody’s that are over, the newest first, without moves and reasons: what was played, and what it was worth. */
    List<Play> all(Viewer viewer, int limit);

    /** Opens a record, or asks the warehouse and has its answer; nothing happens where that was done before. */
    void look(Viewer viewer, UUID play, Fact fact, @Nullable Integer seen);

    void write(Viewer viewer, UUID play, String text, @Nullable Integer seen);

    /** Asks the customer for a photo. */
    void ask(Viewer viewer, UUID play, String text, @Nullable Integer seen);

    /** @param option of those of the scene */
    void offer(Viewer viewer, UUID play, String option, String text, @Nullable Integer seen);

    /** Says no; a second person looks at it before the customer hears of it. */
    void refuse(Viewer viewer, UUID play, String text, @Nullable Integer seen);

    /** Ends it as it stands. */
    void end(Viewer viewer, UUID play, @Nullable Integer seen);

    /** A photo of the case. The caller closes it. */
    Optional<InputStream> picture(Viewer viewer, UUID play, UUID file, PictureSize size);
}
