package org.redress.investigation.web;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.redress.investigation.Task;
import org.redress.investigation.TaskWords;
import org.redress.kernel.Refusal;
import org.redress.kernel.Sku;
import org.redress.ui.Frame;

/**
 * A task and the form that answers it.
 *
 * @param id tells the fields of several forms on one page apart
 * @param action where the form is sent
 * @param named whether it asks who answers
 * @param typed what stood in a field of the form that was just refused
 * @param faults by field
 */
public record TaskView(
        Frame frame,
        Task task,
        TaskWords says,
        String id,
        String action,
        boolean named,
        UnaryOperator<String> typed,
        Map<String, Refusal.Fault> faults) {
    /** What is wrong with a field; null where nothing is. */
    public @Nullable String fault(String field) {
        var fault = faults.get("/" + field);
        return fault == null ? null : frame.words().say(fault.message());
    }

    public String question() {
        return frame.words().say(says.question());
    }

    /** What is to be looked for. */
    public List<Sku> articles() {
        return List.copyOf(TaskWords.articles(List.of(task)));
    }
}
