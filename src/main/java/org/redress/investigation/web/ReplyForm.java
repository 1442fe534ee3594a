package org.redress.investigation.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.investigation.Task;
import org.redress.investigation.TaskReply;
import org.redress.investigation.Tasks;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;

/** The form of an answer, as it was sent. */
record ReplyForm(Map<String, String> fields) {
    private static final int LONGEST_NUMBER = 9;

    String text(String field) {
        return fields.getOrDefault(field, "").strip();
    }

    /** @throws Refused INVALID where it is none */
    TaskReply reply(Task task) {
        return switch (text("found")) {
            case "yes" -> new TaskReply.Said(true);
            case "no" -> new TaskReply.Said(false);
            case "unknown" -> new TaskReply.CannotTell();
            default -> number(task);
        };
    }

    private TaskReply number(Task task) {
        return switch (task.question().kind()) {
            case COUNT ->
                new TaskReply.Counted(
                        needed("counted", Tasks.MOST_UNITS),
                        number("otherCounted", Tasks.MOST_UNITS),
                        number("expected", Tasks.MOST_UNITS));
            case WEIGHT -> new TaskReply.Weighed(needed("grams", Tasks.MOST_GRAMS));
            case YES_NO, DONE -> throw refused("present", "NEEDED");
        };
    }

    private int needed(String field, int most) {
        var number = number(field, most);
        if (number == null) {
            throw refused(field, "NEEDED");
        }
        return number;
    }

    private @Nullable Integer number(String field, int most) {
        var text = text(field);
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("[0-9]{1," + LONGEST_NUMBER + "}") || Integer.parseInt(text) > most) {
            throw refused(field, "NOT_A_COUNT", most);
        }
        return Integer.valueOf(text);
    }

    private static Refused refused(String field, String code, Object... gaps) {
        return new Refused(Refusal.invalid("/" + field, code, Phrase.of("investigation.task.fault." + code, gaps)));
    }
}
