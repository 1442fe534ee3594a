package org.redress.orders.web;

import java.util.List;
import org.redress.orders.ImportError;
import org.redress.orders.ImportRun;
import org.redress.ui.Frame;

/** @param errors the first ones, once the run is over */
public record ImportPage(Frame frame, ImportRun run, List<ImportError> errors) {
    public boolean isRunning() {
        return run.state() == ImportRun.State.RUNNING;
    }

    public String href() {
        return ImportPages.PATH + "/" + run.id();
    }
}
