package org.redress.correspondence.app;

import java.util.List;
import java.util.function.Function;
import org.redress.claims.PlanWords;
import org.redress.correspondence.model.Letter;
import org.redress.kernel.Sku;
import org.redress.ui.Words;

/** Says a letter as plain text: an empty line between paragraphs, a bullet before each row. */
final class Wording {
    private static final String BULLET = "• ";

    private Wording() {}

    static String say(List<Letter.Part> parts, Words words, Function<Sku, String> names) {
        var text = new StringBuilder();
        for (var part : parts) {
            var isList = part instanceof Letter.Part.Row || part instanceof Letter.Part.Plan;
            if (!text.isEmpty()) {
                text.append(isList ? "\n" : "\n\n");
            }
            text.append(say(part, words, names));
        }
        return text.toString();
    }

    private static String say(Letter.Part part, Words words, Function<Sku, String> names) {
        return switch (part) {
            case Letter.Part.Said(var phrase) -> words.say(phrase);
            case Letter.Part.Row(var phrase) -> BULLET + words.say(phrase);
            case Letter.Part.Plan(var plan) ->
                String.join(
                        "\n",
                        plan.remedies().stream()
                                .map(remedy -> BULLET + PlanWords.say(remedy, words, names))
                                .toList());
            case Letter.Part.Typed(var text) -> text;
        };
    }
}
