package org.redress.investigation.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.investigation.Task.State;
import org.redress.ui.Frame;

/**
 * What is asked, or was.
 *
 * @param directs whether this viewer may take questions back, and see the claims behind them
 * @param link of a task, just made for somebody without an account; told once
 * @param next where the next page starts, or null
 */
public record TasksPage(
        Frame frame,
        State state,
        List<TaskView> tasks,
        boolean directs,
        @Nullable String link,
        @Nullable String next) {
    public boolean isOpen() {
        return state == State.OPEN;
    }
}
