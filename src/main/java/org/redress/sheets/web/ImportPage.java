package org.redress.sheets.web;

import java.util.List;
import org.redress.sheets.ImportError;
import org.redress.sheets.ImportRun;
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
