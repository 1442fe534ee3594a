package org.redress.practice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.rehearsal.Lesson;

/**
 * One case as somebody plays it.
 *
 * @param number of the case among those of its lesson
 * @param claim in the merchant that is there for practice
 * @param result null while it runs
 */
public record Play(
        UUID id,
        UUID account,
        String player,
        Lesson lesson,
        Locale language,
        int number,
        UUID claim,
        Instant startedAt,
        List<Move> moves,
        @Nullable Result result) {
    /** How long the customer has waited when the player first sees the case. */
    public static final Duration WAITED = Duration.ofMinutes(30);

    public static final Duration FIRST_ANSWER = Duration.ofHours(4);
    public static final Duration DECISION = Duration.ofDays(2);

    /** The same, as far as it has come. */
    public Play with(List<Move> done, @Nullable Result worth) {
        return new Play(id, account, player, lesson, language, number, claim, startedAt, done, worth);
    }

    public boolean isOver() {
        return result != null;
    }

    /** How long it has run by its own clock, in minutes. */
    public long minute() {
        return moves.isEmpty() ? 0 : moves.getLast().minute();
    }

    /** What time it is in the play. */
    public Instant now() {
        return startedAt.plus(Duration.ofMinutes(minute()));
    }

    /** When a move was made by the play’s clock. */
    public Instant at(Move move) {
        return startedAt.plus(Duration.ofMinutes(move.minute()));
    }

    public boolean hasLookedAt(Fact fact) {
        return fact == Fact.CUSTOMER
                ? moves.stream().anyMatch(move -> move.kind() == Move.Kind.ASKED)
                : moves.stream()
                        .anyMatch(move ->
                                move.kind() == Move.Kind.LOOKED && move.detail().equals(fact.name()));
    }
}
