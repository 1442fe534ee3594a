package org.redress.investigation;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which orders a claim, or several together, hold back: what was asked last of each counts. */
public final class HeldOrders {
    private final Map<String, Task> last = new LinkedHashMap<>();

    private HeldOrders() {}

    /** The orders that at least one claim holds: what was asked of them, by whichever claim. */
    public static Set<String> byAny(Collection<Task> ofSeveralClaims) {
        return ofSeveralClaims.stream().collect(Collectors.groupingBy(Task::claim)).values().stream()
                .map(HeldOrders::of)
                .flatMap(held -> held.last.keySet().stream().filter(held::isHeld))
                .collect(Collectors.toUnmodifiableSet());
    }

    public static HeldOrders of(Collection<Task> asked) {
        var held = new HeldOrders();
        asked.stream()
                .filter(task -> task.question().isOfAnOrder() && task.state() != Task.State.CANCELLED)
                .sorted(Comparator.comparing(Task::openedAt).thenComparing(Task::id))
                .forEach(task -> {
                    var order = task.subject().order();
                    if (order != null) {
                        held.last.put(order, task);
                    }
                });
        return held;
    }

    /** The question to put it aside; null where it was never asked, or the order was let go. */
    public @Nullable Task of(String order) {
        var task = last.get(order);
        return task != null && task.question() == TaskQuestion.HOLD_ORDER ? task : null;
    }

    /** Whether somebody was asked to put it aside, and has not answered, or has done so. */
    public boolean isHeld(String order) {
        var task = of(order);
        return task != null && (task.isOpen() || isDone(task));
    }

    public boolean any() {
        return last.keySet().stream().anyMatch(this::isHeld);
    }

    /** How it stands with the orders that somebody was asked to put aside and nobody has let go. */
    public record Tally(int aside, int gone, int asked) {
        public boolean isEmpty() {
            return aside + gone + asked == 0;
        }
    }

    public Tally tally() {
        int aside = 0;
        int gone = 0;
        int asked = 0;
        for (var order : last.keySet()) {
            var task = of(order);
            if (task == null) {
                continue;
            }
            if (task.isOpen()) {
                asked++;
            } else if (isDone(task)) {
                aside++;
            } else {
                gone++;
            }
        }
        return new Tally(aside, gone, asked);
    }

    /** The orders that were put aside and not let go, in the order in which they were asked for. */
    public List<String> aside() {
        return last.entrySet().stream()
                .filter(each -> each.getValue().question() == TaskQuestion.HOLD_ORDER && isDone(each.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether it was put aside; otherwise it had gone already, or nobody has answered. */
    public static boolean isDone(Task task) {
        return task.reply() instanceof TaskReply.Said(boolean done) && done;
    }
}
