package org.redress.handbook.web;

import java.util.List;
import java.util.stream.Stream;
import org.redress.handbook.Ask;
import org.redress.handbook.Drawn;
import org.redress.kernel.Phrase;
import org.redress.ui.Words;

/** Says what is asked of a case, what can be answered, and why. */
record CaseWords(Words words) {
    String question(Ask ask) {
        return words.say("handbook.case." + ask);
    }

    /** As shown. */
    List<String> options(Drawn.FromCase drawn) {
        return drawn.options().stream()
                .map(option -> option(drawn.ask(), option))
                .toList();
    }

    private String option(Ask ask, String code) {
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

    String why(Drawn.FromCase drawn) {
        var asked = "handbook.case." + drawn.ask() + ".why";
        var right = drawn.options().get(drawn.right());
        var key = Stream.of(right, drawn.simulated() ? "simulated" : "own")
                .map(special -> asked + "." + special)
                .filter(words::knows)
                .findFirst()
                .orElse(asked);
        return words.say(key, option(drawn.ask(), right));
    }
}
