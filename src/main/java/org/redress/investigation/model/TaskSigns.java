package org.redress.investigation.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.investigation.Task;
import org.redress.investigation.TaskReply;
import org.redress.traces.Scale;

/** What an answered task tells the inference. A count tells nothing here: it is an event. */
public final class TaskSigns {
    private static final double OFF = 3;

    private TaskSigns() {}

    public static Optional<Scene.Answer> of(Task task) {
        var clue = task.question().clue();
        var present = present(task);
        var by = task.endedBy();
        var at = task.endedAt();
        return clue == null || present == null || by == null || at == null
                ? Optional.empty()
                : Optional.of(new Scene.Answer(clue, present, by, at));
    }

    private static @Nullable Boolean present(Task task) {
        return switch (task.reply()) {
            case TaskReply.Said(boolean yes) -> yes;
            case TaskReply.Weighed(int grams) -> differs(grams, task.subject().benchGrams());
            case TaskReply.Counted _, TaskReply.CannotTell _ -> null;
            case null -> null;
        };
    }

    /** Two scales, each with the usual scatter. */
    private static @Nullable Boolean differs(int grams, @Nullable Integer benchGrams) {
        return benchGrams == null
                ? null
                : Math.abs(grams - benchGrams) > OFF * Math.sqrt(2) * Scale.usualSigma(benchGrams);
    }
}
