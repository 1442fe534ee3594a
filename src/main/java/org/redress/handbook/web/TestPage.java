package org.redress.handbook.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.handbook.Attempt;
import org.redress.handbook.Chapter;
import org.redress.handbook.Drawn;
import org.redress.handbook.Handbook;
import org.redress.handbook.Question;
import org.redress.kernel.Phrase;
import org.redress.ui.Frame;
import org.redress.ui.Words;

/**
 * What {@code handbook/test.jte} shows.
 *
 * @param at place of the question that is shown, from 0; past the last one where the result is shown
 */
public record TestPage(Frame frame, Handbook handbook, Chapter chapter, Attempt attempt, int at) {
    /** Whether there is a question, and not the result. */
    public boolean asks() {
        return at < attempt.questions().size();
    }

    public boolean isAnswered() {
        return at < attempt.answers().size();
    }

    public boolean isLast() {
        return at == attempt.questions().size() - 1;
    }

    public int chosen() {
        return isAnswered() ? attempt.answers().get(at) : -1;
    }

    public boolean isRight() {
        return attempt.isRight(at);
    }

    public int right() {
        return drawn().right();
    }

    private Drawn drawn() {
        return attempt.questions().get(at);
    }

    /** Empty for a question about a case, and for one that has changed since. */
    private Optional<Question> banked() {
        return drawn() instanceof Drawn.FromBank asked
                ? handbook.question(chapter.slug(), asked.question(), words().locale())
                        .filter(asked::isOf)
                : Optional.empty();
    }

    private Words words() {
        return frame.words();
    }

    private CaseWords cases() {
        return new CaseWords(words());
    }

    /** Whether the bank does not hold it any more as it was asked: then nothing but the answer’s worth is known. */
    public boolean isGone() {
        return drawn() instanceof Drawn.FromBank && banked().isEmpty();
    }

    public String text() {
        return switch (drawn()) {
            case Drawn.FromBank _ -> banked().map(Question::text).orElseGet(() -> words().say("handbook.test.gone"));
            case Drawn.FromCase fromCase -> cases().question(fromCase.ask());
        };
    }

    /** Where the case comes from; null for a question of the bank. */
    public @Nullable String origin() {
        return drawn() instanceof Drawn.FromCase fromCase
                ? words().say(fromCase.simulated() ? "handbook.case.simulated" : "handbook.case.own")
                : null;
    }

    public List<Phrase> facts() {
        return drawn() instanceof Drawn.FromCase fromCase ? fromCase.facts() : List.of();
    }

    /** None where the question is gone. */
    public List<String> options() {
        return switch (drawn()) {
            case Drawn.FromBank(var _, var order, var _) ->
                banked().map(question ->
                                order.stream().map(question.options()::get).toList())
                        .orElse(List.of());
            case Drawn.FromCase fromCase -> cases().options(fromCase);
        };
    }

    public String why() {
        return switch (drawn()) {
            case Drawn.FromBank _ ->
                banked().map(Question::why).orElseGet(() -> words().say("handbook.test.gone.hint"));
            case Drawn.FromCase fromCase -> cases().why(fromCase);
        };
    }

    /** The section to read again; the chapter where the question is gone. */
    public String again() {
        var anchor = drawn() instanceof Drawn.FromCase fromCase
                ? fromCase.ask().anchor(chapter)
                : banked().map(Question::anchor).orElse("");
        return HandbookPages.PATH + "/" + chapter.slug() + (anchor.isEmpty() ? "" : "#" + anchor);
    }
}
