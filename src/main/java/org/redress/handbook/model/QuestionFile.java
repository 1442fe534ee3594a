package org.redress.handbook.model;

import java.util.ArrayList;
import java.util.List;
import org.redress.handbook.Question;

/**
 * A bank of questions as it is written, with an empty line between two:
 *
 * <pre>
 * # what-first | R5 R6 | accept
 * What comes first?
 * - to ask for a photograph
 * + to say that the report has arrived
 * = Everybody who writes is answered at once.
 * </pre>
 *
 * The head holds id, sources and the anchor to read again; {@code +} is the right option, {@code =} says why.
 */
public final class QuestionFile {
    private QuestionFile() {}

    /** @throws IllegalArgumentException where it is not written as above */
    public static List<Question> read(String text) {
        var questions = new ArrayList<Question>();
        for (var block : text.strip().split("\\R\\R+", -1)) {
            questions.add(question(block.lines().toList()));
        }
        return List.copyOf(questions);
    }

    private static Question question(List<String> lines) {
        var head = lines.getFirst().split(" \\| ", -1);
        if (lines.size() < 5 || head.length != 3 || !head[0].startsWith("# ")) {
            throw new IllegalArgumentException("Not a question: " + lines);
        }
        var options = new ArrayList<String>();
        int right = -1;
        var why = "";
        for (var line : lines.subList(2, lines.size())) {
            var said = line.substring(2);
            switch (line.charAt(0)) {
                case '=' -> why = said;
                case '-' -> options.add(said);
                case '+' -> {
                    if (right >= 0) {
                        throw new IllegalArgumentException("Two right answers: " + head[0]);
                    }
                    right = options.size();
                    options.add(said);
                }
                default -> throw new IllegalArgumentException("Neither an option nor a reason: " + line);
            }
        }
        if (right < 0 || why.isEmpty()) {
            throw new IllegalArgumentException("No right answer or no reason: " + head[0]);
        }
        return new Question(
                head[0].substring(2),
                List.of(head[1].split(" ", -1)),
                lines.get(1),
                List.copyOf(options),
                right,
                why,
                head[2]);
    }
}
