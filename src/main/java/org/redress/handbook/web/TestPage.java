package org.redress.handbook.web;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.handbook.Ask;
import org.redress.handbook.Attempt;
import org.redress.handbook.Chapter;
import org.redress.handbook.Drawn;
import org.redress.handbook.Handbook;
import org.redress.handbook.Question;
import org.redress.kernel.Phrase;
import org.redress.ui.Frame;

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

    private @Nullable Question banked() {
        return drawn() instanceof Drawn.FromBank(var id, var _, var _)
                ? handbook.question(chapter.slug(), id, frame.words().locale())
                : null;
    }

    public String text() {
        var words = frame.words();
        return switch (drawn()) {
            case Drawn.FromBank(var id, var _, var _) ->
                handbook.question(chapter.slug(), id, words.locale()).text();
            case Drawn.FromCase fromCase -> words.say("handbook.case." + fromCase.ask());
        };
    }

    /** Where the case comes from; null for a question of the bank. */
    public @Nullable String origin() {
        return drawn() instanceof Drawn.FromCase fromCase
                ? frame.words().say(fromCase.simulated() ? "handbook.case.simulated" : "handbook.case.own")
                : null;
    }

    public List<Phrase> facts() {
        return drawn() instanceof Drawn.FromCase fromCase ? fromCase.facts() : List.of();
    }

    public List<String> options() {
        var words = frame.words();
        return switch (drawn()) {
            case Drawn.FromBank(var id, var order, var _) -> {
                var options =
                        handbook.question(chapter.slug(), id, words.locale()).options();
                yield order.stream().map(options::get).toList();
            }
            case Drawn.FromCase(var ask, var _, var _, var options, var _) ->
                options.stream().map(option -> option(ask, option)).toList();
        };
    }

    private String option(Ask ask, String code) {
        var words = frame.words();
        return switch (ask) {
            case CAUSE -> code.replace('_', '-') + " · " + words.say("claims.cause." + code);
            case REMEDY -> words.say("remedy.kind." + code);
            case DIFFERENCE -> words.say("claims.problem." + code);
            case DRAFT -> {
                int end = code.lastIndexOf('.');
                yield words.say(
                        "handbook.case.DRAFT." + code.substring(0, end),
                        Phrase.of("handbook.case.DRAFT.then." + code.substring(end + 1)));
            }
            case PLACE, CONCERNS, EVIDENCE, NEXT, PROMISE -> words.say("handbook.case." + ask + "." + code);
        };
    }

    public String why() {
        var question = banked();
        var words = frame.words();
        if (question != null) {
            return question.why();
        }
        var fromCase = (Drawn.FromCase) drawn();
        var asked = "handbook.case." + fromCase.ask() + ".why";
        var right = fromCase.right();
        return Stream.of(fromCase.options().get(right), fromCase.simulated() ? "simulated" : "own")
                .map(special -> asked + "." + special)
                .filter(words::knows)
                .findFirst()
                .map(special -> words.say(special, options().get(right)))
                .orElseGet(() -> words.say(asked, options().get(right)));
    }

    /** The section to read again. */
    public String again() {
        var question = banked();
        var anchor = question == null ? ((Drawn.FromCase) drawn()).ask().anchor(chapter) : question.anchor();
        return HandbookPages.PATH + "/" + chapter.slug() + (anchor.isEmpty() ? "" : "#" + anchor);
    }
}
