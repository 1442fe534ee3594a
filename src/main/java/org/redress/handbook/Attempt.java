package org.redress.handbook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A test that somebody takes or has taken.
 *
 * @param chapter its slug
 * @param seed by which the questions were drawn
 * @param answers the chosen options, as shown; one for each question answered so far
 * @param endedAt null as long as answers are missing
 */
public record Attempt(
        UUID id,
        UUID account,
        String chapter,
        long seed,
        List<Drawn> questions,
        List<Integer> answers,
        Instant begunAt,
        @Nullable Instant endedAt) {
    public static final int QUESTIONS = 5;
    /** Right answers that pass. */
    public static final int ENOUGH = 4;

    public boolean isRight(int question) {
        return questions.get(question).right() == answers.get(question);
    }

    public int rightAnswers() {
        return (int) IntStream.range(0, answers.size()).filter(this::isRight).count();
    }

    public boolean isOver() {
        return answers.size() == questions.size();
    }

    public boolean isPassed() {
        return isOver() && rightAnswers() >= ENOUGH;
    }
}
