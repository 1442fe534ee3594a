package org.redress.sheets.web;

import java.util.List;
import java.util.Set;
import org.redress.kernel.Page;
import org.redress.sheets.ImportKind;
import org.redress.sheets.ImportRun;
import org.redress.sheets.SheetExport;
import org.redress.ui.Choice;
import org.redress.ui.Frame;

/**
 * @param taken what kinds of files there are
 * @param exports what can be had
 * @param kind and mapping as they were typed
 * @param faults why the last file was not taken, in the reader's language
 */
public record ImportsPage(
        Frame frame,
        Page<ImportRun> runs,
        Set<ImportKind> taken,
        List<SheetExport> exports,
        ImportKind kind,
        String mapping,
        List<String> faults) {
    public List<Choice> kinds() {
        return taken.stream()
                .map(each -> new Choice(each.name(), frame.words().say("sheets.kind", each)))
                .toList();
    }

    public String name(ImportKind of) {
        return ImportPages.name(of);
    }
}
