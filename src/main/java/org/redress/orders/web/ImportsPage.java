package org.redress.orders.web;

import java.util.List;
import java.util.stream.Stream;
import org.redress.kernel.Page;
import org.redress.orders.ImportKind;
import org.redress.orders.ImportRun;
import org.redress.ui.Choice;
import org.redress.ui.Frame;

/**
 * @param kind and mapping as they were typed
 * @param faults why the last file was not taken, in the reader's language
 */
public record ImportsPage(Frame frame, Page<ImportRun> runs, ImportKind kind, String mapping, List<String> faults) {
    public List<Choice> kinds() {
        return Stream.of(ImportKind.ORDERS, ImportKind.PRODUCTS)
                .map(each -> new Choice(each.name(), frame.words().say("orders.kind", each)))
                .toList();
    }
}
