package org.redress.practice.web;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.redress.practice.Part;
import org.redress.practice.Play;
import org.redress.rehearsal.Lesson;
import org.redress.ui.Frame;

/**
 * What {@code practice/list.jte} shows.
 *
 * @param own the reader’s plays, the newest first
 * @param all everybody’s that are over; empty for whoever may not see them
 */
public record PracticePage(Frame frame, List<Play> own, List<Play> all, boolean maySeeAll) {
    public List<Lesson> lessons() {
        return List.of(Lesson.values());
    }

    /** The reader’s play of this case that is not over. */
    public Optional<Play> running(Lesson lesson) {
        return own.stream()
                .filter(play -> play.lesson() == lesson && !play.isOver())
                .findFirst();
    }

    /** The best the reader has done on it. */
    public Optional<Integer> best(Lesson lesson) {
        return own.stream()
                .filter(play -> play.lesson() == lesson)
                .map(Play::result)
                .filter(result -> result != null)
                .map(result -> result.total())
                .max(Integer::compare);
    }

    public List<Play> done() {
        return own.stream().filter(Play::isOver).toList();
    }

    public String points(Play play, Part part) {
        var result = play.result();
        return result == null ? "–" : String.valueOf(result.of(part));
    }

    public Duration firstAnswer() {
        return Play.FIRST_ANSWER;
    }

    public Duration decision() {
        return Play.DECISION;
    }
}
